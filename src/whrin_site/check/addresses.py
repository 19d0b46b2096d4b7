"""Rule: e-mail and web addresses are written so that they can work."""

import re
from collections.abc import Iterator

from whrin_site.model.library import Entry, Library
from whrin_site.model.problems import Place, Problem
from whrin_site.model.records import CaseStudy, Contact, Section

_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_WEB = re.compile(r"https?://(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?::\d+)?(?:/[!-~]*)?")


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each address with blanks, foreign letters or parts missing.

    E-mail addresses follow the practical form that HTML itself asks for
    (WHATWG HTML, "valid email address"); web addresses are http or https.
    """
    for case in library.cases.values():
        yield from _contacts(case, case.record.contacts)
        for number, source in enumerate(case.record.sources):
            yield from _web(source.url_as_published, case.place("sources", number, "url_as_published"))
    for section in library.sections.get(library.source_language, {}).values():
        yield from _contacts(section, section.record.contacts)
    if library.site.record.base_url:
        yield from _web(library.site.record.base_url, library.site.place("base_url"))


def _contacts(entry: Entry[CaseStudy] | Entry[Section], contacts: tuple[Contact, ...]) -> Iterator[Problem]:
    for number, contact in enumerate(contacts):
        if contact.email and not _EMAIL.fullmatch(contact.email):
            message = "“{found}” is no e-mail address{foreign}"
            place = entry.place("contacts", number, "email")
            yield Problem("wrong-email", message, place, _values(contact.email))
        if contact.web:
            yield from _web(contact.web, entry.place("contacts", number, "web"))


def _web(address: str, place: Place) -> Iterator[Problem]:
    if not _WEB.fullmatch(address):
        message = "“{found}” is no web address; it must begin with https:// or http://{foreign}"
        yield Problem("wrong-web-address", message, place, _values(address))


def _values(address: str) -> dict[str, object]:
    foreign = "".join(dict.fromkeys(letter for letter in address if not letter.isascii()))
    return {
        "found": address,
        "foreign": f"; these letters only look like Latin ones: {foreign}" if foreign else "",
    }

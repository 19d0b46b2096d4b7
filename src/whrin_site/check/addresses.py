"""Rule: e-mail and web addresses are written so that they can work."""

import re
from collections.abc import Iterator

from whrin_site.model.library import Entry, Library
from whrin_site.model.patterns import EMAIL, WEB
from whrin_site.model.problems import Place, Problem
from whrin_site.model.records import CaseStudy, Contact, Section
from whrin_site.model.settings import SiteSettings

_EMAIL, _WEB = re.compile(EMAIL), re.compile(WEB)


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each address with blanks, foreign letters or parts missing.

    `model/patterns.py` says how they are written.
    """
    for case in library.cases.values():
        yield from _contacts(case, case.record.contacts)
        for number, source in enumerate(case.record.sources):
            yield from _web(source.url_as_published, case.place("sources", number, "url_as_published"))
    for section in library.sections.get(library.source_language, {}).values():
        yield from _contacts(section, section.record.contacts)
    yield from _settings(library.site)


def _settings(site: Entry[SiteSettings]) -> Iterator[Problem]:
    record = site.record
    yield from _web(record.paper.source_url, site.place("paper", "source_url"))
    if record.report_to:
        yield from _email(record.report_to, site.place("report_to"))
    for key, address in (
        ("base_url", record.base_url),
        ("repository", record.repository),
        ("leave_to", record.leave_to),
    ):
        if address:
            yield from _web(address, site.place(key))
    if record.base_url and set("?#") & set(record.base_url):
        message = "the address of the site ends with its folder; “?” and “#” cannot stand in it"
        yield Problem("wrong-web-address", message, site.place("base_url"))


def _contacts(entry: Entry[CaseStudy] | Entry[Section], contacts: tuple[Contact, ...]) -> Iterator[Problem]:
    for number, contact in enumerate(contacts):
        if contact.email:
            yield from _email(contact.email, entry.place("contacts", number, "email"))
        if contact.web:
            yield from _web(contact.web, entry.place("contacts", number, "web"))


def _email(address: str, place: Place) -> Iterator[Problem]:
    if not _EMAIL.fullmatch(address):
        message = "“{found}” is no e-mail address{foreign}"
        yield Problem("wrong-email", message, place, _values(address))


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

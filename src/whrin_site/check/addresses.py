"""Rule: e-mail and web addresses are written so that they can work, and are what they look like."""

import re
from collections.abc import Iterator

from whrin_site.model.library import Entry, Library
from whrin_site.model.patterns import EMAIL, WEB
from whrin_site.model.problems import Place, Problem
from whrin_site.model.settings import SiteSettings
from whrin_site.model.walk import placed_contacts
from whrin_site.tools.characters import cyrillic_in, is_disguised, mixed_words
from whrin_site.tools.marked import M_

_HOST = re.compile(r"https?://([^/:?#]+)")
_BLANK = re.compile(r"\s")


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each address with blanks, foreign letters or parts missing.

    `model/patterns.py` says how they are written.
    """
    for placed in placed_contacts(library):
        contact, keys = placed.contact, ("contacts", placed.number)
        if contact.email:
            yield from email(contact.email, placed.entry.place(*keys, "email"))
        if contact.web:
            yield from web(contact.web, placed.entry.place(*keys, "web"))
    for case in library.cases.values():
        for number, source in enumerate(case.record.sources):
            yield from web(source.url_as_published, case.place("sources", number, "url_as_published"))
    yield from _settings(library.site)


def email(address: str, place: Place) -> Iterator[Problem]:
    """Yield what is wrong with an e-mail address, if anything."""
    if re.fullmatch(EMAIL, address):
        return
    if cyrillic_in(address):
        yield _foreign(address, place)
    elif _BLANK.search(address):
        message = M_("the e-mail address “{found}” has a blank in it")
        yield Problem("wrong-email", message, place, {"found": address})
    else:
        message = M_("“{found}” is no e-mail address, such as name@example.org")
        yield Problem("wrong-email", message, place, {"found": address})


def web(address: str, place: Place) -> Iterator[Problem]:
    """Yield what is wrong with a web address, if anything."""
    host = _HOST.match(address)
    if host and re.fullmatch(WEB, address):
        labels = host[1].split(".")
        # A Cyrillic name below a Latin ending that reads as a Latin one is somebody else's address.
        disguised = labels[-1].isascii() and any(is_disguised(label) for label in labels)
        if disguised or mixed_words(address):
            yield _foreign(address, place)
    elif _BLANK.search(address):
        message = M_("the web address “{found}” has a blank in it")
        yield Problem("wrong-web-address", message, place, {"found": address})
    elif mixed_words(address):
        yield _foreign(address, place)
    else:
        message = M_("“{found}” is no web address; it must begin with https:// or http://")
        yield Problem("wrong-web-address", message, place, {"found": address})


def _foreign(address: str, place: Place) -> Problem:
    message = M_("“{found}” has Cyrillic letters that look like Latin ones ({letters}); type it again")
    return Problem("foreign-letters", message, place, {"found": address, "letters": cyrillic_in(address)})


def _settings(site: Entry[SiteSettings]) -> Iterator[Problem]:
    record = site.record
    yield from web(record.paper.source_url, site.place("paper", "source_url"))
    if record.report_to:
        yield from email(record.report_to, site.place("report_to"))
    for key, address in (
        ("base_url", record.base_url),
        ("repository", record.repository),
        ("leave_to", record.leave_to),
    ):
        if address:
            yield from web(address, site.place(key))
    if record.base_url and set("?#") & set(record.base_url):
        message = M_("the address of the site ends with its folder; “?” and “#” cannot stand in it")
        yield Problem("wrong-web-address", message, site.place("base_url"))

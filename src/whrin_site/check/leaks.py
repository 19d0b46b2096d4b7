"""Rule: the address of a contact that is held back stands in no text."""

import re
from collections.abc import Iterator, Mapping

from whrin_site.model.library import Library
from whrin_site.model.problems import Problem
from whrin_site.model.records import Contact
from whrin_site.model.walk import placed_contacts, translated_fields
from whrin_site.tools.marked import M_

# Whatever could be an address: no blanks, a full stop or @ within.
_ADDRESS = re.compile(r"[^\s<>()\[\]{}“”«»\"]+[.@/][^\s<>()\[\]{}“”«»\"]+")
_MAILBOX = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+")
_AROUND = ".,;:!?'’*_"
_PARTS = re.compile(r"(?<=[^/:])(?=[/?#])")


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each text that would publish what a held contact keeps back."""
    held = [placed for placed in placed_contacts(library) if _is_held(library, placed.contact)]
    if not held:
        return
    addresses = _addresses(library)
    for placed in held:
        for address in filter(None, (placed.contact.email, placed.contact.web)):
            for path in addresses.get(_plain(address), ()):
                message = M_("this contact is held back, but its address stands in the text of {path}")
                place = placed.entry.place("contacts", placed.number)
                yield Problem("held-contact", message, place, {"path": path})


def _is_held(library: Library, contact: Contact) -> bool:
    only_confirmed = library.site.record.contacts == "confirmed-only"
    return not contact.publish or (only_confirmed and not contact.confirmed_on)


def _addresses(library: Library) -> Mapping[str, tuple[str, ...]]:
    """Return in which files each address stands, and each beginning of it that ends before a slash."""
    found: dict[str, dict[str, None]] = {}
    for path, text in _texts(library):
        for address in (*_ADDRESS.findall(text), *_MAILBOX.findall(text)):
            plain = _plain(address)
            for beginning in (plain, *(plain[: cut.start()] for cut in _PARTS.finditer(plain))):
                found.setdefault(beginning, {})[path] = None
    return {address: tuple(paths) for address, paths in found.items()}


def _plain(address: str) -> str:
    """Return an address without what does not change where it leads, such as `https://` and `www.`."""
    bare = address.casefold().strip(_AROUND).removeprefix("mailto:")
    return bare.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _texts(library: Library) -> Iterator[tuple[str, str]]:
    for case in library.cases.values():
        for words in case.record.words.values():
            yield case.path, f"{words.heading}\n{words.summary}\n{words.body}"
    for shelf in (library.sections, library.pages):
        for entries in shelf.values():
            yield from ((text.path, text.body) for text in entries.values())
    for field in translated_fields(library):
        yield from ((field.entry.path, words) for words in field.words.values())

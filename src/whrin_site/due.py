"""Stage: Library → what is due to be looked at again, and the letters to ask with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from whrin_site.model import addresses
from whrin_site.model.library import Library
from whrin_site.model.pairs import pairs
from whrin_site.model.problems import Place, SiteError
from whrin_site.model.recheck import is_due
from whrin_site.model.records import CaseStudy
from whrin_site.model.texts import hash_of
from whrin_site.model.walk import PlacedContact, placed_contacts
from whrin_site.tools.marked import M_

LETTERS = "content/letters"


@dataclass(frozen=True, slots=True)
class Due:
    """A contact that nobody has confirmed for too long, or a review whose source has changed since.

    `last` is the day of the last confirmation, publication or review; `who` is whom to ask.
    """

    last: date
    kind: Literal["contact", "review"]
    place: Place
    who: str
    contact: PlacedContact | None = None


def due(library: Library, on: date) -> tuple[Due, ...]:
    """Return what is due on a day, oldest first."""
    found = (*_contacts(library, on), *_reviews(library))
    return tuple(sorted(found, key=lambda item: (item.last, item.place)))


def letter(library: Library, files: Mapping[str, bytes], placed: PlacedContact) -> str:
    """Return the letter that asks whether a contact may stay, in its language or else in English.

    Raises SiteError for a letter that is missing or asks for words it cannot have.
    """
    language = language_of(library, placed)
    path = next((p for p in (f"{LETTERS}/{language}.txt", f"{LETTERS}/en.txt") if p in files), None)
    if path is None:
        raise SiteError(M_("There is no letter {path}."), path=f"{LETTERS}/{language}.txt")
    lines = files[path].decode("utf-8-sig", "replace").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#")).strip()
    site = library.site.record
    words = {
        "name": site.name.get(language) or site.name[library.source_language],
        "page": f"{site.base_url or ''}{_page(placed, language)}",
        "address": placed.contact.email or placed.contact.web or "",
        "last": _last(library, placed).isoformat(),
    }
    try:
        return text.format_map(words)
    except (KeyError, ValueError, IndexError, AttributeError) as error:
        names = ", ".join(f"{{{name}}}" for name in words)
        raise SiteError(M_("{path}: in braces may stand only {names}."), path=path, names=names) from error


def language_of(library: Library, placed: PlacedContact) -> str:
    """Return the language to write to a contact in: as recorded, or that of the text it belongs to."""
    record = placed.entry.record
    written = record.words if isinstance(record, CaseStudy) else ()
    first = next((name for name in library.languages if name in written), library.source_language)
    return placed.contact.language or first


def _contacts(library: Library, on: date) -> Iterator[Due]:
    for placed in placed_contacts(library):
        last = _last(library, placed)
        if placed.contact.publish and is_due(last, on, library.site.record.recheck_after_months):
            who = placed.contact.email or placed.contact.web or placed.contact.person or ""
            yield Due(last, "contact", placed.entry.place("contacts", placed.number), who, placed)


def _reviews(library: Library) -> Iterator[Due]:
    for pair in pairs(library):
        review = pair.translation.review if pair.translation else None
        if review and review.source_hash != hash_of(pair.source):
            yield Due(review.on, "review", Place(pair.path), f"{review.by} ({pair.language})")


def _last(library: Library, placed: PlacedContact) -> date:
    contact = placed.contact
    agreed = contact.consent.on if contact.consent else None
    return contact.confirmed_on or agreed or contact.published_on or library.site.record.paper.published


def _page(placed: PlacedContact, language: str) -> str:
    is_case = isinstance(placed.entry.record, CaseStudy)
    name = placed.entry.id
    return addresses.within(language, addresses.case(name) if is_case else addresses.section(name))

"""Rule: a contact says how to reach somebody; one that is held back says why."""

from collections.abc import Iterator

from whrin_site.model.library import Entry, Library
from whrin_site.model.problems import Place, Problem
from whrin_site.model.records import CaseStudy, Contact, Section
from whrin_site.model.walk import translated_fields


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each contact that is empty or held back without a reason."""
    for case in library.cases.values():
        yield from _contacts(library, case, case.record.contacts)
    for section in library.sections.get(library.source_language, {}).values():
        yield from _contacts(library, section, section.record.contacts)


def _contacts(
    library: Library, entry: Entry[CaseStudy] | Entry[Section], contacts: tuple[Contact, ...]
) -> Iterator[Problem]:
    only_confirmed = library.site.record.contacts == "confirmed-only"
    for number, contact in enumerate(contacts):
        place = entry.place("contacts", number)
        if not contact.publish and not contact.reason:
            message = "a contact that is not published needs a “reason”"
            yield Problem("no-reason", message, place)
        if contact.confirmed_on and contact.confirmed_on > library.site.record.edition:
            message = "this day comes after the edition of the site; nobody can have confirmed anything on it"
            yield Problem("wrong-date", message, entry.place("contacts", number, "confirmed_on"))
        if not contact.publish or (only_confirmed and not contact.confirmed_on):
            yield from _leaks(library, contact, place)
        if not (contact.email or contact.web):
            message = "this contact has neither “email” nor “web”"
            yield Problem("empty-contact", message, place)


def _leaks(library: Library, held: Contact, place: Place) -> Iterator[Problem]:
    """Yield a problem for each text that would publish what a held contact keeps back."""
    for address in filter(None, (held.email, held.web)):
        for path, text in _texts(library):
            if address.casefold() in text.casefold():
                message = "this contact is held back, but its address stands in the text of {path}"
                yield Problem("held-contact", message, place, {"path": path})


def _texts(library: Library) -> Iterator[tuple[str, str]]:
    for case in library.cases.values():
        for words in case.record.words.values():
            yield case.path, f"{words.heading}\n{words.summary}\n{words.body}"
    for shelf in (library.sections, library.pages):
        for entries in shelf.values():
            yield from ((text.path, text.body) for text in entries.values())
    for field in translated_fields(library):
        yield from ((field.entry.path, words) for words in field.words.values())

"""Rule: a contact says how to reach somebody; one that is held back says why."""

from collections.abc import Iterator

from whrin_site.model.library import Entry, Library
from whrin_site.model.problems import Problem
from whrin_site.model.records import CaseStudy, Contact, Section


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each contact that is empty or held back without a reason."""
    for case in library.cases.values():
        yield from _contacts(case, case.record.contacts)
    for section in library.sections.get(library.source_language, {}).values():
        yield from _contacts(section, section.record.contacts)


def _contacts(entry: Entry[CaseStudy] | Entry[Section], contacts: tuple[Contact, ...]) -> Iterator[Problem]:
    for number, contact in enumerate(contacts):
        place = entry.place("contacts", number)
        if not contact.publish and not contact.reason:
            message = "a contact that is not published needs a “reason”"
            yield Problem("no-reason", message, place)
        if not (contact.email or contact.web):
            message = "this contact has neither “email” nor “web”"
            yield Problem("empty-contact", message, place)

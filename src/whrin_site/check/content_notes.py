"""Rule: the hard subjects that a text names are in the vocabulary, and stand where all languages see them."""

from collections.abc import Iterator

from whrin_site.model.library import Entry, Library
from whrin_site.model.problems import Place, Problem
from whrin_site.model.records import CaseStudy, Section
from whrin_site.tools.marked import M_
from whrin_site.tools.nearest import nearest

FILE = "content/vocabulary/content-notes.yaml"


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each content note that nobody has described."""
    if library.is_unread(FILE):
        return
    for case in library.cases.values():
        yield from _unknown(library, case, case.record.content_notes)
    for shelf in (library.sections, library.pages):
        for entries in shelf.values():
            for text in entries.values():
                yield from _unknown(library, text, text.record.content_notes)
                for number, passage in enumerate(text.record.passages):
                    yield from _unknown(library, text, passage.content_notes, "passages", number)


def _unknown(
    library: Library, entry: Entry[CaseStudy] | Entry[Section], named: tuple[str, ...], *keys: str | int
) -> Iterator[Problem]:
    known = library.vocabulary["content-notes"]
    for number, name in enumerate(named):
        if name not in known:
            place: Place = entry.place(*keys, "content_notes", number)
            message = M_("no content note is called “{found}”")
            meant = nearest(name, known)
            yield Problem("unknown-content-note", message, place, {"found": name}, meant=meant)

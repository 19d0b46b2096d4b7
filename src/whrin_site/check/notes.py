"""Rule: an editorial note stands where its words stand, once."""

from collections.abc import Collection, Iterator

from whrin_site.model.library import Entry, Library
from whrin_site.model.problems import Problem
from whrin_site.model.records import Section
from whrin_site.model.vocabulary import Note
from whrin_site.tools.marked import M_
from whrin_site.tools.nearest import nearest
from whrin_site.tools.stand_in import STAND_IN

WHOLE_DOCUMENT = "document"


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each note without its text, and each mark without its words."""
    known = {WHOLE_DOCUMENT, *library.cases, *library.sections.get(library.source_language, {})}
    guessing = library.has_unread("content/paper/") or library.has_unread("content/case-studies/")
    for note in library.notes.values():
        if not guessing:
            yield from _targets(note, known)
        if note.record.warn and not note.record.text:
            yield Problem("no-text", "a note that warns needs a “text” to warn with", note.place("warn"))
        for language, words in note.record.after.items():
            texts = [*_texts(library, note.record, language)]
            found = sum(text.count(words) for text in texts)
            in_doubt = guessing or STAND_IN in (*note.record.on, *texts)
            if found != 1 and not in_doubt:
                message = M_(
                    "these words stand {times} times in the texts of this note; "
                    "the mark needs exactly one place"
                )
                place = note.place("after", language)
                yield Problem("note-anchor", message, place, {"times": found})
    for shelf in (library.sections, library.pages):
        for entries in shelf.values():
            for section in entries.values():
                yield from _passages(section)


def _targets(note: Entry[Note], known: Collection[str]) -> Iterator[Problem]:
    for number, name in enumerate(note.record.on):
        if name not in known:
            message = M_("no section or case study is called “{found}”")
            place = note.place("on", number)
            yield Problem("unknown-text", message, place, {"found": name}, meant=nearest(name, known))


def _texts(library: Library, note: Note, language: str) -> Iterator[str]:
    for name in note.on:
        if name in library.cases and language in library.cases[name].record.words:
            yield library.cases[name].record.words[language].body
        section = library.sections.get(language, {}).get(name)
        if section:
            yield section.body


def _passages(section: Entry[Section]) -> Iterator[Problem]:
    paragraphs = section.body.split("\n\n")
    for number, passage in enumerate(section.record.passages):
        found = sum(paragraph.startswith(passage.starts) for paragraph in paragraphs)
        if found != 1 and section.body != STAND_IN:
            message = M_("exactly one paragraph must begin with “{starts}”")
            place = section.place("passages", number, "starts")
            yield Problem("passage-not-found", message, place, {"starts": passage.starts})

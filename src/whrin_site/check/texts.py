"""Every place in the library where words of one language stand, whole texts and single lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from whrin_site.model.library import Entry, Library
from whrin_site.model.problems import Place
from whrin_site.model.walk import translated_fields

_LINES_OF_CASE = ("name", "heading", "summary")
_LINES_OF_SECTION = ("title", "description")
_OF_THE_SOURCE = {"after", "gloss", "source_has", "we_believe"}  # in whatever language the source is there


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one language. Without keys they are the body of a Markdown file."""

    entry: Entry[Any]
    language: str
    text: str
    keys: tuple[str | int, ...] = ()

    def place(self, found: str, position: int) -> Place:
        """Return where what was found at a position of the words stands in the file."""
        if not self.keys:
            return self.entry.place_in_body(position)
        return self.entry.place_of_words(found, *self.keys, nth=self.text.count(found, 0, position))


@dataclass(frozen=True, slots=True)
class Text(Words):
    """A text in Markdown, and the address of its page below its language."""

    page: str = ""


def markdown(library: Library) -> Iterator[Text]:
    """Yield each text that is written in Markdown."""
    for case in library.cases.values():
        for language, words in case.record.words.items():
            page = f"case-studies/{case.id}.html"
            yield Text(case, language, words.body, ("words", language, "body"), page)
    for folder, shelf in (("paper/", library.sections), ("", library.pages)):
        for language, entries in shelf.items():
            for entry in entries.values():
                yield Text(entry, language, entry.body, (), f"{folder}{entry.id}.html")


def lines(library: Library) -> Iterator[Words]:
    """Yield all other words: names, headings, summaries, and whatever stands by language."""
    for case in library.cases.values():
        for language, words in case.record.words.items():
            for key in _LINES_OF_CASE:
                yield Words(case, language, getattr(words, key), ("words", language, key))
    for shelf in (library.sections, library.pages):
        for language, entries in shelf.items():
            for entry in entries.values():
                for key in _LINES_OF_SECTION:
                    if text := getattr(entry.record, key):
                        yield Words(entry, language, text, (key,))
    for field in translated_fields(library):
        if field.keys[-1] in _OF_THE_SOURCE:
            continue
        for language, text in field.words.items():
            yield Words(field.entry, language, text, (*field.keys, language))

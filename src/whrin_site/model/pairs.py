"""Each text of the library beside its translation into each language, whether there is one or not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from whrin_site.model.library import Entry, Library
from whrin_site.model.records import CaseWords, Section
from whrin_site.model.texts import case_source, section_source


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation. `path` is the file of the translation, or the one of the text without it.

    `keys` are those under which the words of the translation stand in that file; `source`
    are the words to translate, from the file `source_path`.
    """

    language: str
    path: str
    keys: tuple[str, ...]
    source: str
    source_path: str
    translation: CaseWords | Section | None


def pairs(library: Library) -> Iterator[Pair]:
    """Yield each text with each other language of the site: the paper, our pages, the case studies."""
    for shelf in (library.sections, library.pages):
        yield from _texts(library, shelf)
    yield from _cases(library)


def _texts(library: Library, shelf: Mapping[str, Mapping[str, Entry[Section]]]) -> Iterator[Pair]:
    for name, text in shelf.get(library.source_language, {}).items():
        source = section_source(text.record, text.body)
        for language in library.languages[1:]:
            translation = shelf.get(language, {}).get(name)
            path = translation.path if translation else text.path
            yield Pair(language, path, (), source, text.path, translation.record if translation else None)


def _cases(library: Library) -> Iterator[Pair]:
    for case in library.cases.values():
        words = case.record.words
        original = next((name for name in library.languages if name in words), None)
        if original is None:
            continue
        source = case_source(words[original])
        for language in library.languages:
            if language != original:
                yield Pair(language, case.path, ("words", language), source, case.path, words.get(language))


def sources_of(library: Library) -> Iterator[str]:
    """Yield each text of the library that translations are, or could be, made from."""
    for shelf in (library.sections, library.pages):
        for text in shelf.get(library.source_language, {}).values():
            yield section_source(text.record, text.body)
    for case in library.cases.values():
        yield from (case_source(words) for words in case.record.words.values())

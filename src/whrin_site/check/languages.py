"""Rule: words are kept only under languages that the site has."""

from collections.abc import Iterable, Iterator

from whrin_site.check.walk import translated_fields
from whrin_site.model.library import Library
from whrin_site.model.problems import Place, Problem


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each language that `content/site.yaml` does not name."""
    for entry in library.cases.values():
        for language in entry.record.words:
            yield from _known(library, language, entry.place_of_key("words", language))
    for shelf in (library.sections, library.pages):
        for language, entries in shelf.items():
            for text in entries.values():
                yield from _known(library, language, Place(text.path))
    for language in library.words:
        yield from _known(library, language, Place(f"content/words/{language}.po"))
    for field in translated_fields(library):
        for language in field.words:
            yield from _known(library, language, field.entry.place_of_key(*field.keys, language))


def _known(library: Library, language: str, place: Place) -> Iterable[Problem]:
    if language not in library.languages:
        message = "content/site.yaml names no language “{found}”, only {known}"
        known = ", ".join(library.languages)
        yield Problem("unknown-language", message, place, {"found": language, "known": known})

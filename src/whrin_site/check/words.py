"""Rule: the interface words of a language are there."""

from collections.abc import Iterator

from whrin_site.model.library import Library
from whrin_site.model.problems import Place, Problem

ENGLISH = "en"


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each language without words, and for each untranslated message."""
    for language in library.languages:
        if language == ENGLISH or library.is_partial(language):
            continue
        path = f"content/words/{language}.po"
        if language not in library.words and path not in library.unread:
            message = "the interface words of “{language}” are missing: there is no {path}"
            place = library.site.place("languages")
            yield Problem("no-words", message, place, {"language": language, "path": path})
        elif language in library.words:
            for text, line in library.words[language].untranslated.items():
                yield Problem(
                    "untranslated-words", "not translated: “{text}”", Place(path, line), {"text": text}
                )
            for text, line in library.words[language].guessed.items():
                message = "the words for “{text}” are a guess; mend them and take “fuzzy” away"
                yield Problem("fuzzy-words", message, Place(path, line), {"text": text})

"""Rule: the interface words of a language are there."""

from collections.abc import Iterator

from whrin_site.model.library import Library
from whrin_site.model.problems import Place, Problem
from whrin_site.tools.marked import M_

ENGLISH = "en"


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each language without words, and for each untranslated message."""
    for language in library.languages:
        if language == ENGLISH or library.is_partial(language):
            continue
        path = f"content/words/{language}.po"
        if language not in library.words and path not in library.unread:
            message = M_("the interface words of “{language}” are missing: there is no {path}")
            place = library.site.place("languages")
            yield Problem("no-words", message, place, {"language": language, "path": path})
        elif language in library.words:
            for text, line in library.words[language].untranslated.items():
                message = M_("not translated: “{text}”")
                yield Problem("untranslated-words", message, Place(path, line), {"text": text})
            for text, line in library.words[language].guessed.items():
                message = M_("the words for “{text}” are a guess; mend them and take “fuzzy” away")
                yield Problem("fuzzy-words", message, Place(path, line), {"text": text})

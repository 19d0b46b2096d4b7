"""Rule: the interface words of a language are there."""

from collections.abc import Iterator

from whrin_site.model.library import Library, Words
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
            yield from _gaps(library.words[language], path)
            yield from _gone(library, library.words[language], path)


def _gaps(words: Words, path: str) -> Iterator[Problem]:
    for text, line in words.untranslated.items():
        message = M_("not translated: “{text}”")
        yield Problem("untranslated-words", message, Place(path, line), {"text": text})
    for text, line in words.guessed.items():
        message = M_("the words for “{text}” are a guess; mend them and take “fuzzy” away")
        yield Problem("fuzzy-words", message, Place(path, line), {"text": text})


def _gone(library: Library, words: Words, path: str) -> Iterator[Problem]:
    """Yield one problem for all the messages that the file does not have, not even without words."""
    known = words.untranslated.keys() | words.guessed.keys()
    gone = sorted(text for text in library.messages if text not in known and not words.knows(text))
    if gone and path not in library.broken:
        message = M_("messages that are not in this file: {number}, such as “{text}”; “words” adds them")
        yield Problem("untranslated-words", message, Place(path), {"number": len(gone), "text": gone[0]})

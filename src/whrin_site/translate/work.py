"""What there is to do for each translation, counted in words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from whrin_site.model.library import Library
from whrin_site.model.pairs import Pair, pairs
from whrin_site.model.site import ShownStatus
from whrin_site.model.texts import hash_of, status_of
from whrin_site.model.walk import BY_NATURE_PARTIAL, translated_fields
from whrin_site.tools.worddiff import Change, changes

Known = Callable[[str, str], str | None]
"""Returns the source text that has this hash, if it is known; asked with the path of its file."""


@dataclass(frozen=True, slots=True)
class Work:
    """One translation: its state, how many words there are to translate and to read against the source.

    `changes` tells what changed in the source of an outdated one; None where the old source is not known.
    """

    language: str
    path: str
    state: ShownStatus
    to_translate: int = 0
    to_read: int = 0
    changes: tuple[Change, ...] | None = ()


def work(library: Library, messages: Iterable[str], known: Known) -> tuple[Work, ...]:
    """Return the work on each translation, language by language.

    `messages` are those of the interface.
    """
    wanted = tuple(messages)
    found = [of_pair(pair, known) for pair in pairs(library)]
    found += [*_of_fields(library), *_of_words(library, wanted)]
    return tuple(sorted(found, key=lambda item: library.languages.index(item.language)))


def of_pair(pair: Pair, known: Known) -> Work:
    """Return the work on one translation of a text."""
    words = len(pair.source.split())
    if pair.translation is None:
        return Work(pair.language, pair.path, "missing", to_translate=words)
    state = status_of(pair.translation, hash_of(pair.source))
    if state == "outdated":
        old = known(pair.source_path, pair.translation.source_hash or "")
        changed = None if old is None else tuple(changes(_plain(old), _plain(pair.source)))
        number = words if changed is None else sum(change.words for change in changed)
        return Work(pair.language, pair.path, state, to_translate=number, changes=changed)
    return Work(pair.language, pair.path, state, to_read=words if state == "draft" else 0)


def _of_fields(library: Library) -> Iterator[Work]:
    """Yield one piece of work for each file in which words of a field are missing."""
    missing: dict[tuple[str, str], int] = {}
    for field in translated_fields(library):
        source = field.words.get(library.source_language)
        if source is None or field.keys[-1] in BY_NATURE_PARTIAL:
            continue
        for language in library.languages[1:]:
            if language not in field.words:
                key = language, field.entry.path
                missing[key] = missing.get(key, 0) + len(source.split())
    for (language, path), words in missing.items():
        yield Work(language, path, "missing", to_translate=words)


def _of_words(library: Library, messages: tuple[str, ...]) -> Iterator[Work]:
    for language in library.languages:
        words = library.words.get(language)
        lacking = [text for text in messages if words is None or not words.knows(text)]
        if lacking and language != "en":
            number = sum(len(text.split()) for text in lacking)
            yield Work(language, f"content/words/{language}.po", "missing", to_translate=number)


def _plain(source: str) -> str:
    return source.replace("\0", " ")

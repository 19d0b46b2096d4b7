"""The right word that somebody probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

_CLOSE, _CLOSE_IF_SHORT, _SHORT = 0.6, 0.5, 3
_MANY = 400  # words, above which only those are compared that begin or end alike and are about as long


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like this one, or None when nothing is close."""
    typed = word.casefold()
    by_folded = {item.casefold(): item for item in known}
    candidates = list(by_folded)
    if len(candidates) > _MANY:
        candidates = [item for item in candidates if _resembles(item, typed)]
    found = get_close_matches(
        typed, candidates, n=1, cutoff=_CLOSE if len(word) > _SHORT else _CLOSE_IF_SHORT
    )
    return by_folded[found[0]] if found else None


def hint(word: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that names the nearest known word, or nothing."""
    near = nearest(word, known)
    return f"; did you mean “{near}”?" if near else ""


def _resembles(item: str, word: str) -> bool:
    return abs(len(item) - len(word)) <= 2 and (item[:2] == word[:2] or item[-2:] == word[-2:])

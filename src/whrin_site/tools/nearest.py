"""The right word that somebody probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

_CLOSE, _CLOSE_IF_SHORT, _SHORT = 0.6, 0.5, 3


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like this one, or None when nothing is close."""
    by_folded = {item.casefold(): item for item in known}
    found = get_close_matches(
        word.casefold(), by_folded, n=1, cutoff=_CLOSE if len(word) > _SHORT else _CLOSE_IF_SHORT
    )
    return by_folded[found[0]] if found else None


def hint(word: str, known: Iterable[str]) -> str:
    """Return the end of a message that names the nearest known word, or nothing."""
    near = nearest(word, known)
    return f"; did you mean “{near}”?" if near else ""

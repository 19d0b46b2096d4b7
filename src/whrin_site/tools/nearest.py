"""The right word that somebody probably meant."""

from bisect import bisect
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache

_CLOSE, _CLOSE_IF_SHORT, _SHORT = 0.6, 0.5, 3
_MANY = 60  # words, above which only those are compared that begin or end most like the typed one
_BESIDE = 5  # of these so many before and behind it in the order of the alphabet


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like this one, or None when nothing is close."""
    return _nearest(word, tuple(known))


@lru_cache(maxsize=256)  # the same slip stands in many files
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    typed = word.casefold()
    by_folded = _by_folded(known)
    candidates = by_folded if len(by_folded) <= _MANY else dict.fromkeys(_neighbours(typed, known))
    cutoff = _CLOSE if len(word) > _SHORT else _CLOSE_IF_SHORT
    found = get_close_matches(typed, list(candidates), n=1, cutoff=cutoff)
    return by_folded[found[0]] if found else None


@lru_cache(maxsize=16)
def _by_folded(known: tuple[str, ...]) -> dict[str, str]:
    return {item.casefold(): item for item in known}


def _neighbours(typed: str, known: tuple[str, ...]) -> Iterator[str]:
    """Yield the words that begin as this one does, then those that end so."""
    forwards, backwards = _in_order(known)
    yield from _beside(typed, forwards)
    yield from (item[::-1] for item in _beside(typed[::-1], backwards))


def _beside(word: str, words: list[str]) -> list[str]:
    place = bisect(words, word)
    return words[max(0, place - _BESIDE) : place + _BESIDE]


@lru_cache(maxsize=16)
def _in_order(known: tuple[str, ...]) -> tuple[list[str], list[str]]:
    folded = _by_folded(known)
    return sorted(folded), sorted(item[::-1] for item in folded)

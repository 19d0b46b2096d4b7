"""A file joined from pieces, of which a build makes only those that it does not have yet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Seams = Sequence[Any]
"""How to take a file apart again: how many bytes its head has, how many stand between two pieces, for each
piece its key, how many it has, and its `Inner` parts, and the key of head and tail. Nothing for a file that
is in one piece. It comes back from JSON as it was."""

Ends = tuple[bytes, bytes]
"""The head and the tail of a file."""

Span = tuple[int, int]
"""Where a piece begins and ends in a file."""

Inner = tuple[str, int, int]
"""A part that stands inside a piece: its key, where it begins there, and how many bytes it has."""


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a file in several parts, in their order. The seams are there once all parts were taken."""

    parts: Iterable[bytes]
    seams: list[Any] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Apart:
    """A file as the last build left it: where its pieces and their inner parts are, by their keys.

    `around` is the key of its head and tail, and where they end and begin.
    """

    data: bytes = b""
    spans: Mapping[str, Span] = field(default_factory=dict)
    inner: Mapping[str, Sequence[Inner]] = field(default_factory=dict)
    around: tuple[str, int, int] = ("", 0, 0)

    @classmethod
    def at(cls, seams: Seams, data: bytes) -> "Apart":
        """Take a file apart at its seams; one that is shorter than they say has no pieces."""
        if not seams:
            return cls()
        head, between, pieces, key_of_ends = seams
        end = head - between
        spans: dict[str, Span] = {}
        inner: dict[str, Sequence[Inner]] = {}
        for key, length, *parts in pieces:
            start = end + between
            end = start + length
            spans[key] = start, end
            if parts:
                inner[key] = [part for part in parts if 0 <= part[1] <= part[1] + part[2] <= length]
                spans.update((name, (start + at, start + at + size)) for name, at, size in inner[key])
        tail = end if pieces else head
        return cls(data, spans, inner, (key_of_ends, head, tail)) if tail <= len(data) else cls()

    def part(self, key: str) -> bytes | None:
        """Return a piece or an inner part, if it is there."""
        span = self.spans.get(key)
        return self.data[slice(*span)] if span else None

    def ends(self, key: str) -> Ends | None:
        """Return head and tail, if they have this key."""
        known, head, tail = self.around
        return (self.data[:head], self.data[tail:]) if key and key == known else None


@dataclass(frozen=True, slots=True)
class Pieces:
    """How a file is joined: `items` has for each piece a key of all it comes from, and what `make` gets.

    `ends` makes head and tail; with a `key_of_ends`, of all they come from, only if the old file lacks them.
    `within` gives what stands inside the pieces made so far, by keys: the inner parts for the next build.
    """

    ends: Callable[[], Ends]
    items: tuple[tuple[str, Any], ...]
    make: Callable[[Any], bytes]
    between: bytes = b""
    key_of_ends: str = ""
    within: Callable[[], Iterable[tuple[str, bytes]]] = tuple

    def join(self, old: Apart) -> Made:
        """Return the file, piece by piece; what the old one has is not made again."""
        seams: list[Any] = []
        return Made(self._parts(old, seams), seams)

    def _parts(self, old: Apart, seams: list[Any]) -> Iterator[bytes]:
        lengths: list[tuple[str, int, *tuple[Inner, ...]]] = []
        start = end = 0  # pieces that stand one after the other in the old file come from there as one part
        head, tail = old.ends(self.key_of_ends) or self.ends()
        yield head
        for number, (key, item) in enumerate(self.items):
            before = self.between if number else b""
            span = old.spans.get(key)
            if span and start < end and span[0] == end + len(before) and old.data[end : span[0]] == before:
                end = span[1]
                lengths.append((key, span[1] - span[0], *old.inner.get(key, ())))
                continue
            yield old.data[start:end]
            start, end = span or (0, 0)
            made = old.data[:0] if span else self.make(item)
            inner = old.inner.get(key, ()) if span else self._inner(made)
            lengths.append((key, end - start if span else len(made), *inner))
            yield before + made
        yield old.data[start:end]
        yield tail
        seams.extend((len(head), len(self.between), lengths, self.key_of_ends))

    def _inner(self, made: bytes) -> Iterator[Inner]:
        for key, part in self.within():
            if part and (at := made.find(part)) >= 0:
                yield key, at, len(part)

"""A file joined from pieces, of which a build makes only those that it does not have yet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Seams = Sequence[Any]
"""How to take a file apart again: the bytes of its head, those between two pieces, and for each piece its
key and its bytes. Nothing for a file that is in one piece. It comes back from JSON as it was."""


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a file in several parts, in their order. The seams are there once all parts were taken."""

    parts: Iterable[bytes]
    seams: list[Any] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pieces:
    """How a file is joined: `items` has for each piece a key of all it comes from, and what `make` gets."""

    head: bytes
    items: tuple[tuple[str, Any], ...]
    make: Callable[[Any], bytes]
    between: bytes = b""
    tail: bytes = b""

    def join(self, known: Mapping[str, bytes]) -> Made:
        """Return the file, piece by piece; one that is known is not made again."""
        seams: list[Any] = []
        return Made(self._parts(known, seams), seams)

    def _parts(self, known: Mapping[str, bytes], seams: list[Any]) -> Iterator[bytes]:
        lengths: list[tuple[str, int]] = []
        yield self.head
        for number, (key, item) in enumerate(self.items):
            piece = known[key] if key in known else self.make(item)
            lengths.append((key, len(piece)))
            yield self.between + piece if number else piece
        yield self.tail
        seams.extend((len(self.head), len(self.between), lengths))


def apart(data: bytes, seams: Seams) -> dict[str, bytes]:
    """Return the pieces of a file by their keys."""
    if not seams:
        return {}
    position, between, pieces = seams
    found: dict[str, bytes] = {}
    for key, length in pieces:
        found[key] = data[position : position + length]
        position += length + between
    return found

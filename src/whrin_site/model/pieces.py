"""A file joined from pieces, of which a build makes only those that it does not have yet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Seams = Sequence[Any]
"""How to take a file apart again: the bytes of its head, those between two pieces, and for each piece its
key and its bytes. Nothing for a file that is in one piece. It comes back from JSON as it was."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """How a file is joined: `made` has for each piece a key of all it is made from, and what makes it."""

    head: bytes
    made: tuple[tuple[str, Callable[[], bytes]], ...]
    between: bytes = b""
    tail: bytes = b""

    def join(self, known: Mapping[str, bytes]) -> tuple[bytes, Seams]:
        """Return the file and its seams; a piece that is known is not made again."""
        found = [(key, known[key] if key in known else make()) for key, make in self.made]
        data = b"".join((self.head, self.between.join(piece for _, piece in found), self.tail))
        return data, (len(self.head), len(self.between), [(key, len(piece)) for key, piece in found])


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

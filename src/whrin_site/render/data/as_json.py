"""JSON as we publish it: in UTF-8, an entry to a line, the same every time."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from whrin_site.model.pieces import Pieces
from whrin_site.tools.compact_json import compact

T = TypeVar("T")

BETWEEN = b",\n"


def whole(
    content: Mapping[str, object],
    name: str,
    entries: tuple[tuple[str, T], ...],
    make: Callable[[T], bytes],
) -> Pieces:
    """Return the pieces of a mapping whose last value, under this name, is a list with a line for each entry.

    A change to an entry is seen as one changed line.
    """
    before = b"".join(compact(key) + b": " + compact(value) + BETWEEN for key, value in content.items())
    opening, closing = (b"[\n", b"\n]") if entries else (b"[", b"]")
    head = b"{\n" + before + compact(name) + b": " + opening
    return Pieces(lambda: (head, closing + b"\n}\n"), entries, make, BETWEEN)

"""JSON as we publish it: in UTF-8, an entry to a line, the same every time."""

import json
from collections.abc import Callable, Iterable, Mapping

from whrin_site.model.pieces import Pieces

BETWEEN = b",\n"


def line(value: object) -> bytes:
    """Return the bytes of an entry. Python writes one line twenty times as fast as what it has to indent."""
    return json.dumps(value, ensure_ascii=False).encode()


def whole(
    content: Mapping[str, object], name: str, entries: Iterable[tuple[str, Callable[[], bytes]]]
) -> Pieces:
    """Return the pieces of a mapping whose last value, under this name, is a list with a line for each entry.

    A change to an entry is seen as one changed line.
    """
    before = b"".join(line(key) + b": " + line(value) + BETWEEN for key, value in content.items())
    made = tuple(entries)
    opening, closing = (b"[\n", b"\n]") if made else (b"[", b"]")
    return Pieces(b"{\n" + before + line(name) + b": " + opening, made, BETWEEN, closing + b"\n}\n")

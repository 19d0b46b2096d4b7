"""JSON as we publish it: in UTF-8, an entry to a line, the same every time."""

from collections.abc import Callable, Iterable, Mapping

from whrin_site.model.pieces import Pieces
from whrin_site.tools.compact_json import compact

BETWEEN = b",\n"


def whole(
    content: Mapping[str, object], name: str, entries: Iterable[tuple[str, Callable[[], bytes]]]
) -> Pieces:
    """Return the pieces of a mapping whose last value, under this name, is a list with a line for each entry.

    A change to an entry is seen as one changed line.
    """
    before = b"".join(compact(key) + b": " + compact(value) + BETWEEN for key, value in content.items())
    made = tuple(entries)
    opening, closing = (b"[\n", b"\n]") if made else (b"[", b"]")
    return Pieces(b"{\n" + before + compact(name) + b": " + opening, made, BETWEEN, closing + b"\n}\n")

"""JSON in one line."""

from pydantic_core import to_json


def compact(value: object) -> bytes:
    """Return the JSON (RFC 8259) of plain values, in UTF-8 without blanks, keys in their order.

    What Pydantic has for it is five times as fast as Python's own.
    """
    return to_json(value)

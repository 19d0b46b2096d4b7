"""JSON as we publish it: readable, in UTF-8, the same every time."""

import json


def as_json(content: object) -> bytes:
    """Return the bytes of a value, with its keys in the order in which they were put."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()

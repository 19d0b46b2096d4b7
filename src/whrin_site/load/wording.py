"""What is wrong with a value, in our words instead of pydantic's."""

from collections.abc import Mapping
from typing import Any, get_type_hints

from whrin_site.tools.nearest import hint

Wording = tuple[str, str, Mapping[str, object]]

_BY_TYPE = {
    "string_too_short": ("empty-value", "this value is empty; fill it in, or remove the line"),
    "too_short": ("empty-value", "“{key}” is empty; fill it in, or remove it"),
    "string_type": ("wrong-type", "“{key}” must be a text"),
    "tuple_type": ("wrong-type", "“{key}” must be a list: one line for each item, beginning with “- ”"),
    "mapping_type": ("wrong-type", "“{key}” must have keys of its own below it"),
    "dict_type": ("wrong-type", "“{key}” must have keys of its own below it"),
    "dataclass_type": ("wrong-type", "“{key}” must have keys of its own below it"),
    "missing": ("missing-key", "the key “{key}” is missing here"),
    "literal_error": ("unknown-value", "“{found}” is none of: {expected}{hint}"),
}

_BY_SCALAR = {
    "date": ("wrong-date", "“{found}” is no date; write it as year-month-day, for example 2019-12-10"),
    "truth": ("wrong-truth", "“{found}” is neither true nor false"),
    "whole": ("wrong-number", "“{found}” is no whole number"),
    "latitude": ("wrong-degrees", "“{found}” is no latitude: write a number from -90 to 90, such as 59"),
    "longitude": (
        "wrong-degrees",
        "“{found}” is no longitude: write a number from -180 to 180, such as 18",
    ),
}


def word(error: Mapping[str, Any], known_keys: tuple[str, ...], name: str = "") -> Wording:
    """Return code, message and values for one error of pydantic's.

    `known_keys` are the keys allowed where the error is, to name the nearest one;
    `name` is what the record itself is called, for errors about all of it.
    """
    loc = error["loc"] or (name,)
    key, kind, found = str(loc[-1]), error["type"], error["input"]
    if kind == "unexpected_keyword_argument":
        return (
            "unknown-key",
            "there is no key “{key}” here{hint}",
            {"key": key, "hint": hint(key, known_keys)},
        )
    if kind == "value_error":
        said = str(error["ctx"]["error"])
        code, message = _BY_SCALAR.get(said, ("wrong-date", "there is no such day as “{found}”"))
        return code, message, {"found": found}
    if kind in _BY_TYPE:
        code, message = _BY_TYPE[kind]
        values = {"key": key, "found": found}
        if kind == "literal_error":
            choices = _choices(error["ctx"]["expected"])
            values |= {"expected": ", ".join(choices), "hint": hint(str(found), choices)}
        return code, message, values
    return "wrong-value", "“{key}”: {said}", {"key": key, "said": error["msg"]}


def keys_of(record: type, loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the keys that a record, or what stands in it at `loc`, allows."""
    current: Any = record
    for step in loc:
        if hasattr(current, "__dataclass_fields__"):
            current = get_type_hints(current).get(str(step))
        current = _inside(current)
    return tuple(getattr(current, "__dataclass_fields__", ()))


def _inside(annotation: Any) -> Any:
    """Return the record class that an annotation such as `tuple[Tag, ...]` holds, if any."""
    while not hasattr(annotation, "__dataclass_fields__"):
        inner = [a for a in getattr(annotation, "__args__", ()) if a is not Ellipsis and a is not type(None)]
        if not inner:
            return None
        annotation = inner[-1]
    return annotation


def _choices(expected: str) -> tuple[str, ...]:
    return tuple(part.strip(" '") for part in expected.replace(" or ", ", ").split(","))

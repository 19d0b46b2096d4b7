"""What is wrong with a value, in our words instead of pydantic's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, get_type_hints

from whrin_site.tools.characters import as_latin, cyrillic_in
from whrin_site.tools.marked import M_
from whrin_site.tools.nearest import nearest


@dataclass(frozen=True, slots=True)
class Wording:
    """Code, message and values of a problem, and the nearest right value."""

    code: str
    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    meant: str | None = None


_BELOW = M_("“{key}” must have keys of its own below it")

_BY_TYPE = {
    "string_too_short": ("empty-value", M_("this value is empty; fill it in, or remove the line")),
    "too_short": ("empty-value", M_("“{key}” is empty; fill it in, or remove it")),
    "string_type": ("wrong-type", M_("“{key}” must be a text")),
    "tuple_type": (
        "wrong-type",
        M_("“{key}” must be a list: one line for each item, beginning with “- ”"),
    ),
    "mapping_type": ("wrong-type", _BELOW),
    "dict_type": ("wrong-type", _BELOW),
    "dataclass_type": ("wrong-type", _BELOW),
    "missing": ("missing-key", M_("the key “{key}” is missing here")),
}

_BY_SCALAR = {
    "date": ("wrong-date", M_("“{found}” is no date; write it as year-month-day, for example 2019-12-10")),
    "truth": ("wrong-truth", M_("“{found}” is neither true nor false")),
    "whole": ("wrong-number", M_("“{found}” is no whole number")),
    "latitude": (
        "wrong-degrees",
        M_("“{found}” is no latitude: write a number from -90 to 90, such as 59"),
    ),
    "longitude": (
        "wrong-degrees",
        M_("“{found}” is no longitude: write a number from -180 to 180, such as 18"),
    ),
}
_TWO = ("wrong-value", M_("“{key}” takes two numbers: the first line and the last one"))
_NO_DAY = ("wrong-date", M_("there is no such day as “{found}”"))


def word(error: Mapping[str, Any], known_keys: tuple[str, ...], name: str = "") -> Wording:
    """Return what to say about one error of pydantic's.

    `known_keys` are the keys allowed where the error is, to name the nearest one;
    `name` is what the record itself is called, for errors about all of it.
    """
    loc = error["loc"] or (name,)
    names = [step for step in loc if isinstance(step, str)]
    key, kind, found = str(names[-1] if names else name), error["type"], error["input"]
    if kind == "unexpected_keyword_argument":
        return _unknown_key(key, known_keys)
    if kind == "literal_error":
        choices = _choices(error["ctx"]["expected"])
        message = M_("“{found}” is none of: {expected}")
        values = {"found": found, "expected": ", ".join(choices)}
        return Wording("unknown-value", message, values, nearest(str(found), choices))
    if kind == "value_error":
        return Wording(*_BY_SCALAR.get(str(error["ctx"]["error"]), _NO_DAY), {"found": found})
    if kind == "too_long" or (kind == "missing" and isinstance(loc[-1], int)):
        return Wording(*_TWO, {"key": key})
    if kind == "dataclass_type" and isinstance(loc[-1], int):
        return Wording("wrong-type", M_("each item of “{key}” must have keys of its own"), {"key": key})
    if kind in _BY_TYPE:
        return Wording(*_BY_TYPE[kind], {"key": key})
    return Wording("wrong-value", M_("“{key}”: {said}"), {"key": key, "said": error["msg"]})


def keys_of(record: type, loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the keys that a record, or what stands in it at `loc`, allows."""
    current: Any = record
    for step in loc:
        if step in getattr(current, "__dataclass_fields__", ()):  # else a number, or a language
            current = _inside(get_type_hints(current)[str(step)])
    return tuple(getattr(current, "__dataclass_fields__", ()))


def _unknown_key(key: str, known: tuple[str, ...]) -> Wording:
    if as_latin(key) in known and as_latin(key) != key:
        message = M_("“{found}” has Cyrillic letters that look like Latin ones ({letters}); type it again")
        return Wording("foreign-letters", message, {"found": key, "letters": cyrillic_in(key)})
    return Wording("unknown-key", M_("there is no key “{key}” here"), {"key": key}, nearest(key, known))


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

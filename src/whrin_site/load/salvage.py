"""A broken record with stand-ins for its wrong parts, so that the rules can look at the others."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from pydantic import ValidationError

from whrin_site.tools.stand_in import STAND_IN

R = TypeVar("R")
Keys = tuple[str | int, ...]

_ROUNDS = 5  # what was put in may be wrong in its turn, such as a list that must have two items
_SCALARS: Mapping[Any, str] = {str: STAND_IN, int: "0", float: "0", bool: "true", date: "2000-01-01"}


def salvaged(
    kind: type[R], validate: Callable[[Any], R], value: Any, errors: Iterable[Mapping[str, Any]]
) -> R | None:
    """Return the record of a value without its wrong parts, or None where nothing helps.

    Keys that nobody knows are taken away; what is wrong or missing is replaced by a stand-in.
    """
    for _ in range(_ROUNDS):
        for error in errors:
            value = _mended(value, kind, error["loc"], error["type"] == "unexpected_keyword_argument")
        try:
            return validate(value)
        except ValidationError as error:
            errors = [dict(found) for found in error.errors(include_url=False)]
    return None


def _mended(value: Any, annotation: Any, keys: Keys, is_surplus: bool) -> Any:
    """Return the value with what stands under these keys taken away, if it is surplus, or replaced."""
    if not keys:
        return _stand_in(annotation)
    key, *rest = keys
    if isinstance(value, list) and isinstance(key, int) and key < len(value):
        item = _mended(value[key], _inside(annotation, key), tuple(rest), is_surplus)
        return [*value[:key], item, *value[key + 1 :]]
    if not isinstance(value, dict):
        return _stand_in(annotation)
    if is_surplus and not rest:
        return {name: found for name, found in value.items() if name != key}
    return value | {key: _mended(value.get(key), _inside(annotation, key), tuple(rest), is_surplus)}


def _stand_in(annotation: Any) -> Any:
    """Return a value, as a file would hold it, that a field of this type takes."""
    annotation = _without_none(annotation)
    inner = get_args(annotation)
    if is_dataclass(annotation):
        needed = (f for f in fields(annotation) if f.default is MISSING and f.default_factory is MISSING)
        return {field.name: _stand_in(_inside(annotation, field.name)) for field in needed}
    if get_origin(annotation) is Literal:
        return inner[-1]
    if get_origin(annotation) is tuple:
        return [_stand_in(item) for item in inner if item is not Ellipsis]
    return {STAND_IN: _stand_in(inner[-1])} if inner else _SCALARS[annotation]


def _inside(annotation: Any, key: str | int) -> Any:
    """Return the type of what stands under a key of a record, a list or a mapping."""
    annotation = _without_none(annotation)
    if is_dataclass(annotation):
        return _hints(annotation)[str(key)]
    inner = [item for item in get_args(annotation) if item is not Ellipsis]
    return inner[min(key, len(inner) - 1)] if isinstance(key, int) else inner[-1]


def _without_none(annotation: Any) -> Any:
    """Return X for `X | None`."""
    if type(None) not in get_args(annotation):
        return annotation
    return next(item for item in get_args(annotation) if item is not type(None))


_hints: Callable[[Any], dict[str, Any]] = cache(get_type_hints)

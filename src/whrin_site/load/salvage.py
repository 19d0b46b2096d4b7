"""What is left of a broken record: without the wrong parts, so that the rules can look at the others."""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import ValidationError

R = TypeVar("R")
Keys = tuple[str | int, ...]

_SOME_ORDER = "0"
_ROUNDS = 5  # what was taken away may have been needed one level up


def salvaged(validate: Callable[[Any], R], value: Any, errors: Iterable[Mapping[str, Any]]) -> R | None:
    """Return the record of a value without its wrong parts, or None where too little would be left.

    A list goes as a whole, so that what stays keeps its place. A text whose words are in doubt is not
    salvaged: all that is said of a text would be in doubt as well.
    """
    left = deepcopy(value)
    for _ in range(_ROUNDS):
        for error in errors:
            if error["loc"] == ("order",):
                left["order"] = _SOME_ORDER
            elif not _taken_away(left, _wrong_part(error)):
                return None
        try:
            return validate(left)
        except ValidationError as error:
            errors = [dict(found) for found in error.errors(include_url=False)]
    return None


def _wrong_part(error: Mapping[str, Any]) -> Keys:
    keys: Keys = error["loc"]
    if error["type"] == "unexpected_keyword_argument":
        return keys
    if keys[:1] == ("words",):
        return ()
    return keys[:-1] if error["type"] == "missing" else keys


def _taken_away(value: Any, keys: Keys) -> bool:
    """Take away what stands under these keys, or the list around it; tell whether that was possible."""
    above: dict[str, Any] | None = None
    for key in keys:
        if isinstance(value, dict):
            above, name = value, str(key)
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            return False
    if above is None or name not in above:
        return False
    del above[name]
    return True

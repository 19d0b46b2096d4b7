"""What a plain YAML scalar means, once a field asks for more than text."""

import re
from datetime import date

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"0|-?[1-9]\d{0,8}")
_DECIMAL = re.compile(r"-?\d{1,3}(?:\.\d{1,6})?")
_TRUTH = {"true": True, "false": False}


def parse_date(value: object) -> object:
    """Return the day that `YYYY-MM-DD` (ISO 8601) names; raise ValueError for anything else."""
    if not isinstance(value, str):
        return value
    if not _DATE.fullmatch(value):
        raise ValueError("date")
    return date.fromisoformat(value)


def parse_truth(value: object) -> object:
    """Return the truth value of `true` or `false`; raise ValueError for `yes`, `1` and the like."""
    if not isinstance(value, str):
        return value
    if value not in _TRUTH:
        raise ValueError("truth")
    return _TRUTH[value]


def parse_whole(value: object) -> object:
    """Return the whole number that the text spells without leading zeros; else raise ValueError."""
    if not isinstance(value, str):
        return value
    if not _WHOLE.fullmatch(value):
        raise ValueError("whole")
    return int(value)


def parse_latitude(value: object) -> object:
    """Return the degrees north (WGS 84, -90 to 90) that the text spells; else raise ValueError."""
    return _degrees(value, 90, "latitude")


def parse_longitude(value: object) -> object:
    """Return the degrees east (WGS 84, -180 to 180) that the text spells; else raise ValueError."""
    return _degrees(value, 180, "longitude")


def _degrees(value: object, most: int, name: str) -> object:
    if not isinstance(value, str):
        return value
    if not _DECIMAL.fullmatch(value) or abs(float(value)) > most:
        raise ValueError(name)
    return float(value)

"""The values of a YAML text that hides nothing, read without looking where they stand."""

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from whrin_site.tools import limits
from whrin_site.tools.characters import first_unseen

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# A `#` behind something, which may begin a remark, and a backslash that YAML may take for something.
_MAY_HIDE = re.compile(r"\S[ \t]+#|:\\|\\_")
_NO_BREAK = "\u00a0"

_Next = Callable[[], Any]


class _Hidden(Exception):
    """The text has something of which an editor has to be told."""


def plain_value(text: str) -> object | None:
    """Return strings, lists and dicts, or None for a text with any mistake or oddity at all.

    An oddity is what YAML would hide: a repeated key, an alias, a tag, an empty value.
    """
    if _MAY_HIDE.search(text) or first_unseen(text) >= 0:
        return None
    events = LOADER(text).get_event
    try:
        _expect(events, StreamStartEvent)
        _expect(events, DocumentStartEvent)
        value = _value(events, events(), 0)
        _expect(events, DocumentEndEvent)
        _expect(events, StreamEndEvent)
    except (yaml.YAMLError, _Hidden, RecursionError, ValueError):
        return None
    return value


def _expect(events: _Next, kind: type[yaml.Event]) -> None:
    if not isinstance(events(), kind):
        raise _Hidden


def _value(events: _Next, event: Any, depth: int) -> object:
    kind = type(event)
    if kind is ScalarEvent:
        return _scalar(event)
    if event.anchor is not None or event.tag is not None or depth > limits.YAML_DEPTH:
        raise _Hidden
    if kind is MappingStartEvent:
        return _mapping(events, depth + 1)
    if kind is SequenceStartEvent:
        return _sequence(events, depth + 1)
    raise _Hidden


def _scalar(event: Any) -> str:
    if event.tag is not None or event.anchor is not None:
        raise _Hidden
    value: str = event.value
    # Only between double quotation marks can something stand that the text itself does not have.
    if not value or value.isspace() or (event.style == '"' and first_unseen(value) >= 0):
        raise _Hidden
    return value


def _mapping(events: _Next, depth: int) -> dict[str, object]:
    found: dict[str, object] = {}
    while type(event := events()) is not MappingEndEvent:
        if type(event) is not ScalarEvent:
            raise _Hidden
        key = _scalar(event)
        if key in found or _NO_BREAK in key:
            raise _Hidden
        found[key] = _value(events, events(), depth)
    return found


def _sequence(events: _Next, depth: int) -> list[object]:
    found: list[object] = []
    while type(event := events()) is not SequenceEndEvent:
        found.append(_value(events, event, depth))
    return found

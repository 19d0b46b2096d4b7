"""What makes a class a record: frozen, complete when made, closed to unknown keys."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

from pydantic import ConfigDict

T = TypeVar("T")

_CLOSED = ConfigDict(extra="forbid")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Return the class as a frozen dataclass which refuses keys that it does not name."""
    made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
    # Where pydantic looks for the configuration of a standard dataclass.
    made.__pydantic_config__ = _CLOSED  # type: ignore[attr-defined]
    return made

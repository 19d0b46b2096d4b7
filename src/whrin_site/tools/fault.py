"""A mistake in one file, as a tool that knows nothing of the project sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in a file: a code, a message with `{names}`, its line and column."""

    code: str
    message: str
    at: tuple[int, int]
    values: Mapping[str, object] = field(default_factory=dict)

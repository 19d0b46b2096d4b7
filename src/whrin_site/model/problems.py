"""What an editor got wrong: a value with a place, collected and never raised."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where an editor has to type. Lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: its stable code, where it is, and what to say about it.

    `message` is a template whose `{names}` stand in `values`, so that the same
    problem can be told in another language.
    """

    code: str
    message: str
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"

    def text(self) -> str:
        """Return the message with its values filled in."""
        return self.message.format_map(self.values)

    def __str__(self) -> str:
        line = f"{self.place}: {self.severity}: {self.text()} [{self.code}]"
        # What stands in a file must not move the cursor, or turn the direction, of a terminal.
        return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in line)


class SiteError(Exception):
    """What makes going on impossible, said in a sentence that the reader can act on."""

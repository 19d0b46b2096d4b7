"""What an editor got wrong: a value with a place, collected and never raised."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import total_ordering
from typing import Literal

Severity = Literal["error", "warning"]
Translate = Callable[[str], str]
"""Returns a message in the language of whoever reads it."""

_SHOWN = 300  # characters of a value


@total_ordering
class Place:
    """Where an editor has to type. Lines and columns count from 1.

    A place may be given as what finds it: in a file without mistakes nobody looks.
    """

    __slots__ = ("_at", "path")

    def __init__(self, path: str, line: int = 1, column: int = 1) -> None:
        self.path = path
        self._at: tuple[int, int] | Callable[[], tuple[int, int]] = (line, column)

    @classmethod
    def found_by(cls, path: str, find: Callable[[], tuple[int, int]]) -> "Place":
        """Return a place whose line and column are looked up when somebody asks for them."""
        place = cls(path)
        place._at = find
        return place

    @property
    def line(self) -> int:
        return self._found()[0]

    @property
    def column(self) -> int:
        return self._found()[1]

    def _found(self) -> tuple[int, int]:
        if callable(self._at):
            self._at = self._at()
        return self._at

    def _key(self) -> tuple[str, tuple[int, int]]:
        return self.path, self._found()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and self._key() == other._key()

    def __lt__(self, other: "Place") -> bool:
        return self._key() < other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def __repr__(self) -> str:
        return f"Place({str(self)!r})"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: its stable code, where it is, and what to say about it.

    `message` is a template whose `{names}` stand in `values`, so that the same problem can be
    told in another language. `meant` is the nearest right value, `also` where the same stands again,
    `around` where other mistakes may only follow from this one.
    """

    code: str
    message: str
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"
    meant: str | None = None
    also: tuple[Place, ...] = ()
    around: tuple[Place, ...] = ()

    def text(self, translate: Translate = str) -> str:
        """Return the message with its values filled in, on one line."""
        told = translate(self.message).format_map({key: _short(value) for key, value in self.values.items()})
        if self.meant:
            told += translate("; did you mean “{meant}”?").format(meant=self.meant)
        if self.also:
            places = ", ".join(map(str, self.also))
            told += translate(" (also used at {places})").format(places=places)
        return visible(told)

    def line(self, translate: Translate = str) -> str:
        """Return place, severity, message and code, as compilers do."""
        kind = translate("error") if self.severity == "error" else translate("warning")
        return f"{visible(str(self.place))}: {kind}: {self.text(translate)} [{self.code}]"

    def __str__(self) -> str:
        return self.line()


def _short(value: object) -> object:
    """Return a value as a message shows it: what a stranger wrote must not fill the screen."""
    return f"{value[:_SHOWN]}…" if isinstance(value, str) and len(value) > _SHOWN else value


def strictly(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems with all warnings taken for errors."""
    return tuple(replace(problem, severity="error") for problem in problems)


def visible(text: str) -> str:
    """Return a text that cannot move the cursor, or turn the direction, of a terminal."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in text)


class SiteError(Exception):
    """What makes going on impossible, said in a sentence that the reader can act on.

    `message` is a template like that of a problem, filled in with the values, of which `why` may be a
    message itself.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message.format_map(values) if values else message)
        self.message, self.values = message, values

    def text(self, translate: Translate = str) -> str:
        """Return the sentence in another language."""
        if not self.values:
            return translate(self.message)
        why = {"why": translate(str(self.values["why"]))} if "why" in self.values else {}
        return translate(self.message).format_map({**self.values, **why})

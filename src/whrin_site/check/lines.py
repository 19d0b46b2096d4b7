"""Rule: the lines of the paper from which a text was taken are counted from 1, the first one first."""

from collections.abc import Iterator
from typing import Any

from whrin_site.model.library import Entry, Library
from whrin_site.model.problems import Problem
from whrin_site.tools.marked import M_


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each pair of lines that no text can have."""
    for case in library.cases.values():
        yield from _lines(case.record.lines, case)
    for shelf in (library.sections, library.pages):
        for entries in shelf.values():
            for text in entries.values():
                yield from _lines(text.record.lines, text)


def _lines(found: tuple[int, int] | None, entry: Entry[Any]) -> Iterator[Problem]:
    if found and not 0 < found[0] <= found[1]:
        message = M_("no text goes from line {first} to line {last}; lines are counted from 1")
        yield Problem("wrong-value", message, entry.place("lines"), {"first": found[0], "last": found[1]})

"""One file's values read into records, each mistake with its place."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from whrin_site.load.salvage import salvaged
from whrin_site.load.wording import keys_of, word
from whrin_site.model.library import Entry
from whrin_site.model.problems import Place, Problem
from whrin_site.tools.characters import as_latin
from whrin_site.tools.fault import Fault
from whrin_site.tools.marked import M_
from whrin_site.tools.yamlfile import Document
from whrin_site.tools.yamlnodes import Keys

R = TypeVar("R")

adapter = cache(TypeAdapter)
"""Validates values as a record of ours."""

_LACKING = {"missing-key", "unknown-key", "foreign-letters", "wrong-truth"}
"""Codes after which other things around may seem to be missing."""


def read_whole(
    kind: type[R], path: str, name: str, document: Document
) -> tuple[Entry[R] | None, list[Problem]]:
    """Return the record that a file consists of, or None, and all that is wrong with the file."""
    faults = told(path, document.faults)
    if not isinstance(document.value, dict):
        return None, faults or [not_a_mapping(path, document)]
    entry, problems = read_one(kind, path, name, document)
    return entry, faults + problems


def read_one(
    kind: type[R], path: str, name: str, document: Document, below: tuple[str, ...] = ()
) -> tuple[Entry[R] | None, list[Problem]]:
    """Return the record that stands in a document, as far as it is good, and all that is wrong with it."""
    value: Any = document.value
    for key in below:
        value = value[key]
    try:
        record = adapter(kind).validate_python(value)  # type: ignore[arg-type]
    except ValidationError as error:
        errors = _without_echoes(error.errors(include_url=False))
        found = [p for e in errors for p in _problems(kind, path, document, below, e)]
        told = {str(p): p for p in _without_misspelt(found) if not _is_told(p, document.faults)}
        left = salvaged(kind, adapter(kind).validate_python, value, errors)  # type: ignore[arg-type]
        return Entry(name, path, left, document, below) if left is not None else None, [*told.values()]
    return Entry(name, path, record, document, below), []


def read_many(kind: type[R], path: str, document: Document) -> tuple[dict[str, Entry[R]], list[Problem]]:
    """Return the records of a file that holds one under each of its keys."""
    entries: dict[str, Entry[R]] = {}
    problems: list[Problem] = []
    for name in cast("dict[str, object]", document.value):
        entry, found = read_one(kind, path, name, document, (name,))
        problems += found
        if entry:
            entries[name] = entry
    return entries, problems


def told(path: str, faults: tuple[Fault, ...]) -> list[Problem]:
    """Return a tool's faults as problems of this file."""
    return [Problem(fault.code, fault.message, Place(path, *fault.at), fault.values) for fault in faults]


def not_a_mapping(path: str, document: Document) -> Problem:
    """Return the problem of a file that is empty, a list, or a single text."""
    place = Place(path, *document.place())
    if document.value is None:
        message = M_("nothing stands in this file; write what belongs here, or delete it")
        return Problem("empty-value", message, place)
    return Problem("wrong-type", M_("this file must consist of lines such as “key: value”"), place)


def _problems(
    kind: type, path: str, document: Document, below: tuple[str, ...], error: Any
) -> Iterator[Problem]:
    loc: Keys = error["loc"]
    said = word(error, keys_of(kind, loc[:-1]), below[-1] if below else "")
    keys = (*below, *loc)
    if said.code == "missing-key":
        at = document.place_of_key(*keys[:-1])
    elif error["type"] == "unexpected_keyword_argument":
        at = document.place_of_key(*keys)
    else:
        at = document.place(*keys)
    finds = (document.place, document.place_of_key) if said.code in _LACKING else ()
    around = tuple(Place(path, *find(*keys[:-1])) for find in finds)
    yield Problem(said.code, said.message, Place(path, *at), said.values, meant=said.meant, around=around)


def _without_echoes(errors: list[Any]) -> list[Any]:
    """Return the errors without the lists that are too short only because an item is wrong."""
    lists = {error["loc"][:-1] for error in errors if error["loc"]}
    return [error for error in errors if error["type"] != "too_short" or error["loc"] not in lists]


def _without_misspelt(problems: list[Problem]) -> list[Problem]:
    """Return the problems without the keys that are missing only because they are misspelt."""
    meant = {problem.meant for problem in problems if problem.code == "unknown-key"}
    meant |= {
        as_latin(str(problem.values["found"])) for problem in problems if problem.code == "foreign-letters"
    }
    return [p for p in problems if p.code != "missing-key" or p.values["key"] not in meant]


def _is_told(problem: Problem, faults: tuple[Fault, ...]) -> bool:
    """Tell whether a fault has said already what is wrong here, or has changed what is here."""
    line, column = problem.place.line, problem.place.column
    return any(
        fault.at == (line, column) or (fault.code != "duplicate-key" and fault.at[0] == line)
        for fault in faults
    )

"""A translation's status, method, source and review written into its file, and nothing else changed there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from whrin_site.model.library import Library
from whrin_site.model.pairs import Pair, pairs
from whrin_site.model.problems import SiteError
from whrin_site.model.texts import hash_of
from whrin_site.tools.frontmatter_file import front_span
from whrin_site.tools.marked import M_
from whrin_site.tools.yamledit import Value, put


@dataclass(frozen=True, slots=True)
class Mark:
    """What to record. A status that somebody vouches for comes with who did, and when."""

    status: str
    method: str | None = None
    by: str | None = None
    on: date | None = None


def find(library: Library, path: str, language: str | None) -> Pair:
    """Return the translation in a file. Raises SiteError where there is none, or more than one."""
    found = [pair for pair in pairs(library) if pair.path == path and pair.translation]
    if language:
        found = [pair for pair in found if pair.language == language]
    if not found:
        raise SiteError(M_("{path} holds no such translation."), path=path)
    if len(found) > 1:
        choice = ", ".join(pair.language for pair in found)
        raise SiteError(
            M_("{path} holds several translations ({choice}); name one with --language."),
            path=path,
            choice=choice,
        )
    return found[0]


def marked(text: str, pair: Pair, mark: Mark) -> str:
    """Return the text of a translation's file with the mark in it. Raises SiteError where it cannot be."""
    start, end = (0, len(text)) if pair.keys else front_span(text)
    front = text[start:end]
    try:
        for key, value, after in _changes(mark, hash_of(pair.source)):
            front = put(front, (*pair.keys, key), value, after)
    except ValueError as error:
        raise SiteError(
            M_("{path}: write this into the file by hand ({said})."), path=pair.path, said=error
        ) from error
    return text[:start] + front + text[end:]


def _changes(mark: Mark, source_hash: str) -> Iterator[tuple[str, Value, str]]:
    """Yield each key with its new value and the key behind which it belongs."""
    yield "status", mark.status, "status"
    if mark.method:
        yield "method", mark.method, "status"
    yield "source_hash", source_hash, "method"
    if mark.by and mark.on:
        review = {"by": mark.by, "on": mark.on.isoformat(), "source_hash": source_hash}
        yield "review", review, "source_hash"

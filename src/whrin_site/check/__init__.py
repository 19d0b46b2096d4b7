"""Stage: Library → Problems. One rule, one file; each yields what it finds."""

from collections.abc import Callable, Iterable, Iterator

from whrin_site.check import (
    addresses,
    consent,
    contacts,
    content_notes,
    evidence,
    firsts,
    headings,
    languages,
    leaks,
    lengths,
    likeness,
    links,
    markup,
    names,
    notes,
    pictures,
    references,
    schemas,
    scripts,
    translations,
    words,
)
from whrin_site.model.library import Library
from whrin_site.model.problems import Problem

Rule = Callable[[Library], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    names.check,
    references.check,
    languages.check,
    translations.check,
    firsts.check,
    evidence.check,
    notes.check,
    content_notes.check,
    contacts.check,
    consent.check,
    leaks.check,
    addresses.check,
    pictures.check,
    likeness.check,
    lengths.check,
    scripts.check,
    markup.check,
    headings.check,
    links.check,
    words.check,
    schemas.check,
)


_OF_WHAT_IS_THERE = frozenset(
    {"dead-link", "foreign-letters", "html-comment", "mixed-letters", "quote-not-found", "raw-html"}
)


def check(library: Library, told: Iterable[Problem] = ()) -> Iterator[Problem]:
    """Yield all that the rules find in what could be read.

    Of a file in which reading itself has `told` something, only what stands there is judged, on other
    lines: what seems to be missing may be what was told.
    """
    lines = {(problem.place.path, problem.place.line) for problem in told}
    for rule in RULES:
        for problem in rule(library):
            broken = problem.place.path in library.unread
            if not broken or (_speaks_of_words(problem) and _line(problem) not in lines):
                yield problem


def _speaks_of_words(problem: Problem) -> bool:
    return problem.code.startswith(("unknown-", "wrong-")) or problem.code in _OF_WHAT_IS_THERE


def _line(problem: Problem) -> tuple[str, int]:
    return problem.place.path, problem.place.line

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
from whrin_site.tools.stand_in import STAND_IN

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


def check(library: Library, told: Iterable[Problem] = ()) -> Iterator[Problem]:
    """Yield all that the rules find in what could be read.

    Where reading itself has `told` something, what is found on the same lines may only follow from it,
    and so may what is found around it.
    """
    told = tuple(told)
    doubtful = {(place.path, place.line) for problem in told for place in (problem.place, *problem.around)}
    may_wait = {problem.place.path for problem in told if problem.meant == "to_translate"}
    for rule in RULES:
        for problem in rule(library):
            path = problem.place.path
            only_follows = (
                any(STAND_IN in str(value) for value in problem.values.values())
                or (path in library.broken and (path, problem.place.line) in doubtful)
                or (path in may_wait and problem.code == "missing-translation")
            )
            if not only_follows:
                yield problem

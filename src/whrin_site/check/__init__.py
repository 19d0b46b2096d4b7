"""Stage: Library → Problems. One rule, one file; each yields what it finds."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

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
    lines,
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
from whrin_site.model.library import Entry, Library
from whrin_site.model.problems import Problem
from whrin_site.model.records import CaseStudy
from whrin_site.tools.stand_in import STAND_IN
from whrin_site.tools.workers import spread

Rule = Callable[[Library], Iterable[Problem]]

OF_EACH: tuple[Rule, ...] = (
    names.check,
    references.check,
    languages.check,
    translations.check,
    evidence.check,
    content_notes.check,
    contacts.check,
    consent.check,
    addresses.check,
    lengths.check,
    lines.check,
    scripts.check,
    markup.check,
    headings.check,
)
"""Rules that judge each case study by itself, and by what is no case study."""

OF_ALL: tuple[Rule, ...] = (
    references.files,
    firsts.check,
    notes.check,
    leaks.check,
    pictures.check,
    likeness.check,
    links.check,
    words.check,
    schemas.check,
)
"""Rules that may find fault with a text because of a case study elsewhere."""


_PART = 250  # case studies that a process judges at a time


def check(
    library: Library,
    told: Iterable[Problem] = (),
    good: Collection[str] = frozenset(),
    processes: int = 1,
) -> Iterator[Problem]:
    """Yield all that the rules find in what could be read.

    Where reading itself has `told` something, what is found on the same lines may only follow from it,
    and so may what is found around it. The case studies that are known to be `good` by themselves (by
    the fingerprints of their files) are not judged by themselves again.
    """
    told = tuple(told)
    doubtful = {(place.path, place.line) for problem in told for place in (problem.place, *problem.around)}
    may_wait = {problem.place.path for problem in told if problem.meant == "to_translate"}
    rest = {name: entry for name, entry in library.cases.items() if entry.whole not in good}
    if processes > 1 and len(rest) > _PART:
        sound = _sound(library, list(rest.values()), processes)
        rest = {name: entry for name, entry in rest.items() if entry.whole not in sound}
    judged = ((OF_EACH, replace(library, cases=rest)), (OF_ALL, library))
    for problem in (found for rules, part in judged for rule in rules for found in rule(part)):
        path = problem.place.path
        only_follows = (
            any(STAND_IN in str(value) for value in problem.values.values())
            or (path in library.broken and (path, problem.place.line) in doubtful)
            or (path in may_wait and problem.code == "missing-translation")
        )
        if not only_follows:
            yield problem


def _sound(library: Library, cases: Sequence[Entry[CaseStudy]], processes: int) -> set[str]:
    """Return the fingerprints of those in which the rules that judge each by itself find nothing.

    So what is said of the others is found in one process, one after the other, as it always is.
    """

    def sound(number: int) -> list[str]:
        part = cases[number * _PART : (number + 1) * _PART]
        library_of_part = replace(library, cases={entry.id: entry for entry in part})
        found = (problem for rule in OF_EACH for problem in rule(library_of_part))
        wrong = {place.path for problem in found for place in (problem.place, *problem.also)}
        return [entry.whole for entry in part if entry.whole and entry.path not in wrong]

    parts = spread(sound, -(-len(cases) // _PART), processes, at_once=1)
    return {whole for part in parts for whole in part}

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


def check(library: Library) -> Iterator[Problem]:
    """Yield all that the rules find in what could be read."""
    for rule in RULES:
        yield from rule(library)

"""The content holds the source: each of its lines once, unchanged, none left over."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import ROOT

from whrin_site.load import load
from whrin_site.model.library import Entry, Library
from whrin_site.model.records import CaseStudy, Section
from whrin_site.tools.disk import read_tree

SOURCE = Path(__file__).with_name("position-paper.txt")
SHA256 = "118987d95f837df41e9edd37b314ff83b8c7f689deb529bae8b720e2fc248058"


@pytest.fixture(scope="module")
def library() -> Library:
    library, problems = load(read_tree(ROOT, ("content",)))
    assert library is not None
    assert problems == []
    return library


@pytest.fixture(scope="module")
def source() -> dict[int, str]:
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    return {number: line for number, line in enumerate(lines, start=1) if line}


def test_the_copy_of_the_source_is_the_source():
    assert hashlib.sha256(SOURCE.read_bytes()).hexdigest() == SHA256


def test_each_line_of_the_source_stands_in_the_content_once_and_unchanged(library, source):
    found = [line for text in texts(library) for line in text]

    assert [number for number, _ in found] == sorted(source)
    assert dict(found) == source


def test_every_quotation_stands_in_the_line_that_it_names(library, source):
    looked_at = 0
    for case in library.cases.values():
        for quote, line in quotes(case.record):
            assert quote in source[line], (case.id, quote)
            looked_at += 1
    assert looked_at > 100


def texts(library: Library) -> Iterator[list[tuple[int, str]]]:
    """Yield the sections and case studies, in the order of the source, as numbered lines."""
    sections = [section_lines(section) for section in library.sections["en"].values()]
    cases = [case_lines(case.record) for case in library.cases.values()]
    yield from sorted(sections + cases)


def section_lines(section: Entry[Section]) -> list[tuple[int, str]]:
    record = section.record
    heading = [] if record.title_ours else [record.title]
    contacts = [contact.verbatim for contact in record.contacts if contact.verbatim]
    return numbered([*heading, *paragraphs(section.body), *contacts], record.lines)


def case_lines(case: CaseStudy) -> list[tuple[int, str]]:
    words = case.words["en"]
    last = [item.verbatim for item in (*case.contacts, *case.sources) if item.verbatim]
    return numbered([words.heading, *paragraphs(words.body), *last], case.lines)


def numbered(lines: list[str], span: tuple[int, int] | None) -> list[tuple[int, str]]:
    assert span is not None
    assert len(lines) == span[1] - span[0] + 1, lines
    return list(enumerate(lines, start=span[0]))


def paragraphs(body: str) -> list[str]:
    """Return the lines of the source behind a Markdown body, in which one asterisk is escaped."""
    return [line.replace("\\*", "*") for line in body.split("\n") if line]


def quotes(case: CaseStudy) -> Iterator[tuple[str, int]]:
    place = (case.place.country, case.place.region, case.place.city)
    items = (
        case.kind,
        *filter(None, place),
        *case.programmes,
        *case.services,
        *case.populations,
        *case.approaches,
    )
    yield from ((item.quote, item.line) for item in (*items, *case.links_lost))
    statements = (*case.access, *case.limits, *case.resources_needed, *case.materials, *case.partners_unnamed)
    yield from ((statement.words["en"], statement.line) for statement in statements)
    yield from ((partner.verbatim, partner.line) for partner in case.partners)

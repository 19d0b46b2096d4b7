"""Files and texts that are larger than anything a person writes: refused before they are read."""

from collections.abc import Iterator
from dataclasses import replace

from whrin_site.model.library import Entry
from whrin_site.model.problems import Place, Problem
from whrin_site.model.records import CaseStudy, Section
from whrin_site.tools import limits
from whrin_site.tools.excess import excess
from whrin_site.tools.marked import M_
from whrin_site.tools.stand_in import STAND_IN


def of_file(path: str, data: bytes) -> Problem | None:
    """Return the problem of a text file that is too large, or has too long a line."""
    if len(data) > limits.TEXT_FILE:
        message = M_("this file is larger than {most} kB; part it, or take out what does not belong there")
        return Problem("too-large", message, Place(path), {"most": limits.TEXT_FILE // 1_000})
    if len(data) > limits.LINE:
        for number, line in enumerate(data.split(b"\n"), start=1):
            if len(line) > limits.LINE:
                message = M_("this line is longer than {most} bytes; break it")
                return Problem("too-large", message, Place(path, number), {"most": limits.LINE})
    return None


def of_section(section: Entry[Section]) -> Iterator[Problem]:
    """Yield a problem for each text of a section that has too much of something."""
    fault = excess(section.body)
    if fault:
        line, column = fault.at
        place = Place(section.path, section.body_line + line - 1, column)
        yield Problem(fault.code, fault.message, place, fault.values)
    for number, passage in enumerate(section.record.passages):
        yield from _at(passage.rendering or "", section.place("passages", number, "rendering"))


def of_case(case: Entry[CaseStudy]) -> Iterator[Problem]:
    """Yield a problem for each text of a case study that has too much of something."""
    for language, words in case.record.words.items():
        yield from _at(words.body, case.place("words", language, "body"))


def without_bodies(case: Entry[CaseStudy]) -> Entry[CaseStudy]:
    """Return a case study with something else in place of its long texts, which nobody can check."""
    words = {language: replace(words, body=STAND_IN) for language, words in case.record.words.items()}
    return replace(case, record=replace(case.record, words=words))


def _at(text: str, place: Place) -> Iterator[Problem]:
    fault = excess(text)
    if fault:
        yield Problem(fault.code, fault.message, place, fault.values)

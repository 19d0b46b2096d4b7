"""The library with its threads tied: who is shown where, in which words, beside whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from whrin_site.model.library import Library, Words
from whrin_site.model.records import CaseStudy, CaseWords, Section

ShownStatus = Literal[
    "source", "published-translation", "draft", "reviewed", "approved", "outdated", "missing"
]

FAMILIES = ("countries", "services", "populations", "approaches", "kinds")
"""The terms that have pages of their own, in the order of the ways in."""


def vocabulary_of(family: str) -> str:
    """Return the part of the vocabulary in which the terms of a family are described."""
    return "places" if family == "countries" else family


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the site: its id, its tag for `lang`, how it calls itself, its direction.

    `is_draft` tells that nobody has reviewed its words yet.
    """

    id: str
    tag: str
    name: str
    direction: Literal["ltr", "rtl"]
    is_draft: bool
    words: Words


@dataclass(frozen=True, slots=True)
class Standing:
    """In which language words are shown, and who vouches for them."""

    language: str
    status: ShownStatus
    method: str
    review_by: str | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case study as readers of one language see it.

    `whole` is a fingerprint of all that its own page shows of it, `outline` one of all that other
    pages may show: everything but its body.
    """

    id: str
    record: CaseStudy
    words: CaseWords
    standing: Standing
    whole: str
    outline: str


@dataclass(frozen=True, slots=True)
class ShownText:
    """A section of the paper, or a page of our own, as readers of one language see it.

    `record` has the words; `facts` is the record of the first language, which has the rest.
    """

    id: str
    record: Section
    facts: Section
    body: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Site:
    """All that rendering needs.

    `cases`, `sections` and `pages` are held by language, in the order in which they
    are shown; `tagged` tells which case studies carry a term, by family and term id, `carried`
    which terms a case study carries, by its id and family. `related` are the case studies that
    share most terms with one, the closest first; `tally` is a fingerprint of how many carry each term.
    """

    library: Library
    tongues: Mapping[str, Tongue]
    cases: Mapping[str, tuple[ShownCase, ...]]
    sections: Mapping[str, tuple[ShownText, ...]]
    pages: Mapping[str, tuple[ShownText, ...]]
    tagged: Mapping[str, Mapping[str, tuple[str, ...]]]
    carried: Mapping[str, Mapping[str, tuple[str, ...]]]
    related: Mapping[str, tuple[str, ...]]
    tally: str
    outlines: Mapping[str, str]

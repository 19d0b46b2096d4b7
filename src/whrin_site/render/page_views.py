"""What the template of each page sees: one view for each kind of page."""

from collections.abc import Mapping
from dataclasses import dataclass

from whrin_site.render.inlined import Inlined
from whrin_site.render.views import (
    Alternate,
    CaseCard,
    Composed,
    ContactView,
    Day,
    External,
    FactGroup,
    FilterGroup,
    Leaves,
    Link,
    Quote,
    Spoken,
)


@dataclass(frozen=True, slots=True)
class CaseView:
    """The page of a case study."""

    name: str
    spoken: Spoken | None
    kind: Link
    place: str
    country: Link
    summary: str
    summary_spoken: Spoken | None
    warnings: tuple[str, ...]
    groups: tuple[FactGroup, ...]
    quotes: tuple[Quote, ...]
    text: Composed
    heading: str
    contacts: tuple[ContactView, ...]
    contacts_held: str | None
    sources: tuple[ContactView, ...]
    external: tuple[External, ...]
    related: tuple[CaseCard, ...]
    previous: Link | None
    next: Link | None
    all_cases: Link
    minutes: str | None
    glossary: str | None
    leaflet: Link | None
    own_leaflet: Link


@dataclass(frozen=True, slots=True)
class FullCase:
    """A case study inside the whole paper: its own words and its contacts."""

    id: str
    heading: str
    spoken: Spoken | None
    url: str
    warning: str | None
    text: Composed
    contacts: tuple[ContactView, ...]
    contacts_held: str | None
    sources: tuple[ContactView, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section of the paper: alone on its page, or one of many on the whole paper's page."""

    id: str
    title: str
    title_spoken: Spoken | None
    title_ours: bool
    text: Composed
    url: str
    contacts: tuple[ContactView, ...] = ()
    contacts_held: str | None = None
    footnote: Composed | None = None
    cases: tuple[CaseCard, ...] = ()
    full_cases: tuple[FullCase, ...] = ()
    minutes: str | None = None


@dataclass(frozen=True, slots=True)
class SectionPageView:
    """The page of one section."""

    section: SectionView
    contents: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    whole: Link


@dataclass(frozen=True, slots=True)
class PaperView:
    """The page of the whole paper."""

    title: str
    facts: tuple[str, ...]
    as_published: str
    contents: tuple[Link, ...]
    sections: tuple[SectionView, ...]
    downloads: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseListView:
    """A page of the list of case studies.

    `counts` is how many are shown, with `{n}`, by CLDR plural category.
    """

    count: str
    counts: Mapping[str, str]
    as_published: str
    cards: tuple[CaseCard, ...]
    filters: tuple[FilterGroup, ...]
    leaves: Leaves | None
    contribute: str


@dataclass(frozen=True, slots=True)
class TermListView:
    """All terms of a family that a case study carries."""

    title: str
    intro: str
    groups: tuple[tuple[str | None, tuple[Link, ...]], ...]
    picture: Link | None = None


@dataclass(frozen=True, slots=True)
class TermView:
    """The page of one term: what it means here, and the case studies that carry it."""

    title: str
    spoken: Spoken | None
    family: Link
    definition: str | None
    definition_spoken: Spoken | None
    count: str
    as_published: str
    cards: tuple[CaseCard, ...]
    leaves: Leaves | None
    leaflet: Link | None = None


@dataclass(frozen=True, slots=True)
class TextPageView:
    """A page of our own words."""

    title: str
    text: Composed
    contents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of the Corrections page."""

    id: str
    places: tuple[Link, ...]
    line: str
    what: tuple[str, ...]
    source_has: str | None
    source_spoken: Spoken | None
    we_believe: str | None
    belief_spoken: Spoken | None
    evidence: str | None
    note: str | None
    day: Day | None
    confirmed: str | None


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Everything in the source that we marked or corrected."""

    count: str
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class StartView:
    """The start page of a language."""

    title: str
    tagline: str
    as_published: str
    ways: tuple[FilterGroup, ...]
    cards: tuple[CaseCard, ...]
    all_cases: Link
    sections: tuple[Link, ...]
    whole_paper: Link
    search: object
    take_along: Link


@dataclass(frozen=True, slots=True)
class RootView:
    """The page that lets readers choose a language."""

    choices: tuple[Alternate, ...]
    leave: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LostView:
    """The page for lost readers. `away` is where a server has the neutral page, `online` another address."""

    choices: tuple[Alternate, ...]
    leave: tuple[Link, ...]
    inlined: Inlined
    away: str
    online: str | None


@dataclass(frozen=True, slots=True)
class BookTerm:
    """A term in the index of a book: what it means here, and the case studies that carry it."""

    id: str
    label: str
    spoken: Spoken | None
    definition: str | None
    definition_spoken: Spoken | None
    cases: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class BookTermsView:
    """All terms of a family, as a chapter of a book."""

    title: str
    terms: tuple[BookTerm, ...]


@dataclass(frozen=True, slots=True)
class TakeAlongView:
    """What can be carried away; each kind is empty when none was made."""

    one_files: tuple[Link, ...]
    leaflets: tuple[Link, ...]
    country_leaflets: tuple[Link, ...]
    case_leaflets: tuple[Link, ...]
    papers: tuple[Link, ...]
    ebooks: tuple[Link, ...]
    libraries: tuple[Link, ...]
    safety: Link | None

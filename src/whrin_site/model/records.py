"""What editors write: case studies and texts, one frozen dataclass for each thing in them."""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal

from pydantic import Field

from whrin_site.model.fields import (
    Day,
    Form,
    Line,
    Method,
    Name,
    Prose,
    Status,
    Summary,
    Text,
    Translated,
    Truth,
    Whole,
)
from whrin_site.model.record import record


@record
class Review:
    """Who read a translation against its source, and when."""

    by: Text
    on: Day
    source_hash: Text


@record
class Tag:
    """A vocabulary id with the words of the text that prove it."""

    id: Text
    quote: Text
    line: Whole | None = None
    provided_by: Literal["partner"] | None = None
    confidence: Literal["low"] | None = None


@record
class Location:
    """Where the work is done. What the text does not say stays empty."""

    country: Tag
    region: Tag | None = None
    city: Tag | None = None


@record
class Statement:
    """Words of the text shown as a fact: the same passage in each language."""

    words: Translated
    line: Whole | None = None


@record
class Programme:
    """A named part of the work."""

    name: Text
    quote: Text
    line: Whole | None = None
    gloss: Translated = field(default_factory=dict)


@record
class Partner:
    """An organisation named in the text: its own name, and the words of the text."""

    name: Text
    verbatim: Text
    line: Whole | None = None
    note: Text | None = None


@record
class Consent:
    """Who agreed that a contact is published, on which day, and to which forms of it.

    It is kept in the file and never published. Every copy has the same pages, and a copy that
    was handed out cannot be called back: so who agrees to less than all forms stays out.
    """

    by: Text
    on: Day
    to: Annotated[tuple[Form, ...], Field(min_length=1)]


@record
class Contact:
    """A way to reach somebody, and what we know about it.

    `verbatim` is the line of the source. With `publish: false` nothing of a contact
    reaches any published byte. `language` is the one to write to them in.
    """

    publish: Truth
    verbatim: Text | None = None
    line: Whole | None = None
    person: Text | None = None
    person_verbatim: Text | None = None
    email: Text | None = None
    web: Text | None = None
    published_on: Day | None = None
    confirmed_on: Day | None = None
    confirm_first: Text | None = None
    consent: Consent | None = None
    language: Text | None = None
    reason: Text | None = None

    @property
    def is_from_source(self) -> bool:
        """Tell whether the source printed it, so that it was public before this directory."""
        return self.verbatim is not None or self.line is not None


@record
class Source:
    """Where the text says its facts come from."""

    publish: Truth
    verbatim: Text
    url_as_published: Text
    line: Whole | None = None
    note: Text | None = None


@record
class LostLink:
    """A link that the source had and that was lost on the way."""

    quote: Text
    note: Text
    line: Whole | None = None


@record
class External:
    """A fact from elsewhere: shown as a marked note with its own source.

    `date` is the source's own, `consulted` the day on which it was looked up.
    """

    words: Translated
    source: Text
    date: Text | None = None
    consulted: Day | None = None


@record
class CaseWords:
    """The words of a case study in one language. `body` is Markdown."""

    status: Status
    name: Name
    heading: Line
    summary: Summary
    body: Prose
    method: Method = "unknown"
    source_hash: Text | None = None
    review: Review | None = None


@record
class CaseStudy:
    """One piece of work that others can learn from: facts once, words by language.

    `origin` tells whether the position paper holds it, or whether it was sent in later.
    """

    order: Whole
    kind: Tag
    place: Location
    words: Mapping[str, CaseWords]
    origin: Literal["paper", "contributed"] = "paper"
    status: Literal["as-published", "confirmed", "unknown-since-2020"] = "as-published"
    lines: tuple[Whole, Whole] | None = None
    to_translate: tuple[Text, ...] = ()
    programmes: tuple[Programme, ...] = ()
    services: tuple[Tag, ...] = ()
    services_open_list: Truth = False
    populations: tuple[Tag, ...] = ()
    approaches: tuple[Tag, ...] = ()
    access: tuple[Statement, ...] = ()
    limits: tuple[Statement, ...] = ()
    resources_needed: tuple[Statement, ...] = ()
    materials: tuple[Statement, ...] = ()
    links_lost: tuple[LostLink, ...] = ()
    partners: tuple[Partner, ...] = ()
    partners_unnamed: tuple[Statement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: tuple[Text, ...] = ()
    content_notes: tuple[Text, ...] = ()
    external: tuple[External, ...] = ()
    updated: Day | None = None


@record
class Passage:
    """A paragraph whose language or status differs from the text around it.

    `starts` is how the paragraph begins; `rendering` is our own translation of it,
    shown beside it and labelled as ours.
    """

    starts: Text
    language: Text | None = None
    status: Status | None = None
    rendering: Text | None = None
    content_notes: tuple[Text, ...] = ()


@record
class Section:
    """One section of the paper, or one page of our own, in one language."""

    title: Line
    status: Status
    order: Whole = 0
    title_ours: Truth = False
    description: Summary | None = None
    method: Method = "unknown"
    source_hash: Text | None = None
    review: Review | None = None
    lines: tuple[Whole, Whole] | None = None
    to_translate: tuple[Text, ...] = ()
    footnote: Text | None = None
    lists_cases: Truth = False
    passages: tuple[Passage, ...] = ()
    notes: tuple[Text, ...] = ()
    content_notes: tuple[Text, ...] = ()
    contacts: tuple[Contact, ...] = ()
    updated: Day | None = None

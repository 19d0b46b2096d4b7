"""What templates see of each thing: small typed values, in which every address is already relative."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language for the attributes `lang` and `dir`."""

    tag: str
    direction: str


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go. `spoken` is set when its label is in another language than the page."""

    label: str
    url: str
    current: bool = False
    spoken: Spoken | None = None
    count: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language; `label` and `name` are in that language."""

    language: str
    name: str
    label: str
    url: str
    absolute: str | None
    spoken: Spoken


@dataclass(frozen=True, slots=True)
class Day:
    """A date for people and for machines (ISO 8601)."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class StatusNote:
    """Who vouches for the words below it: a badge, and the sentences that explain it."""

    status: str
    badge: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class CaseCard:
    """One case study in a list. Each is made once and stands in many lists, so it is equal only to itself."""

    id: str
    name: str
    url: str
    spoken: Spoken | None
    kind: str
    place: str
    summary: str
    summary_spoken: Spoken | None
    marks: tuple[str, ...]
    remark: str | None
    terms: str
    badges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaves:
    """The ways between the pages of a long list; in `links`, None stands for pages left out."""

    number: int
    label: str
    previous: Link | None
    next: Link | None
    links: tuple[Link | None, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text that prove a fact."""

    text: str
    spoken: Spoken | None
    line: str | None
    about: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One item of a fact: a term with its page, or a statement in the words of the text."""

    label: str
    url: str | None = None
    spoken: Spoken | None = None
    remark: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class FactGroup:
    """What the text says about one question, for example whom the work is for."""

    id: str
    heading: str
    facts: tuple[Fact, ...]
    empty: str | None = None
    more: str | None = None


@dataclass(frozen=True, slots=True)
class ContactView:
    """A way to reach somebody, and what is known about it."""

    person: str | None
    email: str | None
    email_url: str | None
    web: str | None
    web_url: str | None
    state: str


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture in a text: its words, and its address where it can be shown; pixels."""

    words: str
    url: str | None
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class NoteView:
    """An editorial note; `mark` is its short name beside the text, `sic` asks for that sign."""

    id: str
    number: str
    sic: bool
    text: str | None
    spoken: Spoken | None
    marked: bool


@dataclass(frozen=True, slots=True)
class ContentNote:
    """What hard subjects the words below speak of, and the id of the place behind these words."""

    subjects: str
    end: str


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """Letters that stand in a text, and the words that they stand for."""

    letters: str
    spoken: Spoken | None
    words: str
    words_spoken: Spoken | None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text in one language with one status.

    `role` is `text`, `passage` (differs from the text around it) or `rendering`
    (our own translation of the passage before it).
    """

    role: str
    html: Markup
    spoken: Spoken
    verbatim: bool
    label: str | None = None
    content_note: ContentNote | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Composed:
    """A text ready to be shown: its status, its blocks and the notes marked in them."""

    status: tuple[StatusNote, ...]
    blocks: tuple[Block, ...]
    notes: tuple[NoteView, ...]
    content_note: ContentNote | None = None
    abbreviations: tuple[Abbreviation, ...] = ()


@dataclass(frozen=True, slots=True)
class External:
    """A fact from elsewhere, with its own source and date."""

    intro: str
    text: str
    spoken: Spoken | None


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """The terms of one family, to choose from."""

    id: str
    heading: str
    all: Link
    links: tuple[tuple[str | None, tuple[Link, ...]], ...]
    picture: Link | None = None

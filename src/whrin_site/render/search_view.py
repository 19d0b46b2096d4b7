"""What the part search.html sees: languages, filters and words, all of them ready to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from whrin_site.render.views import Link, Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLanguage:
    """A further language whose results follow those of the page.

    Both texts are in the language of the page: `heading` stands above the results
    ("Results in Russian"), `label` with each of them ("in Russian").
    """

    spoken: Spoken
    heading: str
    label: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: its vocabulary id, and its label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Choices under one heading, or, without a label, under none."""

    label: str | None
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFilter:
    """A filter to choose one value from. `name` is the key in `SearchDocument.filters`."""

    name: str
    label: str
    any_label: str
    groups: tuple[ChoiceGroup, ...]


@dataclass(frozen=True, slots=True)
class SearchNote:
    """A remark above the results, for readers who search by one of these words."""

    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The search on one page.

    `url_of_root` leads from the page to the root of the site ("../", or "" at the root
    itself). `counts` is the number of results in words, with `{n}`, by CLDR plural
    category. `browse` are the lists for everybody whom the search does not help.
    """

    url_of_root: str
    spoken: Spoken
    others: tuple[OtherLanguage, ...]
    filters: tuple[SearchFilter, ...]
    browse: tuple[Link, ...]
    counts: Mapping[str, str]
    notes: tuple[SearchNote, ...] = ()

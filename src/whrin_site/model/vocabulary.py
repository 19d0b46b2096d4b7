"""The vocabulary and the editorial notes: what the texts refer to."""

from dataclasses import field
from typing import Annotated, Literal

from pydantic import Field

from whrin_site.model.fields import (
    Day,
    Latitude,
    Longitude,
    Text,
    Translated,
    TranslatedName,
    Truth,
    Whole,
)
from whrin_site.model.record import record


@record
class Point:
    """A place on the map, in degrees: its mark stands there, and nothing finer is meant."""

    latitude: Latitude
    longitude: Longitude


@record
class Term:
    """An entry of the vocabulary. `also` holds other names that only search knows.

    `at` is for countries, `stands_for` for abbreviations of the glossary.
    """

    label: TranslatedName
    stands_for: Translated = field(default_factory=dict)
    definition: Translated = field(default_factory=dict)
    group: Text | None = None
    country: Text | None = None
    at: Point | None = None
    also: tuple[Text, ...] = ()


@record
class Alias:
    """Words of the texts, and other words by which people look for the same thing."""

    shown: Annotated[tuple[Text, ...], Field(min_length=1)]
    also: tuple[Text, ...]
    note: Translated = field(default_factory=dict)


@record
class Note:
    """An editorial note about one oddity of the source.

    `after` says behind which words of the text the mark stands, by language; with `warn`
    the note also stands at the head of the page;
    `source_has`, `we_believe` and `evidence` make its row on the Corrections page.
    """

    actions: tuple[Literal["V", "S", "D", "K", "T", "H"], ...]
    on: tuple[Text, ...]
    lines: tuple[Whole, ...]
    sic: Truth = False
    warn: Truth = False
    after: Translated = field(default_factory=dict)
    text: Translated = field(default_factory=dict)
    source_has: Translated = field(default_factory=dict)
    we_believe: Translated = field(default_factory=dict)
    evidence: Translated = field(default_factory=dict)
    date: Day | None = None
    confirmed_by: Text | None = None
    for_translators: Text | None = None

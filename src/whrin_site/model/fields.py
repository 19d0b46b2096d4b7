"""The kinds of values that records are made of, and how long they may be."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from whrin_site.model.scalars import parse_date, parse_latitude, parse_longitude, parse_truth, parse_whole

LONGEST_NAME = 60
"""Characters of a file name or an id: longer ones do not fit into paths on a USB stick."""

# Whatever stands on one line; what YAML folds may end in line breaks.
_ONE_LINE = r"^[^\n]*\n*$"

Text = Annotated[str, Field(min_length=1, max_length=2_000)]
"""A sentence or a few. The limits, in characters, are stated in docs/editing/."""

Line = Annotated[str, Field(min_length=1, max_length=160, pattern=_ONE_LINE)]
"""A heading or title: two lines on a phone, not four."""

Name = Annotated[str, Field(min_length=1, max_length=80, pattern=_ONE_LINE)]
"""What something is called: on a card, in a filter, in a list."""

Summary = Annotated[str, Field(min_length=1, max_length=400)]
"""What a card and a search result show."""

Prose = Annotated[str, Field(min_length=1, max_length=20_000)]
"""A whole text in Markdown."""

# Our reading keeps every scalar a string; an editor's program reads YAML 1.2, and may see a number.
_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_TRUTH = {"enum": [True, False, "true", "false"]}
_WHOLE = {"type": ["integer", "string"], "pattern": r"^(0|-?[1-9]\d{0,8})$"}
_DEGREES = {"type": ["number", "string"], "pattern": r"^-?\d{1,3}(\.\d{1,6})?$"}

Day = Annotated[date, BeforeValidator(parse_date), WithJsonSchema(_DAY)]
Truth = Annotated[bool, BeforeValidator(parse_truth), WithJsonSchema(_TRUTH)]
Whole = Annotated[int, BeforeValidator(parse_whole), WithJsonSchema(_WHOLE)]
Latitude = Annotated[float, BeforeValidator(parse_latitude), WithJsonSchema(_DEGREES)]
Longitude = Annotated[float, BeforeValidator(parse_longitude), WithJsonSchema(_DEGREES)]

Translated = Annotated[Mapping[str, Text], Field(min_length=1)]
"""The same words, by language (BCP 47 tag)."""

TranslatedName = Annotated[Mapping[str, Name], Field(min_length=1)]
TranslatedLine = Annotated[Mapping[str, Line], Field(min_length=1)]

Status = Literal["source", "published-translation", "draft", "reviewed", "approved"]
"""Who vouches for a text; the build adds `outdated` and `missing` by itself."""

Method = Literal["human", "software-assisted", "unknown"]

Form = Literal["web", "usb", "print"]
"""The forms in which a copy of the directory reaches people."""

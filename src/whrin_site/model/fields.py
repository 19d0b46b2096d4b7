"""The kinds of values that records are made of, and how long they may be."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from whrin_site.model.scalars import parse_date, parse_latitude, parse_longitude, parse_truth, parse_whole

LONGEST_NAME = 60
"""Characters of a file name or an id: longer ones do not fit into paths on a USB stick."""

ROOM = {
    **dict.fromkeys(("name", "label"), 80),  # a card, a filter, a list
    **dict.fromkeys(("title", "heading", "tagline"), 160),  # two lines on a phone, not four
    **dict.fromkeys(("summary", "description"), 400),  # a search result
}
"""How many characters the place of a text has room for, by its key."""

Text = Annotated[str, Field(min_length=1)]
Name = Annotated[str, Field(min_length=1, json_schema_extra={"maxLength": ROOM["name"]})]
Line = Annotated[str, Field(min_length=1, json_schema_extra={"maxLength": ROOM["title"]})]
Summary = Annotated[str, Field(min_length=1, json_schema_extra={"maxLength": ROOM["summary"]})]

Prose = Annotated[str, Field(min_length=1, json_schema_extra={"maxLength": 20_000})]
"""A whole text in Markdown; `tools/limits.py` holds it to that."""

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

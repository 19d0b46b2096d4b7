"""The kinds of values that records are made of."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from whrin_site.model.scalars import parse_date, parse_truth, parse_whole

Text = Annotated[str, Field(min_length=1)]
Day = Annotated[date, BeforeValidator(parse_date)]
Truth = Annotated[bool, BeforeValidator(parse_truth)]
Whole = Annotated[int, BeforeValidator(parse_whole)]

Translated = Annotated[Mapping[str, Text], Field(min_length=1)]
"""The same words, by language (BCP 47 tag)."""

Status = Literal["source", "published-translation", "draft", "reviewed", "approved"]
"""Who vouches for a text; the build adds `outdated` and `missing` by itself."""

Method = Literal["human", "software-assisted", "unknown"]

Form = Literal["web", "usb", "print"]
"""The forms in which a copy of the directory reaches people."""

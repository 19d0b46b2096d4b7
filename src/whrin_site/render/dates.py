"""Dates in the words of a language (Unicode CLDR, through Babel)."""

from datetime import date
from functools import lru_cache

from babel.dates import format_date

from whrin_site.render.views import Day


@lru_cache(maxsize=512)
def day(value: date, language: str) -> Day:
    """Return a date in words; the narrow no-break space, which old fonts lack, becomes a wide one."""
    text = format_date(value, "long", locale=language.replace("-", "_"))
    if language == "en":
        text = f"{value.day} {format_date(value, 'MMMM yyyy', locale='en_GB')}"
    return Day(text.replace("\u202f", "\u00a0"), value.isoformat())

"""What the search knows of a page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One page as the search index sees it: plain text, never markup.

    `url` is relative to the site's root. `also` are other names people may search by;
    they are found but never shown. `filters` hold vocabulary ids by filter name
    ("country", "service", "population", "approach", "kind"); `marks` are the few
    words shown with a result ("Case study", "Toronto, Canada"). Where the text speaks of hard subjects,
    `note` names them, and stands in the place of an excerpt.
    """

    url: str
    language: str
    title: str
    summary: str
    text: str
    also: tuple[str, ...]
    filters: Mapping[str, tuple[str, ...]]
    marks: tuple[str, ...] = ()
    note: str = ""

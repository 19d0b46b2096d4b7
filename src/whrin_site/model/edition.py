"""What the forms that people take along are made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from whrin_site.model.book import Book
from whrin_site.model.printed import EVERYTHING, Choice, Leaflet, Paper
from whrin_site.model.shelf import Shelf
from whrin_site.model.site import Site


class Printer(Protocol):
    """Prints, when asked, what no page of the site is: each in the languages of a choice."""

    def leaflets(self, choice: Choice) -> Iterator[Leaflet]: ...

    def papers(self, choice: Choice) -> Iterator[Paper]: ...

    def shelves(self, choice: Choice) -> Iterator[Shelf]: ...

    def books(self, choice: Choice) -> Iterator[Book]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A built site, as editions see it.

    `files` are those of the published folder, sealed; there are none yet for an edition that pages
    link to. `sheets` were rendered for editions alone; `sources` holds templates and static files.
    """

    site: Site
    sources: Mapping[str, bytes]
    printer: Printer
    sheets: Mapping[str, bytes]
    files: Mapping[str, bytes]
    choice: Choice = EVERYTHING

    @property
    def day(self) -> date:
        """The date of the edition: a fact in the content, not the day of the build."""
        return self.site.library.site.record.edition

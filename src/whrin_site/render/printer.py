"""Prints for editions what is no page of the site, when they ask for it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from whrin_site.model.book import Book
from whrin_site.model.printed import Choice, Leaflet, Paper
from whrin_site.model.problems import SiteError
from whrin_site.model.search import SearchDocument
from whrin_site.model.shelf import Shelf
from whrin_site.model.site import FAMILIES, Site, Tongue
from whrin_site.render import leaflets, papers, shelf
from whrin_site.render.book import book
from whrin_site.render.book_press import BookPress
from whrin_site.render.press import Press, Schema


@dataclass(frozen=True, slots=True)
class SitePrinter:
    """Prints from a site; `sources` holds templates and static files, `index` makes a search of documents."""

    site: Site
    sources: Mapping[str, bytes]
    schema: Schema
    index: Callable[[Iterable[SearchDocument]], Mapping[str, bytes]]

    def leaflets(self, choice: Choice) -> Iterator[Leaflet]:
        """Yield the leaflet of a choice, or all leaflets. Raises SiteError for a choice of nothing."""
        for tongue in self._tongues(choice):
            press = Press(self.site, tongue, self.sources)
            if choice.country or choice.cases:
                yield leaflets.leaflet(press, choice)
            else:
                yield from leaflets.leaflets(press)

    def papers(self, choice: Choice) -> Iterator[Paper]:
        """Yield the position paper."""
        for tongue in self._tongues(choice):
            yield papers.paper(Press(self.site, tongue, self.sources))

    def books(self, choice: Choice) -> Iterator[Book]:
        """Yield the paper and the directory as a book whose chapters are files of their own."""
        for tongue in self._tongues(choice):
            texts = tuple(text.id for text in self.site.pages[tongue.id])
            yield book(
                BookPress(
                    site=self.site,
                    tongue=tongue,
                    sources=self.sources,
                    where=partial(_in_chapter, texts),
                    level=1,
                )
            )

    def shelves(self, choice: Choice) -> Iterator[Shelf]:
        """Yield the pages of a language alone, with their own search."""
        for tongue in self._tongues(choice):
            press = shelf.LonePress(self.site, tongue, self.sources, schema=self.schema)
            made = shelf.shelf(press)
            yield replace(made, files={**made.files, **self.index(shelf.documents(press))})

    def _tongues(self, choice: Choice) -> tuple[Tongue, ...]:
        tongues = self.site.tongues
        if choice.language and choice.language not in tongues:
            raise SiteError(
                "There is no language “{name}”; there are: {known}.",
                name=choice.language,
                known=", ".join(tongues),
            )
        return tuple(tongues[name] for name in tongues if choice.language in (None, name))


def _in_chapter(texts: Collection[str], place: str) -> str:
    """Return where a place is, in a book of which each chapter is a file; `texts` are those of our own."""
    family = place.split("-")[0]
    text = next((name for name in texts if place.startswith(f"{name}-")), place)
    return f"{family if family in FAMILIES else text}.xhtml#{place}"

"""The press of a book: its pages are chapters that refer to one another."""

from collections.abc import Callable
from dataclasses import dataclass

from whrin_site.render.press import Press


@dataclass(frozen=True, kw_only=True)
class BookPress(Press):
    """Prints chapters: an address leads to a place in the book, as `where` writes it.

    `level` is the level of the heading of a chapter.
    """

    where: Callable[[str], str]
    level: int

    def shared_url(self, page: str, path: str) -> None:  # noqa: ARG002 -- a book has no neighbours
        """Return that no file beside can be seen."""
        return

    def url(self, page: str, target: str) -> str:  # noqa: ARG002 -- the same from every page
        """Return where in the book a page of the site stands."""
        return self.where(place_of(target))


def place_of(page: str) -> str:
    """Return the id that a page of the site has in a book.

    >>> place_of("case-studies/club-eney.html"), place_of("about.html#safety")
    ('case-studies-club-eney', 'about-safety')
    """
    path = page.replace(".html#", "-").removesuffix(".html")
    return path.removesuffix("/index").replace("/", "-")

"""Edition: the paper and the directory of each language as an e-book (EPUB)."""

from collections.abc import Iterator

from whrin_site.model import addresses
from whrin_site.model.book import Book, Chapter
from whrin_site.model.edition import Material
from whrin_site.tools import epub, pictures
from whrin_site.tools.marked import M_

NAME = "ebooks"
ABOUT = M_("Making an e-book (EPUB) in each language")
LINKED = True

_STYLE = "static/ebook/ebook.css"
_FACES = "static/print/fonts/literata-{}-700-normal.woff2"


def missing() -> str | None:
    """Return what this computer lacks to make it."""
    return epub.missing()


def make(material: Material) -> Iterator[tuple[str, bytes]]:
    """Yield the e-book of each language. Its title and its cover say nothing, for it stands on a shelf."""
    for book in material.printer.books(material.choice):
        path = addresses.ebook(book.language).removeprefix(addresses.EDITIONS)
        yield path, epub.epub(_binding(material, book))


def _binding(material: Material, book: Book) -> epub.Binding:
    faces = [material.sources[_FACES.format(script)] for script in ("latin", "cyrillic")]
    lines = (book.front.body.about,)
    return epub.Binding(
        title=book.name,
        tag=book.tag,
        direction=book.direction,
        day=material.day,
        creator=book.creator,
        source=book.source,
        rights=book.rights,
        summary=book.access,
        contents=book.contents,
        front=_leaf(book.front),
        parts=tuple((part.title, tuple(map(_leaf, part.chapters))) for part in book.parts),
        style=material.sources[_STYLE],
        cover=pictures.cover(book.name, lines, faces),
    )


def _leaf(chapter: Chapter) -> epub.Leaf:
    return epub.Leaf(chapter.id, chapter.title, chapter.tag, chapter.body.html)

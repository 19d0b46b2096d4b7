"""Edition: the position paper as a PDF to read, and as a booklet to fold and staple."""

from collections.abc import Iterator

from whrin_site.model import addresses
from whrin_site.model.edition import Material
from whrin_site.tools import pdf
from whrin_site.tools.marked import M_

NAME = "papers"
ABOUT = M_("Making the position paper as a PDF and as a booklet")
LINKED = True


def missing() -> str | None:
    """Return what this computer lacks to make PDFs."""
    return pdf.missing()


def make(material: Material) -> Iterator[tuple[str, bytes]]:
    """Yield both forms of the paper."""
    for paper in material.printer.papers(material.choice):
        made = pdf.pages(paper.html, material.sources, "static/print")
        yield paper.path.removeprefix(addresses.EDITIONS), made
        yield paper.booklet.removeprefix(addresses.EDITIONS), pdf.booklet(made)

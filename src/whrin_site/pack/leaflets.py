"""Edition: leaflets to print, one sheet each, folded twice."""

from collections.abc import Iterator

from whrin_site.model import addresses
from whrin_site.model.edition import Material
from whrin_site.model.printed import Leaflet
from whrin_site.model.problems import SiteError
from whrin_site.tools import pdf
from whrin_site.tools.marked import M_

NAME = "leaflets"
ABOUT = M_("Making leaflets, each a sheet of A4 to fold")
LINKED = True

_FOLDER = "static/print"
_SIDES = 2
_MOST = 300_000  # characters of HTML; more never goes onto a sheet, and trying would take minutes
_SIZES = (8.0, 8.5, 9.0, 9.5, 10.0, 10.5, 11.0, 11.5, 12.0)  # points; smaller than 8 nobody reads on a wall


def missing() -> str | None:
    """Return what this computer lacks to make PDFs."""
    return pdf.missing()


def make(material: Material) -> Iterator[tuple[str, bytes]]:
    """Yield the leaflets, with as many words as go onto a sheet.

    A leaflet that holds too much even in few words is left out. Raises SiteError when that one was
    asked for.
    """
    chosen = material.choice.country or material.choice.cases
    for leaflet in material.printer.leaflets(material.choice):
        made = _made(material, leaflet)
        if made:
            yield leaflet.path.removeprefix(addresses.EDITIONS), made
        elif chosen:
            raise SiteError("This is too much for one sheet; choose fewer case studies.")


def _made(material: Material, leaflet: Leaflet) -> bytes | None:
    tries = (
        pdf.fitted(html, material.sources, _FOLDER, sizes=_SIZES, most=_SIDES)
        for html in leaflet.variants
        if len(html) < _MOST
    )
    return next(filter(None, tries), None)

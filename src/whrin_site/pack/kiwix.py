"""Edition: a file for Kiwix in each language, with a search."""

import re
from collections.abc import Iterator
from html import unescape
from mimetypes import guess_type

from whrin_site.model import addresses
from whrin_site.model.edition import Material
from whrin_site.model.shelf import Shelf
from whrin_site.tools import pictures, zim
from whrin_site.tools.marked import M_

NAME = "kiwix"
ABOUT = M_("Making a file for Kiwix in each language")
LINKED = True

_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_KINDS = {".js": "text/javascript", ".xml": "application/atom+xml"}


def missing() -> str | None:
    """Return what this computer lacks to make it."""
    return zim.missing()


def make(material: Material) -> Iterator[tuple[str, bytes]]:
    """Yield the file of each language; the format has one stemmer, so it holds one language."""
    for shelf in material.printer.shelves(material.choice):
        metadata = {
            "Name": f"directory_{shelf.language}",
            "Title": shelf.title,
            "Description": shelf.description,
            "Language": shelf.code,
            "Creator": shelf.creator,
            "Publisher": shelf.title,
            "Date": material.day.isoformat(),
            "Tags": "_ftindex:yes;_pictures:no;_videos:no",
        }
        made = zim.zim(_entries(shelf), shelf.main, shelf.code, metadata, pictures.icon(48))
        yield shelf.path.removeprefix(addresses.EDITIONS), made


def _entries(shelf: Shelf) -> Iterator[zim.Entry]:
    for path, data in sorted(shelf.files.items()):
        suffix = path[path.rindex(".") :]
        kind = _KINDS.get(suffix) or guess_type(path)[0] or "application/octet-stream"
        yield zim.Entry(path, kind, data, _title(shelf, data) if path.startswith(shelf.language) else "")


def _title(shelf: Shelf, page: bytes) -> str:
    """Return the title of a page as the search shows it; nothing for what is no page."""
    found = _TITLE.search(page)
    return unescape(found[1].decode()).removeprefix(f"{shelf.title} · ") if found else ""

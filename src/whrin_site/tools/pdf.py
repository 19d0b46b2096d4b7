"""PDF: pages out of HTML (WeasyPrint), and sheets to fold out of pages (pypdf)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urlsplit

from whrin_site.tools.marked import M_

_BASE = "file:///"
_ACCESSIBLE: dict[str, Any] = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
_ALIKE = {"pdf_identifier": b"directory"}
_SIDES = 4  # pages on one sheet that is folded once


def missing() -> str | None:
    """Return what this computer lacks to make a PDF, and how to get it, as a sentence."""
    try:
        _weasyprint()
    except ImportError:
        return M_("A package is missing: WeasyPrint; “python3 build.py pack” installs it.")
    except OSError:  # it finds no system library
        return M_(
            "The system library Pango is missing; "
            "install it with “sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0”."
        )
    return None


def pango() -> str:
    """Return the version of the system library that sets the letters in place."""
    from weasyprint.text.ffi import pango as library  # type: ignore[import-untyped]

    number: int = library.pango_version()
    return f"{number // 10_000}.{number // 100 % 100}.{number % 100}"


def pages(html: str, files: Mapping[str, bytes], folder: str) -> bytes:
    """Return a document as a tagged PDF (PDF/UA-1), the same bytes for the same document.

    What it names is found among `files`, as seen from `folder`, and nowhere else.
    """
    return bytes(_document(html, files, folder).render(**_ACCESSIBLE).write_pdf(**_ACCESSIBLE, **_ALIKE))


def fitted(
    html: str, files: Mapping[str, bytes], folder: str, sizes: Sequence[float], most: int
) -> bytes | None:
    """Return the same in the largest letters with which the document has at most `most` pages.

    `sizes` are those of the root in points, the smallest first. None when even that is too large.
    """
    document = _document(html, files, folder)

    def at(size: float) -> Any:
        sheet = _weasyprint().CSS(string=f"html {{ font-size: {size}pt }}")
        rendered = document.render(stylesheets=[sheet], **_ACCESSIBLE)
        return rendered if len(rendered.pages) <= most else None

    best = _largest(at, sizes)
    return bytes(best.write_pdf(**_ACCESSIBLE, **_ALIKE)) if best else None


def _largest(at: Callable[[float], Any], sizes: Sequence[float]) -> Any:
    """Return what comes out at the largest size at which anything does: most end at one of the ends."""
    if best := at(sizes[-1]):
        return best
    if not (best := at(sizes[0])):
        return None
    low, high = 1, len(sizes) - 1
    while low < high:
        middle = (low + high) // 2
        if better := at(sizes[middle]):
            best, low = better, middle + 1
        else:
            high = middle
    return best


def _document(html: str, files: Mapping[str, bytes], folder: str) -> Any:
    fetch = _fetcher(files)
    return _weasyprint().HTML(string=html, base_url=f"{_BASE}{folder}/", url_fetcher=fetch, encoding="utf-8")


def booklet(pdf: bytes) -> bytes:
    """Return pages as sheets of twice their width, to be printed on both sides, folded once and stapled.

    Empty pages are put before the last one, which is the back of the booklet.
    """
    from pypdf import PageObject, PdfReader, PdfWriter, Transformation

    found: list[Any] = list(PdfReader(BytesIO(pdf)).pages)
    width, height = (float(side) for side in found[0].mediabox[2:])
    empty = -len(found) % _SIDES
    found[-1:-1] = [None] * empty
    writer = PdfWriter()
    for left, right in _in_order(len(found)):
        side = PageObject.create_blank_page(width=2 * width, height=height)
        for number, offset in ((left, 0.0), (right, width)):
            if found[number] is not None:
                side.merge_transformed_page(found[number], Transformation().translate(offset))
        writer.add_page(side).compress_content_streams()
    writer.compress_identical_objects()
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _in_order(number: int) -> Iterable[tuple[int, int]]:
    """Yield which two pages stand beside one another, side after side.

    >>> list(_in_order(4))
    [(3, 0), (1, 2)]
    """
    for first in range(number // 2):
        pair = (number - 1 - first, first)
        yield pair if first % 2 == 0 else (pair[1], pair[0])


def _fetcher(files: Mapping[str, bytes]) -> Any:
    weasyprint = _weasyprint()

    def fetch(url: str) -> Any:
        path = unquote(urlsplit(url).path).lstrip("/")
        if not url.startswith(_BASE) or path not in files:
            raise ValueError(f"{url} is not among the files of the site")
        return weasyprint.urls.URLFetcherResponse(url, files[path])

    return fetch


@cache
def _weasyprint() -> Any:
    import weasyprint  # type: ignore[import-untyped]

    return weasyprint

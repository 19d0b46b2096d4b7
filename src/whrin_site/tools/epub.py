"""EPUB 3.3 (w3.org/TR/epub-33): chapters in XHTML, bound into one archive."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from whrin_site.tools.archive import archive
from whrin_site.tools.marked import M_

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""

# What a reader who cannot see may count on (w3.org/TR/epub-a11y-11).
_ACCESS = (
    ("accessMode", "textual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityHazard", "none"),
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A chapter: the name of its file, its title with its language, and its HTML."""

    name: str
    title: str
    tag: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """What a book needs besides its chapters. `parts` are headings, each with chapters."""

    title: str
    tag: str
    direction: str
    day: date
    creator: str
    source: str
    rights: str
    summary: str
    contents: str
    front: Leaf
    parts: tuple[tuple[str, tuple[Leaf, ...]], ...]
    style: bytes
    cover: bytes


def missing() -> str | None:
    """Return what this computer lacks to make the format, as a sentence."""
    try:
        import tinyhtml5  # type: ignore[import-untyped]  # noqa: F401
    except ImportError:
        return M_("A package is missing: WeasyPrint and its HTML reader; “build.py pack” installs it.")
    return None


def epub(binding: Binding) -> bytes:
    """Return the book: the same bytes for the same chapters."""
    leaves = (binding.front, *(leaf for _, chapters in binding.parts for leaf in chapters))
    pages = {f"EPUB/{leaf.name}.xhtml": _page(binding, leaf).encode() for leaf in leaves}
    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": _CONTAINER.encode(),
        "EPUB/package.opf": _package(binding, leaves, pages).encode(),
        "EPUB/nav.xhtml": _navigation(binding).encode(),
        "EPUB/cover.xhtml": _document(binding, binding.title, _COVER, ' epub:type="cover"').encode(),
        "EPUB/cover.png": binding.cover,
        "EPUB/book.css": binding.style,
    }
    return archive({**files, **pages}, binding.day, stored_first="mimetype")


_COVER = '<div class="cover"><img src="cover.png" alt=""/></div>'


def xhtml(html: str) -> str:
    """Return a piece of HTML as XHTML.

    >>> xhtml("<p>One<br>two &amp; <b>three")
    '<p>One<br />two &amp; <b>three</b></p>'
    """
    from tinyhtml5 import parse

    body = parse(f"<!doctype html><body>{html}", namespace_html_elements=False).find("body")
    inside = "".join(ElementTree.tostring(element, encoding="unicode") for element in body)
    return escape(body.text or "", quote=False) + inside


def _page(binding: Binding, leaf: Leaf) -> str:
    return _document(binding, leaf.title, xhtml(leaf.html))


def _document(binding: Binding, title: str, body: str, kind: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{binding.tag}" xml:lang="{binding.tag}" dir="{binding.direction}">\n'
        f"<head><title>{escape(title)}</title>"
        '<link rel="stylesheet" type="text/css" href="book.css"/></head>\n'
        f"<body{kind}>\n{body}\n</body>\n</html>\n"
    )


def _navigation(binding: Binding) -> str:
    parts = "".join(
        f"<li><span>{escape(heading)}</span><ol>{''.join(map(_entry, leaves))}</ol></li>\n"
        for heading, leaves in binding.parts
    )
    heading = escape(binding.contents)
    return _document(
        binding,
        binding.contents,
        f'<nav epub:type="toc" role="doc-toc" aria-label="{heading}"><h1>{heading}</h1>\n'
        f"<ol>{_entry(binding.front)}{parts}</ol></nav>",
    )


def _entry(leaf: Leaf) -> str:
    tag = escape(leaf.tag)
    return f'<li><a href="{leaf.name}.xhtml" lang="{tag}" xml:lang="{tag}">{escape(leaf.title)}</a></li>'


def _package(binding: Binding, leaves: tuple[Leaf, ...], pages: Mapping[str, bytes]) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        f'xml:lang="{binding.tag}" dir="{binding.direction}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{_metadata(binding, pages)}</metadata>\n'
        f"<manifest>\n{''.join(_manifest(leaves))}</manifest>\n"
        '<spine><itemref idref="cover"/><itemref idref="nav"/>'
        f"{''.join(_reference(leaf) for leaf in leaves)}</spine>\n</package>\n"
    )


def _metadata(binding: Binding, pages: Mapping[str, bytes]) -> str:
    identity = uuid5(NAMESPACE_URL, b"".join(pages[path] for path in sorted(pages)).decode())
    facts = (
        f'<dc:identifier id="id">urn:uuid:{identity}</dc:identifier>',
        f"<dc:title>{escape(binding.title)}</dc:title>",
        f"<dc:language>{binding.tag}</dc:language>",
        f"<dc:creator>{escape(binding.creator)}</dc:creator>",
        f"<dc:source>{escape(binding.source)}</dc:source>",
        f"<dc:rights>{escape(binding.rights)}</dc:rights>",
        f"<dc:date>{binding.day.isoformat()}</dc:date>",
        f'<meta property="dcterms:modified">{binding.day.isoformat()}T00:00:00Z</meta>',
        *(f'<meta property="schema:{name}">{value}</meta>' for name, value in _ACCESS),
        f'<meta property="schema:accessibilitySummary">{escape(binding.summary)}</meta>',
        '<meta name="cover" content="picture"/>',
    )
    return "".join(f"{fact}\n" for fact in facts)


def _manifest(leaves: tuple[Leaf, ...]) -> Iterator[str]:
    kind = 'media-type="application/xhtml+xml"'
    yield f'<item id="nav" href="nav.xhtml" {kind} properties="nav"/>\n'
    yield f'<item id="cover" href="cover.xhtml" {kind}/>\n'
    yield '<item id="picture" href="cover.png" media-type="image/png" properties="cover-image"/>\n'
    yield '<item id="style" href="book.css" media-type="text/css"/>\n'
    for leaf in leaves:
        yield f'<item id="page-{leaf.name}" href="{leaf.name}.xhtml" {kind}/>\n'


def _reference(leaf: Leaf) -> str:
    return f'<itemref idref="page-{leaf.name}"/>'

"""Markdown turned into HTML that holds nothing but text, structure and links."""

import re
from functools import lru_cache

import nh3
from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension, slugify_unicode

from whrin_site.tools.safe_links import is_safe

_TAGS = {
    *("p", "br", "hr", "em", "strong", "code", "pre", "blockquote"),
    *("ul", "ol", "li", "dl", "dt", "dd"),
    *("h2", "h3", "h4", "h5", "h6", "a"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, **{f"h{n}": {"id"} for n in range(2, 7)}}
_ADDRESSES = {"href", "src"}
_SCHEMES = {"http", "https", "mailto"}
_OUTWARD = re.compile(r'<a (href="https?://(?:www\.)?([\w.-]+)[^"]*")>(.*?)</a>', re.DOTALL | re.IGNORECASE)

# What a text must have for a part of Python-Markdown to find anything in it. Most texts have few of
# these signs, and each part that need not look makes reading them quicker.
_SIGNS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "link": ("[",),
    "image_link": ("![",),
    **dict.fromkeys(("reference", "image_reference", "short_reference", "short_image_ref"), ("]:",)),
    **dict.fromkeys(("autolink", "automail"), ("<",)),
    "linebreak": ("  ",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
    "hashheader": ("#",),
    "toc": ("#", "underline"),
    "setextheader": ("underline",),
    "ulist": ("*", "+", "-"),
    "quote": (">",),
    "table": ("|",),
    **dict.fromkeys(("deflist", "defindent"), ("definition",)),
    "unescape": ("\\",),
}
_LINES = {  # signs that are common in the midst of a line, and mean something only at its beginning:
    # of the line itself, or of what the marks of lists and quotations leave of it
    "underline": re.compile(r"\n[ \d>.)*+=-]*[=-] *(?:\n|$)"),
    "definition": re.compile(r"\n[ \d>.)*+-]*:"),
}
_ALL = frozenset(sign for signs in _SIGNS.values() for sign in signs)
_ANYWHERE = _ALL - _LINES.keys()
_CHANGED_FIRST = re.compile(r"[\t\r\x02\x03]")  # what Python-Markdown takes out, or replaces, before it looks


def to_html(text: str, top_heading: int = 2) -> str:
    """Return the HTML of a Markdown text, its highest heading (`#`, `##`) at the given level.

    Raw HTML in the text comes out as text. No smart punctuation, no automatic links:
    the words stay exactly as they were typed. A link to another site hands on no address of ours,
    and has that site's name in `data-host`, unless its words have it.
    """
    return _with_hosts(clean(_converter(top_heading, _signs(text)).reset().convert(text)))


def _signs(text: str) -> frozenset[str]:
    """Return the signs that stand in a text, or all of them where that is not sure."""
    if _CHANGED_FIRST.search(text):
        return _ALL
    at_lines = [name for name, pattern in _LINES.items() if pattern.search(f"\n{text}")]
    return frozenset([*(sign for sign in _ANYWHERE if sign in text), *at_lines])


@lru_cache(maxsize=256)
def _converter(top_heading: int, signs: frozenset[str]) -> Markdown:
    """Return what converts texts that have these signs and no others."""
    converter = Markdown(
        extensions=[
            SaneListExtension(),  # by their names, all packages would be searched for them
            TableExtension(),
            DefListExtension(),
            TocExtension(slugify=slugify_unicode, baselevel=top_heading - 1, permalink=False),
        ],
        output_format="html",
    )
    # Raw HTML is switched off where it would be read, not only cleaned afterwards.
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    for parts in (converter.inlinePatterns, converter.parser.blockprocessors, converter.treeprocessors):
        for name in [name for name in _SIGNS if name in parts and signs.isdisjoint(_SIGNS[name])]:
            parts.deregister(name)
    return converter


def clean(html: str) -> str:
    """Return the HTML with every tag, attribute and address that is not on the list taken out."""
    return _CLEANER.clean(html)


def _with_hosts(html: str) -> str:
    """Return the HTML with what a link to another site should say of it."""

    def link(found: re.Match[str]) -> str:
        address, host, words = found.groups()
        told = "" if host.lower() in words.lower() else f' data-host="{host.lower()}"'
        return f'<a {address} rel="noopener noreferrer"{told}>{words}</a>'

    return _OUTWARD.sub(link, html)


def _attribute(_: str, name: str, value: str) -> str | None:
    """Return the value of an attribute, or None for an address that may lead anywhere."""
    return value if name not in _ADDRESSES or is_safe(value) else None


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_attribute,
    url_schemes=_SCHEMES,
    link_rel=None,
)

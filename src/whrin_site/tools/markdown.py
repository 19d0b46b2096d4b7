"""Markdown turned into HTML that holds nothing but text, structure and links."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

import nh3
from markdown import Markdown
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

# A paragraph on one line, from a letter to a letter or a mark, without a sign that Markdown or HTML knows.
_PLAIN = re.compile(r"[^\W\d_](?:[^\n\\`*_\[\]<>&|:]*[^\s\\`*_\[\]<>&|:])?")

# What lets one block change how another is read: indentation, headings, definitions, references.
_REACHES_FURTHER = re.compile(r"(?m)^[ \t:#]|\]:|^[=-]+ *$|[\r\t\f\v\x02\x03]")


def to_html(text: str, top_heading: int = 2) -> str:
    """Return the HTML of a Markdown text, its highest heading (`#`, `##`) at the given level.

    Raw HTML in the text comes out as text. No smart punctuation, no automatic links:
    the words stay exactly as they were typed.
    """
    if _REACHES_FURTHER.search(text):
        return clean(_converter(top_heading).reset().convert(text))
    return clean("\n".join(_block_by_block(text, top_heading)))


def _block_by_block(text: str, top_heading: int) -> Iterator[str]:
    """Yield the HTML of runs of blocks; a paragraph of plain words needs no parser."""
    for is_plain, blocks in groupby(text.split("\n\n"), lambda block: _PLAIN.fullmatch(block) is not None):
        if is_plain:
            yield from (f"<p>{block}</p>" for block in blocks)
        elif run := _converter(top_heading).reset().convert("\n\n".join(blocks)):
            yield run


@cache
def _converter(top_heading: int) -> Markdown:
    converter = Markdown(
        extensions=[
            "sane_lists",
            "tables",
            "def_list",
            TocExtension(slugify=slugify_unicode, baselevel=top_heading - 1, permalink=False),
        ],
        output_format="html",
    )
    # Raw HTML is switched off where it would be read, not only cleaned afterwards.
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


def clean(html: str) -> str:
    """Return the HTML with every tag, attribute and address that is not on the list taken out."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _attribute(_: str, name: str, value: str) -> str | None:
    """Return the value of an attribute, or None for an address that may lead anywhere."""
    return value if name not in _ADDRESSES or is_safe(value) else None

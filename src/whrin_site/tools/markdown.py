"""Markdown turned into HTML that holds nothing but text, structure and links."""

from functools import cache

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


def to_html(text: str, top_heading: int = 2) -> str:
    """Return the HTML of a Markdown text, its highest heading (`#`, `##`) at the given level.

    Raw HTML in the text comes out as text. No smart punctuation, no automatic links:
    the words stay exactly as they were typed.
    """
    return clean(_converter(top_heading).reset().convert(text))


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

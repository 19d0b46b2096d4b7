"""Rule: a text holds no Markdown that would be shown as it stands, or taken out, on its page."""

from collections.abc import Iterator

from whrin_site.check.addresses import email, web
from whrin_site.check.texts import Text, markdown
from whrin_site.model.library import Library
from whrin_site.model.problems import Problem
from whrin_site.tools.marked import M_
from whrin_site.tools.marks import Link, links, no_links, tags, without_code


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each HTML tag or comment, each picture from elsewhere, each odd link."""
    for text in markdown(library):
        plain = without_code(text.text)
        for tag, position in tags(plain):
            yield _tag(text, tag, position)
        for sign, position in no_links(plain):
            message = M_("“{found}” makes no link; write [words](address), without blanks in between")
            yield Problem("wrong-link", message, text.place(sign, position), {"found": sign}, "warning")
        for link in links(plain):
            yield from _link(text, link)


def _tag(text: Text, tag: str, position: int) -> Problem:
    place = text.place(tag, position)
    if tag.startswith("<!--"):
        message = M_("a remark in “<!-- -->” would be shown to readers; take it out")
        return Problem("html-comment", message, place)
    message = M_("HTML such as “{found}” would be shown as it stands; write it in Markdown, or in words")
    return Problem("raw-html", message, place, {"found": tag})


def _link(text: Text, link: Link) -> Iterator[Problem]:
    place, scheme = text.place(link.target, link.position), link.scheme
    if link.is_picture:
        if scheme:
            message = M_("a picture from elsewhere would tell others who reads; take it out")
            yield Problem("remote-picture", message, place)
    elif scheme in ("http", "https"):
        yield from web(link.target, place)
    elif scheme == "mailto":
        yield from email(link.target.partition(":")[2].partition("?")[0], place)
    elif scheme:
        message = M_("“{found}” cannot be a link; begin with https://, http:// or mailto:, or name a page")
        yield Problem("wrong-link", message, place, {"found": link.target})

"""Markdown looked at as text: where its links, pictures, headings and tags stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from markdown.extensions.toc import slugify_unicode

_CODE = re.compile(r"(`+)(?:(?!\1).)+\1", re.DOTALL)
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]+)")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:\s*<?([^\s>]+)", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]*(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_TAG = re.compile(r"<!--|<(?:/?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])|[!?])[^<>\n]{0,200}>")
_SIGNS = re.compile(r"[*_`]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_UNHEARD = re.compile(r"[\x00-\x20]")


# What was meant as a link and is none: a blank too many, the brackets changed over, nothing in them, no end.
# The bracket stands first, since a search for a few signs is fast; then comes which one it may be.
_NO_LINK = re.compile(
    r"[\[\])](?:"
    r"(?<=\])(?:[ \t]+\((?=https?:|mailto:|www\.|\.\./)|\(\s*\)|\((?=[^)\s]*(?:\s|$)(?![\"'])))"
    r"|(?<=\))\[(?=https?:|www\.)"
    r"|(?<=\[)(?<!!\[)\]\()"
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture: its target as typed, and where that begins in the text."""

    target: str
    position: int
    is_picture: bool

    @property
    def scheme(self) -> str:
        """The scheme of the target in small letters, `//` for another host without one, or nothing."""
        target = _UNHEARD.sub("", unescape(self.target))
        if target.replace("\\", "/").startswith("//"):
            return "//"
        found = _SCHEME.match(target)
        return found[0].lower() if found else ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its words, the id that it gets, and where its line begins in the text."""

    words: str
    id: str
    position: int


def without_code(text: str) -> str:
    """Return the text with the same length, and blanks where it is code."""
    return _CODE.sub(lambda found: " " * len(found[0]), text) if "`" in text else text


def links(text: str) -> Iterator[Link]:
    """Yield each link and each picture of a text that has no code in it."""
    for found in _TARGET.finditer(text):
        opening = text.rfind("[", max(0, found.start() - 500), found.start())
        yield Link(found[1], found.start(1), is_picture=opening > 0 and text[opening - 1] == "!")
    for found in _REFERENCE.finditer(text) if "]:" in text else ():
        yield Link(found[1], found.start(1), is_picture=False)


def no_links(text: str) -> Iterator[tuple[str, int]]:
    """Yield what was meant as a link and is shown as it stands, and where it begins."""
    for found in _NO_LINK.finditer(text):
        yield found[0], found.start()


def headings(text: str) -> Iterator[Heading]:
    """Yield each heading that begins with `#`."""
    for found in _HEADING.finditer(text) if "#" in text else ():
        words = _SIGNS.sub("", found[1])
        yield Heading(found[1], slugify_unicode(words, "-"), found.start())


def tags(text: str) -> Iterator[tuple[str, int]]:
    """Yield each HTML tag or comment of a text that has no code in it, and where it begins."""
    for found in _TAG.finditer(text) if "<" in text else ():
        yield found[0], found.start()

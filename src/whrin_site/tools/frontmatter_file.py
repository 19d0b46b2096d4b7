"""A Markdown file with YAML front matter: its two parts, and the lines they begin on."""

from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from whrin_site.tools.fault import Fault
from whrin_site.tools.marked import M_
from whrin_site.tools.yamlfile import Document, parse

_handler = YAMLHandler()


@dataclass(frozen=True, slots=True)
class FrontMatterFile:
    """What stands between the two `---` lines, and the Markdown after them."""

    front: Document
    body: str
    body_line: int


def split(text: str) -> FrontMatterFile:
    """Return the front matter and the body of a text.

    python-frontmatter itself gives an empty result for a text whose front matter is
    not opened or not closed; here both are faults.
    """
    if not text.startswith("---\n"):
        return _broken(M_("the first line must be “---”, followed by the front matter"))
    try:
        front, rest = _handler.split(text)
    except ValueError:
        return _broken(M_("the front matter is not closed; put a line “---” after it"))
    body = rest.lstrip("\n")
    front_line = text[: text.index(front)].count("\n") + 1
    body_line = text[: len(text) - len(body)].count("\n") + 1
    document = parse(front, front_line)
    return FrontMatterFile(document, body.rstrip("\n"), body_line)


def front_span(text: str) -> tuple[int, int]:
    """Return where the front matter of a text begins and ends. Raises ValueError where there is none."""
    front, _ = _handler.split(text)
    start = text.index(front)
    return start, start + len(front)


def _broken(message: str) -> FrontMatterFile:
    return FrontMatterFile(Document(None, faults=(Fault("front-matter", message, (1, 1)),)), "", 1)

"""Pictures in a Markdown text: where they stand, and which they are."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

FOLDER = "images/"
"""How an address in a text begins that means a picture among the content."""

_MARK = re.compile(r"!\[([^\[\]]*)\]\(\s*<?([^\s()<>]*)>?(?:\s[^()]*)?\)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PictureMark:
    """A picture in a text: what it shows, in words; its address as written; the position of the mark."""

    words: str
    address: str
    position: int

    @property
    def name(self) -> str | None:
        """The file name of the picture, or None where the address means nothing in `content/images/`."""
        name = self.address.removeprefix(FOLDER)
        return name if self.address.startswith(FOLDER) and "/" not in name else None


def picture_marks(text: str) -> Iterator[PictureMark]:
    """Yield the pictures in a text that are no pictures from elsewhere."""
    for found in _MARK.finditer(text):
        if not _SCHEME.match(found[2]) and not found[2].startswith(("/", "\\")):
            yield PictureMark(" ".join(found[1].split()), found[2], found.start())


def replaced(text: str, put: Callable[[PictureMark], str | None]) -> str:
    """Return the text with each picture replaced, or left as it is for None."""

    def one(found: re.Match[str]) -> str:
        mark = PictureMark(" ".join(found[1].split()), found[2], found.start())
        return put(mark) or found[0]

    return _MARK.sub(one, text)

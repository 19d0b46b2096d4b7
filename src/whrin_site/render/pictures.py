"""Published form: the pictures that texts show, and their places in the text."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from whrin_site.model import addresses
from whrin_site.render.press import File, Press
from whrin_site.render.views import PictureView
from whrin_site.tools.picture_marks import PictureMark, replaced

# Private-use characters, as for the marks of notes, stand for a picture until Markdown has done its work.
_OPEN, _CLOSE = "\ue000picture:", "\ue001"
_NOTE = re.compile(f"\ue000[^{_CLOSE}]*{_CLOSE}")  # the mark of a note, which cannot stand in an attribute
_KEPT = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


def render(press: Press) -> Iterator[File]:
    """Yield the file of each picture. It is the same for all languages."""
    for name, picture in press.site.library.pictures.items():
        yield addresses.picture(name), picture.data


def set_aside(press: Press, text: str) -> tuple[str, tuple[PictureMark, ...]]:
    """Return a Markdown text with a sign in the place of each picture, and the pictures in their order."""
    if "![" not in text:
        return text, ()
    found: list[PictureMark] = []

    def keep(mark: PictureMark) -> str | None:
        if mark.name not in press.site.library.pictures:
            return None
        found.append(mark)
        return f"{_OPEN}{len(found) - 1}{_CLOSE}"

    return replaced(text, keep), tuple(found)


def put_back(press: Press, page: str, html: str, marks: tuple[PictureMark, ...]) -> Markup:
    """Return the HTML of that text with its pictures, as seen from a page, or with their words."""

    def picture(found: re.Match[str]) -> str:
        return str(press.part("parts/picture.html", "picture", _view(press, page, marks[int(found[1])])))

    return Markup(_KEPT.sub(picture, html))


def _view(press: Press, page: str, mark: PictureMark) -> PictureView:
    made = press.site.library.pictures[mark.name or ""]
    url = press.shared_url(page, addresses.picture(mark.name or ""))
    words = _NOTE.sub("", mark.words)
    return PictureView(words, url, made.width, made.height)

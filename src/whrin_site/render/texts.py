"""The HTML of the texts on a page, of which a build makes only what the last one did not."""

from collections.abc import Callable, Iterable

from whrin_site.model.pieces import Apart
from whrin_site.tools.fingerprint import fingerprint
from whrin_site.tools.markdown import to_html
from whrin_site.tools.program import program

Convert = Callable[[str, int], str]
"""Makes HTML of a Markdown text, with the level of its highest heading."""


class Texts:
    """Converts texts as `to_html` does, but takes from the last file of the page what is there already."""

    def __init__(self, old: Apart) -> None:
        self._old = old
        self._made: dict[str, bytes] = {}

    def html(self, text: str, top_heading: int) -> str:
        """Return the HTML of a Markdown text."""
        key = fingerprint([program(), str(top_heading), text])
        known = self._old.part(key)
        html = to_html(text, top_heading) if known is None else known.decode()
        self._made[key] = html.encode()
        return html

    def made(self) -> Iterable[tuple[str, bytes]]:
        """Return the HTML of each text so far, by its key."""
        return self._made.items()

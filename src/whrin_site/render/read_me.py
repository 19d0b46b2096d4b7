"""Sheet: the few plain words that lie beside a copy on a stick, in every language."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from whrin_site.model import addresses
from whrin_site.render.dates import day
from whrin_site.render.press import File, Press
from whrin_site.render.templates import render as render_template

_BETWEEN = "\n\n----------------------------------------\n\n"


@dataclass(frozen=True, slots=True)
class ReadMeView:
    """What the words name: the copy's title and date, and the files that they speak of."""

    title: str
    edition: str
    start: str
    sums: str
    about: str
    folder: str
    is_draft: bool
    report_to: str | None


def render(presses: Mapping[str, Press]) -> File:
    """Return the text, one language after the other.

    It begins with a byte order mark and has the line ends of Windows: its old editor needs both.
    """
    text = _BETWEEN.join(_words(press) for press in presses.values())
    return addresses.READ_ME, f"\ufeff{text}\n".replace("\n", "\r\n").encode()


def _words(press: Press) -> str:
    record = press.site.library.site.record
    view = ReadMeView(
        title=press.plain(record.title),
        edition=day(record.edition, press.language).text,
        start=addresses.START_OF_COPY,
        sums=addresses.SUMS,
        about=addresses.ABOUT_COPY,
        folder=addresses.EDITIONS.rstrip("/"),
        is_draft=press.tongue.is_draft,
        report_to=record.report_to,
    )
    return Markup(render_template(press.env, "take-along/read-me.txt", view=view)).unescape().strip()

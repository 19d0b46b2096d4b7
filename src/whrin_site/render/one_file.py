"""Published form: the whole directory of a language in one file, for a phone that opens no neighbours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from whrin_site.model import addresses
from whrin_site.model.book import Chapter
from whrin_site.model.pieces import Made, Pieces
from whrin_site.model.site import Site
from whrin_site.render.assets import joined, scripts, style_sheet
from whrin_site.render.book import book
from whrin_site.render.book_press import BookPress
from whrin_site.render.dates import day
from whrin_site.render.framing import SLOT
from whrin_site.render.inlined import Inlined, inlined
from whrin_site.render.origins import Origins
from whrin_site.render.press import Press
from whrin_site.render.sheets import Old, Sheet
from whrin_site.render.templates import render as render_template
from whrin_site.render.views import Day
from whrin_site.tools.endings import endings
from whrin_site.tools.fingerprint import fingerprint

_FOLDER = "static/one-file"
_SHARED = ("static/alone/leave.js", "static/js/wish-to-leave.js", "static/js/age.js")
_MOST_CASES = 200
_CHAPTER = "book/chapter.html"


@dataclass(frozen=True, slots=True)
class OneFile:
    """What the template of the one file sees besides the book."""

    edition: Day
    warn_after_months: int
    ages: Mapping[str, str]
    inlined: Inlined
    endings: str
    independent: bool
    is_draft: bool
    publishers: str
    source_url: str


def render(site: Site, sources: Mapping[str, bytes], origins: Origins) -> Iterator[Sheet]:
    """Yield the one file of each language; none of a directory that no phone could open so."""
    if len(site.library.cases) > _MOST_CASES:
        return
    for tongue in site.tongues.values():
        press = BookPress(site, tongue, sources, origins=origins, where=lambda place: f"#{place}", level=3)
        path = addresses.one_file(tongue.id)
        key = fingerprint([origins.all, path, *(case.whole for case in site.cases[tongue.id])])
        yield Sheet(path, key, partial(_made, press))


def _made(press: BookPress, old: Old) -> Made:
    """Return the file, of which only those chapters are made that it did not have yet."""
    made = book(press)
    page = render_template(press.env, "book/one-file.html", book=made, view=_view(press), slot=SLOT)
    head, *after = (around.encode() for around in page.split(SLOT))
    wrapped = press.origins.main(_CHAPTER)
    pieces = (
        piece
        for chapter, around in zip(made.chapters, after, strict=True)
        for piece in ((fingerprint([wrapped, chapter.key]), chapter), (fingerprint([around]), around))
    )
    return Pieces(lambda: (head, b""), tuple(pieces), partial(_piece, press)).join(old())


def _piece(press: BookPress, piece: Chapter | bytes) -> bytes:
    if isinstance(piece, bytes):
        return piece
    return render_template(press.env, _CHAPTER, body=piece.body).encode()


def _view(press: Press) -> OneFile:
    record = press.site.library.site.record
    style = style_sheet(press.sources, f"{_FOLDER}/one-file.css")
    script = joined(press.sources, _FOLDER) + scripts(press.sources, _SHARED)
    return OneFile(
        edition=day(record.edition, press.language),
        warn_after_months=record.warn_after_months,
        ages=press.ages,
        inlined=inlined(style, script.decode()),
        endings=" ".join(endings(press.language)),
        independent=record.imprint == "independent",
        is_draft=press.tongue.is_draft,
        publishers=press.publishers,
        source_url=record.paper.source_url,
    )

"""Printed form: the position paper as pages of A5, which also make a booklet."""

from dataclasses import dataclass

from markupsafe import Markup

from whrin_site.model import addresses
from whrin_site.model.printed import Paper
from whrin_site.render.assets import style_sheet
from whrin_site.render.dates import day
from whrin_site.render.page_views import PaperView
from whrin_site.render.paper_pages import whole
from whrin_site.render.press import Press
from whrin_site.render.templates import render as render_template
from whrin_site.render.views import Day, Spoken


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """What the template sees besides the paper itself."""

    spoken: Spoken
    name: str
    edition: Day
    publishers: str
    source_url: str
    independent: bool
    style: Markup


def paper(press: Press) -> Paper:
    """Return the whole paper of a language, ready to be printed."""
    record = press.site.library.site.record
    view: PaperView = whole(press)
    frame = PrintedPaper(
        spoken=press.spoken,
        name=press.plain(record.name),
        edition=day(record.edition, press.language),
        publishers=press.publishers,
        source_url=record.paper.source_url,
        independent=record.imprint == "independent",
        style=Markup(style_sheet(press.sources, "static/print/paper.css")),
    )
    html = render_template(press.env, "print/paper.html", view=view, frame=frame)
    return Paper(addresses.paper(press.language), addresses.booklet(press.language), html)

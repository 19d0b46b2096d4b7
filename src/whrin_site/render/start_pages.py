"""Published form: the start page of each language."""

from collections.abc import Iterator
from functools import partial
from itertools import islice

from whrin_site.model import addresses
from whrin_site.render import terms
from whrin_site.render.cards import cards
from whrin_site.render.list_pages import as_published
from whrin_site.render.page_views import StartView
from whrin_site.render.paper_pages import contents
from whrin_site.render.press import File, Press
from whrin_site.render.search_pages import search_view
from whrin_site.render.sheets import Sheet, summing
from whrin_site.render.views import Link

_CARDS = 12  # the list of case studies has the rest
_WAYS = ("countries", "services", "populations")


def render(press: Press) -> Iterator[Sheet]:
    """Yield the start page."""
    yield summing(press, addresses.START, partial(_page, press))


def _page(press: Press) -> File:
    page = addresses.START
    record = press.site.library.site.record
    title, tagline = press.plain(record.title), press.plain(record.tagline)
    view = StartView(
        title=title,
        tagline=tagline,
        as_published=as_published(press),
        ways=terms.ways(press, page, _WAYS),
        cards=cards(press, page, islice(press.cases, _CARDS)),
        all_cases=Link(press.says("All case studies"), press.url(page, addresses.CASES)),
        sections=contents(press, page),
        whole_paper=Link(press.says("The whole paper on one page"), press.url(page, addresses.PAPER)),
        search=search_view(press, page),
        take_along=Link(press.says("One file, leaflets, books"), press.url(page, addresses.TAKE_ALONG)),
    )
    return press.page(page, "pages/start.html", view, title=press.says("Start"), description=tagline)

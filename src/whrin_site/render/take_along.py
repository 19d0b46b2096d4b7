"""Published form: the page that tells what can be carried away, and how."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from whrin_site.model import addresses
from whrin_site.render import paper_pages, terms
from whrin_site.render.page_views import TakeAlongView
from whrin_site.render.press import File, Press
from whrin_site.render.sheets import Sheet, summing
from whrin_site.render.views import Link

_PAGE = addresses.TAKE_ALONG


def render(press: Press) -> Iterator[Sheet]:
    """Yield the page. It names only what was made."""
    yield summing(press, _PAGE, partial(_page, press))


def _page(press: Press) -> File:
    title = press.says("Take it along")
    description = press.says("The directory on a phone, on a USB stick, on paper: all without the internet.")
    return press.page(_PAGE, "pages/take-along.html", _view(press), title=title, description=description)


def _view(press: Press) -> TakeAlongView:
    language = press.language
    whole = press.download(_PAGE, addresses.leaflet(language), press.says("The whole directory"))
    countries = ((name, terms.label(press, "countries", name)[0]) for name in press.site.tagged["countries"])
    cases = ((case.id, case.words.name) for case in press.site.cases[language])
    about = addresses.text("about")
    return TakeAlongView(
        one_files=tuple(_in_each_language(press, addresses.one_file)),
        leaflets=(whole,) if whole else (),
        country_leaflets=tuple(_leaflets(press, countries)),
        case_leaflets=tuple(_leaflets(press, cases)),
        papers=paper_pages.papers(press, _PAGE),
        ebooks=tuple(_in_each_language(press, addresses.ebook)),
        libraries=tuple(_in_each_language(press, addresses.library_file)),
        safety=Link(press.says("Safety"), press.url(_PAGE, f"{about}#safety")) if press.has(about) else None,
    )


def _in_each_language(press: Press, path: Callable[[str], str]) -> Iterator[Link]:
    """Yield what was made of one kind, that of the page's own language first."""
    tongues = sorted(press.site.tongues.values(), key=lambda tongue: tongue.id != press.language)
    for tongue in tongues:
        found = press.download(_PAGE, path(tongue.id), tongue.name)
        if found:
            yield found


def _leaflets(press: Press, found: Iterable[tuple[str, str]]) -> Iterator[Link]:
    for name, label in found:
        link = press.download(_PAGE, addresses.leaflet(press.language, name), label)
        if link:
            yield link

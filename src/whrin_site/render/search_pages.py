"""Published form: the page of the search, and the search as a part of other pages."""

from collections.abc import Iterator
from functools import partial

from whrin_site.model import addresses
from whrin_site.render import terms
from whrin_site.render.press import File, Press
from whrin_site.render.search_view import (
    Choice,
    ChoiceGroup,
    OtherLanguage,
    SearchFilter,
    SearchNote,
    SearchView,
)
from whrin_site.render.sheets import Sheet, summing
from whrin_site.render.views import Link
from whrin_site.render.voice import spoken_of
from whrin_site.tools.locales import name_of
from whrin_site.tools.urls import relative

_FILTERS = {"country": "countries", "service": "services", "population": "populations", "kind": "kinds"}
_BROWSE = ("countries", "services", "populations")


def render(press: Press) -> Iterator[Sheet]:
    """Yield the page of the search."""
    yield summing(press, addresses.SEARCH, partial(_page, press))


def _page(press: Press) -> File:
    title = press.says("Search")
    view = search_view(press, addresses.SEARCH)
    return press.page(addresses.SEARCH, "pages/search.html", view, title=title, description=title)


def search_view(press: Press, page: str) -> SearchView:
    """Return the search as it stands on a page."""
    path = addresses.within(press.language, page)
    return SearchView(
        url_of_root=relative(path, addresses.ROOT).removesuffix(addresses.ROOT),
        spoken=press.spoken,
        others=tuple(_others(press)),
        filters=tuple(_filter(press, page, name, family) for name, family in _FILTERS.items()),
        browse=(
            Link(press.says("All case studies"), press.url(page, addresses.CASES)),
            Link(press.says("The whole paper on one page"), press.url(page, addresses.PAPER)),
            *(
                Link(terms.heading_of_all(press, family), press.url(page, addresses.terms(family)))
                for family in _BROWSE
            ),
        ),
        counts=press.tongue.words.forms("{n} page found", "{n} pages found"),
        notes=tuple(_notes(press)),
    )


def _others(press: Press) -> Iterator[OtherLanguage]:
    for tongue in press.site.tongues.values():
        if tongue.id != press.language:
            name = name_of(tongue.id, press.language)
            yield OtherLanguage(
                spoken=spoken_of(tongue),
                heading=press.says("Found in another language: {language}", language=name),
                label=press.says("Language: {language}", language=name),
            )


def _filter(press: Press, page: str, name: str, family: str) -> SearchFilter:
    groups = tuple(
        ChoiceGroup(heading, tuple(Choice(link.note or "", link.label) for link in links))
        for heading, links in terms.groups(press, page, family)
    )
    return SearchFilter(
        name=name, label=terms.heading(press, family), any_label=press.says("Any"), groups=groups
    )


def _notes(press: Press) -> Iterator[SearchNote]:
    for entry in press.site.library.aliases.values():
        if entry.record.note:
            yield SearchNote(press.plain(entry.record.note), entry.record.also)

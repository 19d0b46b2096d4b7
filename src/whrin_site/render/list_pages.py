"""Published form: the list of case studies, and the pages of every term in use."""

from collections.abc import Iterator
from functools import partial

from whrin_site.model import addresses
from whrin_site.model.pieces import Apart, Pieces
from whrin_site.model.site import FAMILIES
from whrin_site.render import terms, titles
from whrin_site.render.cards import card, cards
from whrin_site.render.facts import provider
from whrin_site.render.json_ld import dataset
from whrin_site.render.leaves import Leaf, leaves
from whrin_site.render.page_views import CaseListView, TermListView, TermView
from whrin_site.render.press import File, Keys, Press
from whrin_site.render.sheets import Sheet, summing
from whrin_site.render.views import CaseCard, Link

_CASE_LIST, _TERM = "pages/case-list.html", "pages/term.html"
_FILTERS = ("countries", "services", "populations", "kinds")


def render(press: Press) -> Iterator[Sheet]:
    """Yield the list of case studies, the list of each family, and the page of each term.

    Pages of the same case studies come one after the other: what they share is then still remembered.
    """
    for leaf in leaves(addresses.CASES, list(press.cases)):
        yield leaf.sheet(press, _CASE_LIST, partial(_case_list, press, leaf))
    for family in FAMILIES:
        yield summing(press, addresses.terms(family), partial(_term_list, press, family))
    place = {name: number for number, name in enumerate(press.cases)}
    pages = sorted(_of_terms(press), key=lambda page: place[page[0]])
    yield from (sheet for _, sheet in pages)


def _of_terms(press: Press) -> Iterator[tuple[str, Sheet]]:
    """Yield the pages of all terms, each with the first case study on it."""
    for family in FAMILIES:
        for name, cases in press.site.tagged[family].items():
            for leaf in leaves(addresses.term(family, name), cases):
                leaflet = addresses.leaflet(press.language, name)
                make = partial(_term, press, family, name, leaf)
                yield leaf.ids[0], leaf.sheet(press, _TERM, make, [leaflet])


def as_published(press: Press) -> str:
    """Return the sentence that stands near every list of services."""
    return press.says("This list shows what the text of 2019 says, not what is available today.")


def _case_list(press: Press, leaf: Leaf, keys: Keys, _: Apart) -> Pieces:
    description = press.says("All case studies of the position paper, with filters.")
    title = leaf.title(press, press.says("Case studies"))
    data = dataset(press) if leaf.page == addresses.CASES else None
    view = partial(_case_list_view, press, leaf)
    return press.pieces(leaf.page, _CASE_LIST, keys, view, title=title, description=description, json_ld=data)


def _case_list_view(press: Press, leaf: Leaf) -> CaseListView:
    page = leaf.page
    return CaseListView(
        count=press.counts("{n} case study", "{n} case studies", len(press.cases)),
        counts=press.tongue.words.forms("{n} case study", "{n} case studies"),
        as_published=as_published(press),
        cards=cards(press, page, leaf.ids),
        filters=terms.ways(press, page, _FILTERS),
        leaves=leaf.ways(press),
        contribute=press.url(page, addresses.CONTRIBUTE),
    )


def _term_list(press: Press, family: str) -> File:
    page = addresses.terms(family)
    title = terms.heading_of_all(press, family)
    view = TermListView(
        title=title,
        intro=as_published(press),
        groups=terms.groups(press, page, family),
        picture=terms.picture(press, page, family),
    )
    return press.page(page, "pages/term-list.html", view, title=title, description=title)


def _term(press: Press, family: str, name: str, leaf: Leaf, keys: Keys, _: Apart) -> Pieces:
    title, definition = terms.label(press, family, name)[0], terms.definition(press, family, name)[0]
    heading = terms.heading(press, family)
    description = definition or press.says("{heading}: {term}", heading=heading, term=title)
    tab = leaf.title(press, titles.of_term(press, family, name, title))
    view = partial(_term_view, press, family, name, leaf)
    return press.pieces(leaf.page, _TERM, keys, view, title=tab, description=description)


def _term_view(press: Press, family: str, name: str, leaf: Leaf) -> TermView:
    page = leaf.page
    title, spoken = terms.label(press, family, name)
    definition, definition_spoken = terms.definition(press, family, name)
    found = press.site.tagged[family][name]
    return TermView(
        title=title,
        spoken=spoken,
        family=Link(terms.heading_of_all(press, family), press.url(page, addresses.terms(family))),
        definition=definition,
        definition_spoken=definition_spoken,
        count=press.counts("{n} case study", "{n} case studies", len(found)),
        as_published=as_published(press),
        cards=tuple(_cards(press, leaf, family, name)),
        leaves=leaf.ways(press),
        leaflet=press.download(page, addresses.leaflet(press.language, name), press.says("Leaflet to print")),
    )


def _cards(press: Press, leaf: Leaf, family: str, name: str) -> Iterator[CaseCard]:
    for case in (press.cases[case] for case in leaf.ids):
        tags = getattr(case.record, family, ()) if family in ("services", "populations", "approaches") else ()
        remark = next((provider(press, case.record, tag) for tag in tags if tag.id == name), None)
        yield card(press, leaf.page, case, remark)

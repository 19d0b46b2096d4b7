"""Published form: the list of case studies, and the pages of every term in use."""

from collections.abc import Iterator

from whrin_site.model import addresses
from whrin_site.model.site import FAMILIES
from whrin_site.render import terms
from whrin_site.render.cards import card, cards
from whrin_site.render.facts import provider
from whrin_site.render.page_views import CaseListView, TermListView, TermView
from whrin_site.render.press import File, Press
from whrin_site.render.views import CaseCard, Link

_FILTERS = ("countries", "services", "populations", "kinds")


def render(press: Press) -> Iterator[File]:
    """Yield the list of case studies, the list of each family, and the page of each term."""
    yield _case_list(press)
    for family in FAMILIES:
        yield _term_list(press, family)
        for name in press.site.tagged[family]:
            yield _term(press, family, name)


def as_published(press: Press) -> str:
    """Return the sentence that stands near every list of services."""
    return press.says("This list shows what the text of 2019 says, not what is available today.")


def _case_list(press: Press) -> File:
    page = addresses.CASES
    ids = [case.id for case in press.site.cases[press.language]]
    view = CaseListView(
        count=press.counts("{n} case study", "{n} case studies", len(ids)),
        counts=press.tongue.words.forms("{n} case study", "{n} case studies"),
        as_published=as_published(press),
        cards=cards(press, page, ids),
        filters=terms.ways(press, page, _FILTERS),
    )
    description = press.says("All case studies of the position paper, with filters.")
    return press.page(
        page, "pages/case-list.html", view, title=press.says("Case studies"), description=description
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


def _term(press: Press, family: str, name: str) -> File:
    page = addresses.term(family, name)
    record = terms.vocabulary(press, family)[name].record
    title, spoken = press.picks(record.label)
    definition, definition_spoken = press.picks(record.definition) if record.definition else (None, None)
    found = press.site.tagged[family][name]
    view = TermView(
        title=title,
        spoken=spoken,
        family=Link(terms.heading_of_all(press, family), press.url(page, addresses.terms(family))),
        definition=definition,
        definition_spoken=definition_spoken,
        count=press.counts("{n} case study", "{n} case studies", len(found)),
        as_published=as_published(press),
        cards=tuple(_cards(press, page, family, name)),
        leaflet=press.download(page, addresses.leaflet(press.language, name), press.says("Leaflet to print")),
    )
    heading = terms.heading(press, family)
    description = definition or press.says("{heading}: {term}", heading=heading, term=title)
    return press.page(page, "pages/term.html", view, title=title, description=description)


def _cards(press: Press, page: str, family: str, name: str) -> Iterator[CaseCard]:
    found = press.site.tagged[family][name]
    for case in (press.cases[name] for name in found):
        tags = getattr(case.record, family, ()) if family in ("services", "populations", "approaches") else ()
        remark = next((provider(press, case.record, tag) for tag in tags if tag.id == name), None)
        yield card(press, page, case, remark)

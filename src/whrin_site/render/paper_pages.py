"""Published form: the whole paper on one page, and each section on its own."""

from collections.abc import Iterator
from functools import partial

from whrin_site.model import addresses
from whrin_site.model.site import ShownCase, ShownText
from whrin_site.render import contacts, json_ld, titles
from whrin_site.render.cards import AS_PUBLISHED, UNKNOWN, UNKNOWN_WORDS, cards
from whrin_site.render.case_pages import composed
from whrin_site.render.compose import compose
from whrin_site.render.dates import day
from whrin_site.render.leaves import PER_PAGE
from whrin_site.render.page_views import FullCase, PaperView, SectionPageView, SectionView
from whrin_site.render.press import File, Press
from whrin_site.render.reading_time import minutes
from whrin_site.render.sheets import Sheet, sheet, summing
from whrin_site.render.views import Composed, Link


def render(press: Press) -> Iterator[Sheet]:
    """Yield the page of the whole paper and the pages of its sections."""
    bodies = (case.whole for case in _listed(press))
    yield summing(press, addresses.PAPER, partial(_whole, press), *bodies)
    found = press.site.sections[press.language]
    for number, section in enumerate(found):
        before = found[number - 1] if number else None
        after = found[number + 1] if number + 1 < len(found) else None
        make = partial(_page, press, section, number + 1, before, after)
        page = addresses.section(section.id)
        yield summing(press, page, make) if section.facts.lists_cases else sheet(press, page, (), make)


def contents(press: Press, page: str) -> tuple[Link, ...]:
    """Return links to all sections; on the page of the whole paper they stay on that page."""
    return tuple(
        Link(
            press.sets(section.record.title),
            f"#{section.id}" if page == addresses.PAPER else press.url(page, addresses.section(section.id)),
            page == addresses.section(section.id),
            press.speaks(section.standing.language),
        )
        for section in press.site.sections[press.language]
    )


def papers(press: Press, page: str) -> tuple[Link, ...]:
    """Return links to the paper as it can be printed, as far as it was made."""
    found = (
        press.download(page, addresses.paper(press.language), press.says("To read, page by page")),
        press.download(
            page, addresses.booklet(press.language), press.says("As a booklet to print, fold and staple")
        ),
    )
    return tuple(filter(None, found))


def in_book(press: Press, section: ShownText, top_heading: int) -> SectionView:
    """Return a section as a chapter, without what stands in chapters of its own: footnote, case studies."""
    page, footnote = addresses.section(section.id), _footnote(press, section)
    url = press.url(page, addresses.section(footnote.id)) if footnote else None
    return SectionView(
        id=section.id,
        title=press.sets(section.record.title),
        title_spoken=press.speaks(section.standing.language),
        title_ours=section.facts.title_ours,
        text=_text(press, section, top_heading, url),
        url=press.url(page, page),
        contacts=contacts.shown(press, section.facts.contacts),
        contacts_held=contacts.held(press, section.facts.contacts),
    )


def _page(
    press: Press, section: ShownText, number: int, before: ShownText | None, after: ShownText | None
) -> File:
    page = addresses.section(section.id)
    view = SectionPageView(
        section=_section(press, page, section),
        contents=contents(press, page),
        previous=_link(press, page, before),
        next=_link(press, page, after),
        whole=Link(press.says("The whole paper on one page"), press.url(page, addresses.PAPER)),
    )
    return press.page(
        page,
        "pages/section.html",
        view,
        title=titles.of_section(press, section, number),
        description=section.record.description or section.record.title,
        kind="article",
        of_paper=True,
        noindex=section.standing.status != "source",
        json_ld=json_ld.section(press, section),
    )


def whole(press: Press) -> PaperView:
    """Return what there is to show of the whole paper."""
    page = addresses.PAPER
    sections = tuple(
        _section(press, page, item, top_heading=3) for item in press.site.sections[press.language]
    )
    record = press.site.library.site.record.paper
    published = day(record.published, press.language).text
    return PaperView(
        title=press.plain(record.title),
        facts=(
            press.says("Published on {date}", date=published),
            press.says("By {organisations}", organisations=press.publishers),
            press.says("The source names no authors."),
            press.says("Title given by the editors"),
            *_time(press),
        ),
        as_published=press.says(AS_PUBLISHED),
        contents=contents(press, page),
        sections=sections,
        downloads=papers(press, page),
    )


def _whole(press: Press) -> File:
    view = whole(press)
    return press.page(
        addresses.PAPER,
        "pages/paper.html",
        view,
        title=press.says("Position paper"),
        description=view.title,
        kind="article",
        of_paper=True,
        json_ld=json_ld.paper(press),
    )


def _time(press: Press) -> Iterator[str]:
    """Yield how long the whole paper takes to read, case studies included."""
    language = press.language
    bodies = [section.body for section in press.site.sections[language]]
    told = minutes(press, *bodies, *(case.words.body for case in _listed(press)))
    if told:
        yield told


def _listed(press: Press) -> list[ShownCase]:
    """Return the case studies of the paper, if any of its sections lists them."""
    is_listed = any(section.facts.lists_cases for section in press.site.sections[press.language])
    cases = press.site.cases[press.language] if is_listed else ()
    return [case for case in cases if case.record.origin == "paper"]


def _section(press: Press, page: str, section: ShownText, top_heading: int = 2) -> SectionView:
    alone = page != addresses.PAPER
    facts, footnote = section.facts, _footnote(press, section)
    listed = _listed(press) if facts.lists_cases else []
    return SectionView(
        id=section.id,
        title=press.sets(section.record.title),
        title_spoken=press.speaks(section.standing.language),
        title_ours=facts.title_ours,
        text=_text(press, section, top_heading, _footnote_url(footnote, alone)),
        url=press.url(page, addresses.section(section.id)),
        contacts=contacts.shown(press, facts.contacts),
        contacts_held=contacts.held(press, facts.contacts),
        footnote=_text(press, footnote, top_heading) if footnote and alone else None,
        cases=cards(press, page, (case.id for case in listed[:PER_PAGE])) if alone else (),
        full_cases=() if alone else tuple(_full_case(press, page, case) for case in listed),
        minutes=minutes(press, section.body),
    )


def _text(press: Press, section: ShownText, top_heading: int, footnote_url: str | None = None) -> Composed:
    return compose(
        press,
        section.body,
        section.standing,
        notes=section.facts.notes,
        passages=section.record.passages,
        top_heading=top_heading,
        footnote_url=footnote_url,
        content_notes=section.facts.content_notes,
        place=section.id,
        page=addresses.section(section.id),
    )


def _footnote(press: Press, section: ShownText) -> ShownText | None:
    found = (item for item in press.site.sections[press.language] if item.id == section.facts.footnote)
    return next(found, None)


def _footnote_url(footnote: ShownText | None, alone: bool) -> str | None:
    if footnote is None:
        return None
    return "#footnote" if alone else f"#{footnote.id}"


def _full_case(press: Press, page: str, case: ShownCase) -> FullCase:
    as_text = case.record.status == UNKNOWN
    return FullCase(
        id=case.id,
        heading=press.sets(case.words.heading),
        spoken=press.speaks(case.standing.language),
        url=press.url(page, addresses.case(case.id)),
        warning=press.says(UNKNOWN_WORDS) if as_text else None,
        text=composed(press, case, top_heading=4),
        contacts=contacts.shown(press, case.record.contacts, as_text),
        contacts_held=contacts.held(press, case.record.contacts),
        sources=contacts.sources(press, case.record.sources),
    )


def _link(press: Press, page: str, section: ShownText | None) -> Link | None:
    if section is None:
        return None
    return Link(
        press.sets(section.record.title),
        press.url(page, addresses.section(section.id)),
        spoken=press.speaks(section.standing.language),
    )

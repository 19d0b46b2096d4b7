"""Published form: the page of each case study."""

from collections.abc import Iterator
from functools import partial

from whrin_site.model import addresses
from whrin_site.model.pieces import Apart, Pieces
from whrin_site.model.records import External
from whrin_site.model.site import ShownCase
from whrin_site.render import contacts, terms, titles
from whrin_site.render.cards import UNKNOWN, UNKNOWN_WORDS, cards, dated, name_spoken
from whrin_site.render.compose import compose
from whrin_site.render.dates import day
from whrin_site.render.facts import fact_groups, quotes
from whrin_site.render.json_ld import case_study
from whrin_site.render.page_views import CaseView
from whrin_site.render.press import Keys, Press
from whrin_site.render.reading_time import minutes
from whrin_site.render.sheets import Sheet, framed_sheet
from whrin_site.render.texts import Convert, Texts
from whrin_site.render.views import Composed, Link
from whrin_site.render.views import External as ExternalView
from whrin_site.tools.markdown import to_html
from whrin_site.tools.messages import N_
from whrin_site.tools.typography import set_type

_TEMPLATE = "pages/case-study.html"
_UNFINISHED = ("draft", "outdated", "missing")


def render(press: Press) -> Iterator[Sheet]:
    """Yield the pages of all case studies."""
    found = press.site.cases[press.language]
    for number, case in enumerate(found):
        before = found[number - 1] if number else None
        after = found[number + 1] if number + 1 < len(found) else None
        neighbours = (other.outline if other else "" for other in (before, after))
        yield framed_sheet(
            press,
            addresses.case(case.id),
            _TEMPLATE,
            (str(number), *neighbours, *made_from(press, case)),
            partial(_page, press, case, number + 1, before, after),
            [addresses.leaflet(press.language, case.id)],
        )


def made_from(press: Press, case: ShownCase) -> tuple[str, ...]:
    """Return the fingerprints of the case studies that the view of one shows, besides its neighbours."""
    related = (press.cases[name].outline for name in press.site.related[case.id])
    return (case.whole, case.outline, *related)


def composed(press: Press, case: ShownCase, top_heading: int = 2, convert: Convert = to_html) -> Composed:
    """Return the words of a case study with their marks and notes."""
    return compose(
        press,
        case.words.body,
        case.standing,
        notes=case.record.notes,
        voice=case.record.origin,
        top_heading=top_heading,
        content_notes=case.record.content_notes,
        place=case.id,
        page=addresses.case(case.id),
        convert=convert,
    )


def _page(
    press: Press,
    case: ShownCase,
    number: int,
    before: ShownCase | None,
    after: ShownCase | None,
    keys: Keys,
    old: Apart,
) -> Pieces:
    page, texts = addresses.case(case.id), Texts(old)
    return press.pieces(
        page,
        _TEMPLATE,
        keys,
        partial(view, press, page, case, before, after, convert=texts.html),
        texts.made,
        title=titles.of_case(press, case, number),
        description=case.words.summary,
        kind="article",
        of_paper=case.record.origin == "paper",
        noindex=case.standing.status in _UNFINISHED,
        json_ld=case_study(press, case) if case.record.status != UNKNOWN else None,
    )


def view(
    press: Press,
    page: str,
    case: ShownCase,
    before: ShownCase | None = None,
    after: ShownCase | None = None,
    top_heading: int = 2,
    convert: Convert = to_html,
) -> CaseView:
    """Return what there is to show of a case study; headings in its words begin at `top_heading`."""
    record = case.record
    as_text = record.status == UNKNOWN
    return CaseView(
        name=press.sets(case.words.name),
        spoken=name_spoken(press, case),
        kind=terms.link(press, page, "kinds", record.kind.id, count=False),
        place=terms.place(press, record),
        country=terms.link(press, page, "countries", record.place.country.id, count=False),
        summary=set_type(case.words.summary, case.standing.language),
        summary_spoken=press.speaks(case.standing.language),
        warnings=tuple(_warnings(press, case)),
        groups=fact_groups(press, page, record),
        quotes=quotes(press, record),
        text=composed(press, case, top_heading, convert),
        heading=case.words.heading,
        contacts=contacts.shown(press, record.contacts, as_text),
        contacts_held=contacts.held(press, record.contacts),
        sources=contacts.sources(press, record.sources),
        external=tuple(_external(press, item) for item in record.external),
        related=cards(press, page, press.site.related[case.id]),
        previous=_link(press, page, before),
        next=_link(press, page, after),
        all_cases=Link(press.says("All case studies"), press.url(page, addresses.CASES)),
        glossary=press.url(page, addresses.GLOSSARY) if press.has(addresses.GLOSSARY) else None,
        minutes=minutes(press, case.words.body),
        leaflet=press.download(
            page, addresses.leaflet(press.language, case.id), press.says("Leaflet about this case study")
        ),
        own_leaflet=Link(
            press.says("Make a leaflet of your own"),
            press.url(page, f"{addresses.TAKE_ALONG}#make-your-own"),
        ),
    )


def _warnings(press: Press, case: ShownCase) -> Iterator[str]:
    """Yield what a reader has to know before she relies on anything below."""
    if case.record.status == UNKNOWN:
        yield press.says(UNKNOWN_WORDS)
    yield dated(press, case)
    notes = press.site.library.notes
    for note in (notes[name].record for name in case.record.notes):
        if note.warn:
            yield press.plain(note.text)


def _external(press: Press, item: External) -> ExternalView:
    text, spoken = press.picks(item.words)
    if item.consulted:
        on = day(item.consulted, press.language).text
        message = N_("Not from the source. According to {source}, looked up on {date}:")
        return ExternalView(press.says(message, source=item.source, date=on), text, spoken)
    message = N_("Not from the source. According to {source}, {date}:")
    return ExternalView(press.says(message, source=item.source, date=item.date), text, spoken)


def _link(press: Press, page: str, case: ShownCase | None) -> Link | None:
    if case is None:
        return None
    return Link(
        press.sets(case.words.name), press.url(page, addresses.case(case.id)), spoken=name_spoken(press, case)
    )

"""Published form: who does what, as tables of services by case studies."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from whrin_site.model import addresses
from whrin_site.model.site import ShownCase
from whrin_site.render import terms
from whrin_site.render.cards import name_spoken
from whrin_site.render.facts import provider
from whrin_site.render.list_pages import as_published
from whrin_site.render.press import File, Press
from whrin_site.render.sheets import Sheet, sheet
from whrin_site.render.views import Link

_COLUMNS = 8  # so many names fit on a sheet of A4, and on the screen of a phone beside each other
_TABLES = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """Whether a case study names a service: not at all, or with a remark such as who offers it."""

    offered: bool
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A service, and one cell for each case study of the table."""

    service: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Some case studies, as columns; the rows stand in groups with a heading each."""

    caption: str
    cases: tuple[Link, ...]
    groups: tuple[tuple[str | None, tuple[Row, ...]], ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """One page of tables."""

    title: str
    as_published: str
    tables: tuple[Table, ...]
    by_partner: bool
    previous: Link | None
    next: Link | None
    all_services: Link


def render(press: Press) -> Iterator[Sheet]:
    """Yield the pages of the tables: one, as long as there are few case studies."""
    cases = press.site.cases[press.language]
    if not press.site.tagged["services"]:
        return
    pages = tuple(_batches(cases, _COLUMNS * _TABLES))
    for number, batch in enumerate(pages, start=1):
        made_from = (str(len(pages)), press.site.tally, *(case.outline for case in batch))
        make = partial(_page, press, number, len(pages), batch)
        yield sheet(press, addresses.matrix(number), made_from, make)


def _page(press: Press, number: int, last: int, cases: tuple[ShownCase, ...]) -> File:
    page = addresses.matrix(number)
    tables = tuple(_table(press, page, batch) for batch in _batches(cases, _COLUMNS))
    title = press.says("Who does what")
    view = MatrixView(
        title=title,
        as_published=as_published(press),
        tables=tables,
        by_partner=any(cell.remark for table in tables for cell in _cells(table)),
        previous=_turn(press, page, number - 1) if number > 1 else None,
        next=_turn(press, page, number + 1) if number < last else None,
        all_services=Link(
            terms.heading_of_all(press, "services"), press.url(page, addresses.terms("services"))
        ),
    )
    description = press.says("Which case study names which service.")
    return press.page(page, "pages/matrix.html", view, title=title, description=description)


def _turn(press: Press, page: str, number: int) -> Link:
    return Link(press.says("Page {n}", n=number), press.url(page, addresses.matrix(number)))


def _table(press: Press, page: str, cases: tuple[ShownCase, ...]) -> Table:
    """Return the table of these case studies, without the services that none of them names."""
    offers = {case.id: dict(_offers(press, case)) for case in cases}
    named = [
        name
        for name in press.site.tagged["services"]
        if any(name in services for services in offers.values())
    ]
    return Table(
        caption=press.counts(
            "Services named in {n} case study", "Services named in {n} case studies", len(cases)
        ),
        cases=tuple(_column(press, page, case) for case in cases),
        groups=tuple(_groups(press, page, named, tuple(offers.values()))),
    )


def _offers(press: Press, case: ShownCase) -> Iterator[tuple[str, str | None]]:
    return ((tag.id, provider(press, case.record, tag)) for tag in case.record.services)


def _column(press: Press, page: str, case: ShownCase) -> Link:
    return Link(
        press.sets(case.words.name), press.url(page, addresses.case(case.id)), spoken=name_spoken(press, case)
    )


def _groups(
    press: Press, page: str, named: Iterable[str], offers: tuple[Mapping[str, str | None], ...]
) -> Iterator[tuple[str | None, tuple[Row, ...]]]:
    services = terms.vocabulary(press, "services")
    headings = press.site.library.vocabulary["service-groups"]
    for group, names in groupby(named, key=lambda name: services[name].record.group):
        heading = press.plain(headings[group].record.label) if group else None
        yield heading, tuple(_row(press, page, name, offers) for name in names)


def _row(press: Press, page: str, name: str, offers: tuple[Mapping[str, str | None], ...]) -> Row:
    cells = tuple(Cell(name in services, services.get(name)) for services in offers)
    return Row(terms.link(press, page, "services", name, count=False), cells)


def _cells(table: Table) -> Iterator[Cell]:
    return (cell for _, rows in table.groups for row in rows for cell in row.cells)


def _batches(cases: tuple[ShownCase, ...], size: int) -> Iterator[tuple[ShownCase, ...]]:
    return (cases[start : start + size] for start in range(0, len(cases), size))

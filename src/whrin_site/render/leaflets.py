"""Printed form: leaflets about one case study, some, a country, or all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from whrin_site.model import addresses
from whrin_site.model.printed import EVERYTHING, Choice, Leaflet
from whrin_site.model.problems import SiteError
from whrin_site.model.site import ShownCase
from whrin_site.render import case_pages, terms
from whrin_site.render.assets import style_sheet
from whrin_site.render.cards import dated, name_spoken
from whrin_site.render.dates import day
from whrin_site.render.page_views import CaseView
from whrin_site.render.press import Press
from whrin_site.render.status import status_note
from whrin_site.render.templates import render as render_template
from whrin_site.render.views import Day, Spoken
from whrin_site.tools.nearest import nearest

_SHORT = ("limits",)
_LONGER = ("services", "limits", "access")
_IN_FULL = ("services", "populations", "approaches", "limits", "access", "partners")


@dataclass(frozen=True, slots=True)
class LeafletView:
    """What the template of a leaflet sees. `groups` are the facts shown; `in_full` asks for all words."""

    spoken: Spoken
    name: str
    title: str
    title_spoken: Spoken | None
    lead: str
    edition: Day
    as_published: str
    remarks: tuple[str, ...]
    address: str | None
    publishers: str
    source_url: str
    independent: bool
    cases: tuple[CaseView, ...]
    groups: tuple[str, ...]
    in_full: bool
    style: Markup


def leaflets(press: Press) -> Iterator[Leaflet]:
    """Yield the leaflets of a language: about the whole directory, each country, and each case study."""
    yield leaflet(press, EVERYTHING)
    for name in press.site.tagged["countries"]:
        yield leaflet(press, Choice(country=name))
    for case in press.site.cases[press.language]:
        yield leaflet(press, Choice(cases=(case.id,)))


def leaflet(press: Press, choice: Choice) -> Leaflet:
    """Return one leaflet. Raises SiteError for a choice that names nothing."""
    about = "-".join((choice.country,) if choice.country else choice.cases)
    view = _view(press, choice, _chosen(press, choice))
    variants = (replace(view, groups=_IN_FULL, in_full=True), replace(view, groups=_LONGER), view)
    return Leaflet(
        path=addresses.leaflet(press.language, about or None),
        variants=tuple(render_template(press.env, "print/leaflet.html", view=item) for item in variants),
    )


def _chosen(press: Press, choice: Choice) -> tuple[ShownCase, ...]:
    by_id = {case.id: case for case in press.site.cases[press.language]}
    countries = press.site.tagged["countries"]
    for name in choice.cases:
        if name not in by_id:
            near = nearest(name, by_id)
            if near is None:
                raise SiteError("There is no case study “{name}”.", name=name)
            raise SiteError("There is no case study “{name}”; did you mean “{near}”?", name=name, near=near)
    if choice.country and choice.country not in countries:
        raise SiteError(
            "No case study is in the country “{name}”; there are: {known}.",
            name=choice.country,
            known=", ".join(countries),
        )
    if choice.country:
        return tuple(by_id[name] for name in by_id if name in countries[choice.country])
    return tuple(by_id[name] for name in choice.cases or by_id)


def _view(press: Press, choice: Choice, found: tuple[ShownCase, ...]) -> LeafletView:
    record = press.site.library.site.record
    title, spoken, lead = _title(press, choice, found)
    return LeafletView(
        spoken=press.spoken,
        name=press.plain(record.name),
        title=title,
        title_spoken=spoken,
        lead=lead,
        edition=day(record.edition, press.language),
        as_published=" ".join(_dated(press, found)),
        remarks=tuple(_remarks(press, found)),
        address=record.base_url,
        publishers=press.publishers,
        source_url=record.paper.source_url,
        independent=record.imprint == "independent",
        cases=tuple(case_pages.view(press, addresses.case(case.id), case, top_heading=4) for case in found),
        groups=_SHORT,
        in_full=False,
        style=Markup(style_sheet(press.sources, "static/print/leaflet.css")),
    )


def _title(press: Press, choice: Choice, found: tuple[ShownCase, ...]) -> tuple[str, Spoken | None, str]:
    """Return the title on the cover, its language, and the line below it: nothing that says too much."""
    if choice.country:
        label, spoken = terms.label(press, "countries", choice.country)
        return label, spoken, press.counts("{n} case study", "{n} case studies", len(found))
    if len(found) == 1:
        case = found[0]
        return press.sets(case.words.name), name_spoken(press, case), terms.place(press, case.record)
    names = dict.fromkeys(case.record.place.country.id for case in found)
    places = ", ".join(terms.label(press, "countries", name)[0] for name in names)
    return press.counts("{n} case study", "{n} case studies", len(found)), None, places


def _dated(press: Press, found: tuple[ShownCase, ...]) -> Iterable[str]:
    return dict.fromkeys(dated(press, case) for case in found)


def _remarks(press: Press, found: tuple[ShownCase, ...]) -> Iterator[str]:
    """Yield what has to be known before the leaflet is used."""
    yield from _dated(press, found)
    told = {(case.standing.status, case.record.origin): case for case in found}
    for case in told.values():
        yield " ".join(status_note(press, case.standing, case.record.origin).sentences)
    yield press.says("Summaries are by the editors of this directory, not by the authors.")
    yield press.says("An email shows your name and address. Think about which mailbox you use.")
    yield press.says("This is a directory, not an emergency service. Nobody here answers messages.")
    yield press.says("Think before you carry this sheet: whoever unfolds it sees what it is about.")

"""The terms of the vocabulary in the language of a page."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from whrin_site.model import addresses
from whrin_site.model.library import Entry
from whrin_site.model.records import CaseStudy
from whrin_site.model.site import vocabulary_of
from whrin_site.model.vocabulary import Term
from whrin_site.render.press import Press
from whrin_site.render.views import FilterGroup, Link, Spoken
from whrin_site.tools.messages import N_

_HEADINGS = {
    "countries": N_("Country"),
    "services": N_("Services named in the text"),
    "populations": N_("For whom"),
    "approaches": N_("Approach"),
    "kinds": N_("Kind"),
}

_ALL = {
    "countries": N_("All countries"),
    "services": N_("All services"),
    "populations": N_("All groups of people"),
    "approaches": N_("All approaches"),
    "kinds": N_("All kinds"),
}

_PICTURES = {
    "countries": (N_("The countries on a map"), addresses.WHERE),
    "services": (N_("A table of who does what"), addresses.matrix(1)),
}


def heading(press: Press, family: str) -> str:
    """Return what a family of terms is called."""
    return press.says(_HEADINGS[family])


def heading_of_all(press: Press, family: str) -> str:
    """Return the title of the page that lists the whole family."""
    return press.says(_ALL[family])


def picture(press: Press, page: str, family: str) -> Link | None:
    """Return the link to the page that shows a family at one look, where there is one."""
    if family not in _PICTURES or not press.site.tagged[family]:
        return None
    label, target = _PICTURES[family]
    return Link(press.says(label), press.url(page, target))


def vocabulary(press: Press, family: str) -> Mapping[str, Entry[Term]]:
    """Return the entries among which the terms of a family stand."""
    return press.site.library.vocabulary[vocabulary_of(family)]


def label(press: Press, family: str, name: str) -> tuple[str, Spoken | None]:
    """Return how a term is called, and in which language if not the page's."""
    return press.picks(vocabulary(press, family)[name].record.label)


def definition(press: Press, family: str, name: str) -> tuple[str | None, Spoken | None]:
    """Return what a term means, if that is written, and in which language if not the page's."""
    text = vocabulary(press, family)[name].record.definition
    return press.picks(text) if text else (None, None)


def link(press: Press, page: str, family: str, name: str, count: bool = True) -> Link:
    """Return the link to the page of a term, with the number of case studies that carry it."""
    text, spoken = label(press, family, name)
    cases = press.site.tagged[family].get(name, ())
    number = press.counts("{n} case study", "{n} case studies", len(cases)) if count else None
    return Link(
        text, press.url(page, addresses.term(family, name)), spoken=spoken, count=number, note=name.lower()
    )


def groups(press: Press, page: str, family: str) -> tuple[tuple[str | None, tuple[Link, ...]], ...]:
    """Return links to all terms of a family in use, under the headings of their groups."""
    in_use = press.site.tagged[family]
    if family != "services":
        return ((None, tuple(link(press, page, family, name) for name in in_use)),)
    terms = vocabulary(press, family)
    by_group = groupby(in_use, key=lambda name: terms[name].record.group)
    headings = press.site.library.vocabulary["service-groups"]
    return tuple(
        (
            press.plain(headings[group].record.label) if group else None,
            tuple(link(press, page, family, name) for name in names),
        )
        for group, names in by_group
    )


def ways(press: Press, page: str, families: Iterable[str]) -> tuple[FilterGroup, ...]:
    """Return the families as ways into the directory."""
    return tuple(
        FilterGroup(
            id=family,
            heading=heading(press, family),
            all=Link(heading_of_all(press, family), press.url(page, addresses.terms(family))),
            links=groups(press, page, family),
            picture=picture(press, page, family),
        )
        for family in families
    )


def place(press: Press, case: CaseStudy) -> str:
    """Return where a case study is, from the smallest place named to the country."""
    names = [tag.id for tag in (case.place.city, case.place.region, case.place.country) if tag]
    return ", ".join(label(press, "countries", name)[0] for name in names)

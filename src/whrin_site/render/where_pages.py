"""Published form: the countries as a picture of the world, with a list beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from whrin_site.model import addresses
from whrin_site.model.vocabulary import Point
from whrin_site.render import terms
from whrin_site.render.list_pages import as_published
from whrin_site.render.press import File, Press
from whrin_site.render.sheets import Sheet, summing
from whrin_site.render.views import Link
from whrin_site.tools.equal_earth import HEIGHT, WIDTH, project


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a country: where it stands in the picture, and its number in the list."""

    number: int
    x: int
    y: int
    url: str


@dataclass(frozen=True, slots=True)
class WhereView:
    """The page: a picture for the eye, and a list that says the same and more."""

    title: str
    as_published: str
    width: int
    height: int
    marks: tuple[Mark, ...]
    countries: tuple[Link, ...]
    all_countries: Link


def render(press: Press) -> Iterator[Sheet]:
    """Yield the page, if the directory names any country."""
    if press.site.tagged["countries"]:
        yield summing(press, addresses.WHERE, partial(_page, press))


def _page(press: Press) -> File:
    in_use = press.site.tagged["countries"]
    page, title = addresses.WHERE, press.says("Where")
    countries = tuple(terms.link(press, page, "countries", name) for name in in_use)
    view = WhereView(
        title=title,
        as_published=as_published(press),
        width=WIDTH,
        height=HEIGHT,
        marks=tuple(_marks(press, countries)),
        countries=countries,
        all_countries=Link(
            terms.heading_of_all(press, "countries"), press.url(page, addresses.terms("countries"))
        ),
    )
    description = press.says("The countries of the case studies on a map, with a list.")
    return press.page(page, "pages/where.html", view, title=title, description=description)


def _marks(press: Press, countries: tuple[Link, ...]) -> Iterator[Mark]:
    """Yield the marks of all countries of which it is known where they are."""
    places = terms.vocabulary(press, "countries")
    for number, (name, link) in enumerate(
        zip(press.site.tagged["countries"], countries, strict=True), start=1
    ):
        point = places[name].record.at
        if point:
            yield _mark(number, point, link.url)


def _mark(number: int, point: Point, url: str) -> Mark:
    x, y = project(point.latitude, point.longitude)
    return Mark(number, round(x), round(y), url)

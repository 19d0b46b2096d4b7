"""The countries on a map, and the table of who does what."""

import gzip
from collections.abc import Mapping
from math import radians, sin

import pytest
from kit import ROOT, build, case, problems
from lxml import html

from whrin_site.tools.equal_earth import HEIGHT, WIDTH, project

PLACES = """\
CA: {label: {en: Canada, ru: Канада}, at: {latitude: 56.1, longitude: -106.3}}
SE: {label: {en: Sweden, ru: Швеция}}
"""
TWO = {
    "content/vocabulary/places.yaml": PLACES,
    "content/case-studies/other.yaml": case(place="{country: {id: SE, quote: Sweden}}").replace(
        "We are a centre", "Sweden. We are a centre"
    ),
}


def page(files: Mapping[str, bytes], path: str) -> html.HtmlElement:
    return html.document_fromstring(files[path].decode())


def test_each_country_with_a_point_has_a_mark_with_its_number_in_the_list():
    where = page(build(TWO), "en/where.html")

    listed = [item.text_content().split()[0] for item in where.iter("li") if "where__item" in item.classes]
    marks = [
        (link.get("href"), link.text_content()) for link in where.iter("a") if "map__link" in link.classes
    ]
    assert listed == ["Canada", "Sweden"]
    assert marks == [("countries/ca.html", "1")]


def test_the_picture_is_not_read_out_and_takes_no_turn_with_the_keyboard():
    where = page(build(TWO), "en/where.html")

    picture = where.find(".//svg")
    assert picture.get("aria-hidden") == "true"
    assert {link.get("tabindex") for link in picture.iter("a")} == {"-1"}


def test_the_picture_weighs_little():
    assert len(gzip.compress((ROOT / "templates/parts/land.svg").read_bytes())) < 12_000


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(64.1, -21.9), (-54.8, -68.3), (-41.3, 174.8), (64.5, -165.4), (35.7, 139.7)]
)
def test_places_at_the_ends_of_the_earth_stand_in_the_picture(latitude: float, longitude: float):
    x, y = project(latitude, longitude)

    assert 0 < x < WIDTH
    assert 0 < y < HEIGHT


def test_the_projection_keeps_areas():
    def area(south: float, north: float) -> float:
        """The area of a narrow strip between two parallels."""
        middle = (south + north) / 2
        return (project(middle, 1)[0] - project(middle, 0)[0]) * (project(south, 0)[1] - project(north, 0)[1])

    strips = [(0.0, 1.0), (45.0, 46.0), (70.0, 71.0)]
    on_earth = [sin(radians(north)) - sin(radians(south)) for south, north in strips]
    shares = [area(*strip) / real for strip, real in zip(strips, on_earth, strict=True)]
    assert shares == pytest.approx([shares[0]] * 3, rel=1e-3)


@pytest.mark.parametrize(
    ("point", "column", "said"),
    [
        (
            "{latitude: 91, longitude: 0}",
            18,
            "“91” is no latitude: write a number from -90 to 90, such as 59",
        ),
        (
            "{latitude: 0, longitude: 200}",
            32,
            "“200” is no longitude: write a number from -180 to 180, such as 18",
        ),
        (
            "{latitude: 59°, longitude: 18}",
            18,
            "“59°” is no latitude: write a number from -90 to 90, such as 59",
        ),
    ],
)
def test_a_point_that_is_not_on_earth_is_told(point: str, column: int, said: str):
    places = f"CA:\n  label: {{en: Canada, ru: Канада}}\n  at: {point}\n"

    assert problems({"content/vocabulary/places.yaml": places}) == [
        f"content/vocabulary/places.yaml:3:{column}: error: {said} [wrong-degrees]"
    ]


def test_the_table_has_a_dot_where_a_case_study_names_a_service():
    files = build({**TWO, "content/case-studies/none.yaml": case(services="[]")})
    matrix = page(files, "en/who-does-what.html")

    (row,) = (row for row in matrix.iter("tr") if "matrix__row" in row.classes)
    assert [cell.text_content().strip() for cell in row] == ["Naloxone", "named", "", "named"]
    assert [head.get("scope") for head in matrix.iter("th")] == ["col", "col", "col", "rowgroup", "row"]


def test_many_case_studies_stand_in_several_tables_and_on_several_pages():
    many = {f"content/case-studies/house-{n:02}.yaml": case(order=str(n + 2)) for n in range(50)}
    files = build(many)

    tables = page(files, "en/who-does-what.html").xpath("//table")
    rest = page(files, "en/who-does-what-2.html")
    assert [len(table.xpath(".//th[@scope='col']")) for table in tables] == [8] * 6
    assert len(rest.xpath("//th[@scope='col']")) == 3
    assert [link.get("href") for link in rest.xpath("//a[@rel='prev']")] == ["who-does-what.html"]

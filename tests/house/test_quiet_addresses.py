"""The paths of the real site and of all that is carried away: they stand in histories and in logs."""

import re
from collections.abc import Iterator

import pytest
from kit import ROOT, VOCABULARY, problems

from whrin_site.model import addresses
from whrin_site.model.printed import EVERYTHING
from whrin_site.pack import ebooks, usb
from whrin_site.pipeline import build, material
from whrin_site.tools.disk import read_tree

SHOUTING = re.compile(
    "abolition|addict|arrest|cops?(?![a-z])|crim|drug|fentanyl|gender|harm|hepatitis|hiv|lgbt|migrant|narco|naloxone|"
    "needle|overdose|police|prison|queer|rape|sex|sharps|substance|syringe|trans(?!lat)|undocumented|"
    "user|violen|whrin|women|"
    "narkot|nasili|polici|prostit|seks|tyurm|upotreb|zhensh"
)
"""What no path may have in it, in English, and in Russian as people write it in Latin letters."""

OWN_NAMES = ("queer-appalachia",)
"""Names that organisations gave themselves, and that they are known by: theirs to say."""

SAME_NUMBER = (
    "rest-shoes: {group: health, label: {en: Shoes, ru: Обувь}}\n"
    "music-laundry: {group: health, label: {en: Music, ru: Музыка}}\n"
)


@pytest.fixture(scope="module")
def paths() -> tuple[str, ...]:
    return tuple(_paths())


def _paths() -> Iterator[str]:
    sources = read_tree(ROOT, addresses.SOURCES)
    built = build(sources)
    made = material(built, sources)
    yield from built.files
    yield from (addresses.JOURNAL, *usb.carried(made))
    yield from (name for edition in (usb, ebooks) for name, _ in edition.make(made))
    yield from (leaflet.path for leaflet in made.printer.leaflets(EVERYTHING))
    for paper in made.printer.papers(EVERYTHING):
        yield from (paper.path, paper.booklet)
    for shelf in made.printer.shelves(EVERYTHING):
        yield from (shelf.path, *shelf.files)


def test_no_path_tells_what_the_directory_is_about(paths):
    assert len(set(paths)) > 200
    assert [path for path in paths if SHOUTING.search(_without_own_names(path.lower()))] == []


def _without_own_names(path: str) -> str:
    for name in OWN_NAMES:
        path = path.replace(name, "")
    return path


def test_two_terms_whose_addresses_would_be_the_same_are_a_mistake():
    files = {"content/vocabulary/services.yaml": VOCABULARY["services"] + SAME_NUMBER}

    assert problems(files) == [
        "content/vocabulary/services.yaml:4:1: error: "
        "“music-laundry” and “rest-shoes” would be the same page; choose another id [repeated-id]"
    ]

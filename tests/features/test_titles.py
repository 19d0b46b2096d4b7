"""Tabs, histories and previews of links: neutral, unless the settings allow the words of the pages."""

import pytest
from kit import SITE, build
from lxml import html

PREVIEW = "//meta[@property='og:description' or @property='og:title']/@content"
WORDS = {"content/site.yaml": SITE + "titles: words\n"}
PATHS = {
    "en/case-studies/house.html": ("Directory · Case study 1", "House – case study · Directory"),
    "ru/case-studies/house.html": ("Справочник · Пример 1", "Дом — пример из практики · Справочник"),
    "en/paper/beginning.html": ("Directory · Section 1", "Beginning – position paper · Directory"),
    "en/services/474425.html": ("Directory · Services named in the text: 1", "Naloxone · Directory"),
    "en/countries/ca.html": ("Directory · Country: Canada", "Canada · Directory"),
}


def titles(page: bytes) -> set[str]:
    found = html.fromstring(page)
    return {" ".join(text.split()) for text in (found.findtext(".//title"), *found.xpath(PREVIEW)) if text}


@pytest.mark.parametrize("path", PATHS)
def test_by_default_a_title_tells_which_page_it_is_and_not_what_stands_on_it(path):
    neutral, _ = PATHS[path]

    assert titles(build()[path]) == {neutral, neutral.partition(" · ")[2]}


@pytest.mark.parametrize("path", PATHS)
def test_the_settings_may_allow_the_words_of_the_page_and_they_come_first(path):
    assert PATHS[path][1] in titles(build(WORDS)[path])


def test_no_two_pages_of_a_language_have_the_same_title():
    pages = {
        path: data for path, data in build().items() if path.startswith("en/") and path.endswith(".html")
    }
    found = [html.fromstring(data).findtext(".//title") for data in pages.values()]

    assert len(found) > 15
    assert len(set(found)) == len(found)

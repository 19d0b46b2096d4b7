"""The real content builds, and holds what the paper holds."""

import re
from collections import Counter

import pytest
from kit import ROOT

from whrin_site.pipeline import build
from whrin_site.tools.disk import read_tree


@pytest.fixture(scope="module")
def built():
    return build(read_tree(ROOT, ("content", "templates", "static")), index=False)


def test_the_real_content_has_no_problems_at_all(built):
    assert list(map(str, built.problems)) == []


def test_the_pages_of_both_languages_are_the_same(built):
    pages = {
        language: {p[3:] for p in built.files if p.startswith(f"{language}/")} for language in ("en", "ru")
    }

    assert pages["en"] == pages["ru"]
    assert len(pages["en"]) > 80


@pytest.mark.parametrize(
    ("family", "number"),
    [("countries", 5), ("services", 28), ("populations", 9), ("approaches", 13), ("kinds", 4)],
)
def test_every_term_in_use_has_a_page(built, family, number):
    pages = [p for p in built.files if re.fullmatch(rf"en/{family}/(?!index).*\.html", p)]

    assert len(pages) == number


def test_the_case_studies_stand_under_their_countries(built):
    cards = {
        country: built.files[f"en/countries/{country}.html"].count(b'class="case-card"')
        for country in ("us", "ca", "es", "se", "ua")
    }

    assert cards == {"us": 2, "ca": 2, "es": 1, "se": 1, "ua": 1}


def test_every_russian_page_says_that_its_words_are_a_draft(built):
    pages = [
        data.decode()
        for path, data in built.files.items()
        if path.startswith("ru/") and path.endswith(".html")
    ]

    assert pages
    assert all('name="robots" content="noindex"' in page for page in pages)
    assert all("черновик" in page.lower() or "черновой" in page.lower() for page in pages)


def test_no_page_leaves_an_interface_word_in_english(built):
    """Messages without Russian words would show up in both languages alike."""
    found = Counter(
        text.strip()
        for path, data in built.files.items()
        if path.startswith("ru/") and path.endswith(".html")
        for text in re.findall(r"<(?:h2|dt|button|label|legend|summary)[^>]*>([A-Za-z][^<]*)<", data.decode())
    )

    assert not found


def test_the_russian_paragraph_stands_in_both_languages_with_its_language_marked(built):
    english = built.files["en/paper/background.html"].decode()
    russian = built.files["ru/paper/background.html"].decode()

    assert re.search(
        r'<div class="block" data-role="passage" lang="ru"[^>]*translate="no"[^>]*>\s*<p>Проявления', english
    )
    assert "Forms of violence include (but are not limited to)" in english
    assert "домагательства" in russian
    assert "Forms of violence include" not in russian


@pytest.mark.parametrize(
    ("page", "words", "mark"),
    [
        ("en/case-studies/metzineres.html", "Medzineris", "[sic]"),
        ("ru/case-studies/metzineres.html", "Medzineris", "[так в\N{NO-BREAK SPACE}источнике]"),
        ("en/paper/paradigm.html", "that support the very system we want to change", "[sic]"),
        ("en/case-studies/queer-appalachia.html", "Narcane", "[sic]"),
    ],
)
def test_a_mark_stands_behind_the_words_that_it_concerns(built, page, words, mark):
    text = re.sub(r"<[^>]+>", "", built.files[page].decode().replace("&#160;", " "))

    assert f"{words} {mark}" in text

"""Long lists stand on several pages, and what is fetched whole stays short."""

import re

import pytest
from kit import SITE, build, case

from whrin_site.render import feeds, leaves, signposts

NAMES = [f"house-{number}" for number in range(5)]


@pytest.fixture
def pages(monkeypatch):
    monkeypatch.setattr(leaves, "PER_PAGE", 2)
    monkeypatch.setattr(feeds, "_MOST", 3)
    monkeypatch.setattr(signposts, "_MOST_URLS", 20)
    files = {f"content/case-studies/{name}.yaml": case(order=str(n)) for n, name in enumerate(NAMES)}
    settings = SITE + "base_url: https://directory.example.org/\n"
    return build({"content/case-studies/house.yaml": "", "content/site.yaml": settings, **files})


def listed(page: bytes) -> list[str]:
    return re.findall(rb'case-card__link" href="(?:[^"]*/)?([a-z0-9-]+)\.html"', page)


@pytest.mark.parametrize("first", ["ru/case-studies/index", "ru/services/474425", "en/countries/ca"])
def test_every_case_study_stands_on_one_of_the_pages_of_a_list(pages, first):
    found = [listed(pages[f"{first}{end}.html"]) for end in ("", ".2", ".3")]

    assert [name.decode() for some in found for name in some] == NAMES
    assert all(len(some) <= 2 for some in found)


def test_the_pages_of_a_list_lead_to_one_another_and_to_the_other_language(pages):
    second = pages["en/services/474425.2.html"].decode()

    assert 'href="474425.html" rel="prev"' in second
    assert 'href="474425.3.html" rel="next"' in second
    assert 'href="474425.2.html" aria-current="page"' in second
    assert 'href="../../ru/services/474425.2.html"' in second
    assert "<title>Directory · Services named in the text: 1, page 2</title>" in second


def test_a_list_on_several_pages_leaves_its_filters_plain_links(pages):
    assert b"data-filters" not in pages["en/case-studies/index.html"]
    assert b'href="../services/474425.html" data-term' in pages["en/case-studies/index.html"]


def test_a_short_list_has_no_ways_between_pages():
    pages = build()

    assert b"leaves" not in pages["en/case-studies/index.html"]
    assert b"data-filters" in pages["en/case-studies/index.html"]


def test_a_feed_holds_only_the_newest_of_many(pages):
    assert pages["en/feed.xml"].count(b"</entry>") == 3


def test_a_sitemap_of_too_many_pages_is_split_as_its_standard_asks(pages):
    index = pages["sitemap.xml"].decode()
    parts = re.findall(r"<loc>https://directory\.example\.org/(sitemap\.\d\.xml)</loc>", index)

    assert "<sitemapindex" in index
    assert len(parts) > 1
    assert all(0 < pages[part].count(b"<url>") <= 20 for part in parts)

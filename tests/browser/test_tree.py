"""What a screen reader is given: roles, names and their order, with the rest of each page left out."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TREES = Path(__file__).parent / "trees"


def tree(name: str) -> str:
    return (TREES / f"{name}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("en/index.html", "start"),
        ("en/case-studies/index.html", "list"),
        ("en/case-studies/metzineres.html", "case"),
    ],
)
def test_a_page_is_built_of_parts_with_names(real, open_once, path, name):
    visit = open_once(real, "en/index.html", "http")
    visit.page.goto(visit.base + path)

    expect(visit.page.locator("body")).to_match_aria_snapshot(tree(name), timeout=10_000)


def test_results_are_lists_that_say_their_language(real, open_site):
    page = open_site(real, "en/search.html", "http").page
    page.fill("#search-words", "shelters")

    expect(page.locator("body")).to_match_aria_snapshot(tree("search"), timeout=10_000)


def test_after_leaving_nothing_but_the_kitchen_is_read_out(real, open_site):
    page = open_site(real, "en/case-studies/metzineres.html", "http").page
    page.click("[data-leave]")
    page.wait_for_url("**/kitchen.html")

    expect(page.locator("body")).to_match_aria_snapshot(tree("left"), timeout=10_000)
    assert page.get_by_role("navigation").count() == 0

"""axe finds nothing in what only use brings about: answers, open filters, a narrowed list."""

from itertools import product

import pytest
from axe import SCHEMES, WIDTHS, violations, whole

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("query", ["naloxone", "aspirin"], ids=["results", "no results"])
def test_axe_finds_nothing_with_an_answer_and_open_filters(go, language, query):
    page = go(f"{language}/search.html")
    page.locator(".search summary").click()
    page.fill("#search-words", query)
    page.press("#search-words", "Enter")
    page.locator(".search__status:not(:empty)").wait_for()
    page.locator(".search__found:not([aria-busy])").wait_for(state="attached")
    for width, scheme in product(WIDTHS, SCHEMES):
        whole(page, width)
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], (width, scheme)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_axe_finds_nothing_in_a_narrowed_list(go, language):
    page = go(f"{language}/case-studies/index.html")
    page.locator(".filters details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    page.locator(".chip").first.click()
    for width, scheme in product(WIDTHS, SCHEMES):
        whole(page, width)
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], (width, scheme)

"""Leaving in a hurry: the page goes at once, from everywhere, and never by mistake."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

READ = (
    "en/index.html",
    "en/case-studies/index.html",
    "en/case-studies/metzineres.html",
    "ru/paper/lead.html",
)
OF_THE_SITE = ("Directory", "Справочник", "Metzineres", "WHRIN")


def leave(page: Page, way: str) -> None:
    """Leave in one of the ways that readers have."""
    if way == "Shift":
        for _ in range(3):
            page.keyboard.press("Shift")
    else:
        page.locator("[data-leave]").click()


def shown(page: Page) -> str:
    """Return what a person sees of a page: its title and its visible words."""
    return page.title() + page.evaluate("document.body ? document.body.innerText : ''")


def back(page: Page) -> None:
    """Press Back, and wait until what it brings is there."""
    page.go_back(wait_until="load")


def is_neutral(page: Page) -> bool:
    return not any(word in shown(page) for word in OF_THE_SITE)


def read(page: Page, base: str) -> None:
    for path in READ:
        page.goto(base + path)
    assert not is_neutral(page)


@pytest.fixture
def page(browser: Browser) -> Any:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def test_the_page_is_gone_before_anything_else_happens(real, open_site, scheme):
    page = open_site(real, "ru/case-studies/metzineres.html", scheme).page

    left = page.evaluate("document.querySelector('[data-leave]').click(), document.body.innerText")

    assert left.startswith("Kitchen measures")


def test_a_reader_who_opens_a_page_on_purpose_sees_it_and_nothing_is_kept(real, page, scheme, serve):
    base = f"{real.as_uri()}/" if scheme == "file" else serve(real)
    read(page, base)
    leave(page, "click")
    page.wait_for_url("**/kitchen.html")

    page.goto(base + READ[0])

    assert not is_neutral(page)
    assert page.evaluate("[sessionStorage.length, localStorage.length, document.cookie]") == [0, 0, ""]


def test_places_on_the_page_that_was_left_show_nothing_either(real, page, scheme, serve):
    base = f"{real.as_uri()}/" if scheme == "file" else serve(real)
    page.goto(base + "en/about.html")
    page.goto(base + "en/about.html#safety")
    page.goto(base + "en/about.html#privacy")

    leave(page, "Shift")
    page.wait_for_url("**/kitchen.html")

    for _ in range(2):
        back(page)
        assert is_neutral(page), (page.url, shown(page)[:300])


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["Shift+A", "Shift+B", "Shift+C"], id="capitals"),
        pytest.param(["Alt+Shift"] * 3, id="another keyboard"),
        pytest.param(["Shift+Tab"] * 3, id="going back through the links"),
        pytest.param(["Shift", "Shift", "a", "Shift"], id="a letter between"),
    ],
)
def test_other_uses_of_shift_stay_on_the_page(real, open_once, keys):
    page = open_once(real, "en/search.html", "http").page
    page.locator("#search-words").fill("")
    page.locator("#search-words").focus()

    for key in keys:
        page.keyboard.press(key)

    assert page.url.endswith("en/search.html")
    assert page.locator("#search-words").is_visible()


def test_shift_leaves_from_within_a_field(real, open_site, scheme):
    page = open_site(real, "en/search.html", scheme).page
    page.locator("#search-words").press_sequentially("help")

    leave(page, "Shift")

    page.wait_for_url("**/kitchen.html")


def test_presses_that_lie_far_apart_do_nothing(real, open_site):
    page = open_site(real, "en/search.html", "http").page
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.evaluate("(now => (Date.now = () => now + 5001))(Date.now())")

    page.keyboard.press("Shift")

    assert page.url.endswith("en/search.html")


@pytest.mark.parametrize("path", ["index.html", "en/404.html", "ru/index.html"])
def test_the_way_out_stands_first_on_every_kind_of_page(real, open_once, scheme, path):
    visit = open_once(real, "index.html", scheme)
    visit.page.goto(visit.base + path)

    leave(visit.page, "click")

    visit.page.wait_for_url("**/kitchen.html")
    assert is_neutral(visit.page)


@pytest.mark.parametrize("way", ["click", "Shift"])
def test_the_page_for_lost_readers_is_left_in_its_own_place(real, open_site, scheme, way):
    page = open_site(real, "404.html", scheme).page

    leave(page, way)

    assert page.get_by_role("heading", name="Kitchen measures").is_visible()
    back(page)
    assert is_neutral(page)


def test_at_its_own_place_the_page_for_lost_readers_leads_to_its_neighbours(real, open_once, scheme):
    visit = open_once(real, "index.html", scheme)
    visit.page.goto(f"{visit.base}404.html")

    visit.page.locator("a[hreflang=ru]").click()

    visit.page.wait_for_url(f"{visit.base}ru/index.html")


def test_the_neutral_page_has_an_icon_of_its_own(real, open_site, scheme):
    page = open_site(real, "en/index.html", scheme).page
    icon = "document.querySelector('link[rel=icon]').href"
    before = page.evaluate(icon)
    leave(page, "click")
    page.wait_for_url("**/kitchen.html")

    assert page.evaluate(icon) != before
    page.reload()
    assert page.evaluate(icon) != before

"""The real site in real browsers: what readers find, and what nobody else learns."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

KINDS = (
    "index",
    "case-studies/index",
    "case-studies/metzineres",
    "case-studies/counterfit",
    "paper/index",
    "paper/lead",
    "paper/background",
    "countries/index",
    "countries/ca",
    "services/index",
    "services/189232",
    "populations/799054",
    "approaches/index",
    "kinds/291324",
    "search",
    "about",
    "take-along",
    "reading-safely",
    "corrections",
    "contribute",
    "404",
)
PAGES = [f"{language}/{kind}.html" for language in ("en", "ru") for kind in KINDS] + [
    "index.html",
    "404.html",
]

# Best practices and AAA rules included; a page in a draft language may not be left out.
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def ask(page: Any, query: str) -> None:
    """Search as a reader does, and wait for the answer in every language."""
    page.fill("#search-words", query)
    page.evaluate("""() => {
        const found = document.querySelector(".search__found");
        window.answered = new Promise((resolve) => {
            const look = () => found.hasAttribute("aria-busy") || resolve();
            new MutationObserver(look).observe(found, { attributes: true });
        });
    }""")
    page.press("#search-words", "Enter")
    page.evaluate("window.answered")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("женщина", {"ru/case-studies/metzineres.html", "ru/paper/lead.html"}),
        ("ребенок", {"ru/paper/background.html"}),
        ("тюрьмы", {"ru/case-studies/urban-survivors-union.html", "ru/paper/paradigm.html"}),
        ("shelters", {"en/case-studies/club-eney.html", "en/case-studies/metzineres.html"}),
        ("naloxone", {"en/case-studies/queer-appalachia.html", "ru/case-studies/queer-appalachia.html"}),
        ("narcan", {"en/case-studies/queer-appalachia.html", "ru/case-studies/queer-appalachia.html"}),
    ],
)
def test_words_find_their_pages_from_both_languages(real, open_once, scheme, language, query, found):
    visit = open_once(real, f"{language}/search.html", scheme)

    ask(visit.page, query)

    links = visit.page.locator(".search__link:visible").evaluate_all(
        "links => links.map((link) => link.href)"
    )
    assert {visit.base + path for path in found} <= set(links)
    assert visit.messages == []


@pytest.mark.parametrize("query", ["женщина", "naloxone"])
def test_the_first_page_found_opens(real, open_site, scheme, query):
    page = open_site(real, "ru/index.html", scheme).page
    ask(page, query)
    first = page.locator(".search__link:visible").first
    title = first.inner_text()

    first.click()
    page.wait_for_load_state()

    assert page.locator("h1").inner_text().replace("\u00a0", " ") == title.replace("\u00a0", " ")


def test_filters_and_words_narrow_together(real, open_site, scheme):
    page = open_site(real, "en/search.html", scheme).page
    page.locator(".search summary").click()
    page.select_option("#search-country", "us")

    ask(page, "police")

    assert (
        page.locator(".search__group:visible .search__link").all_inner_texts()[0] == "Urban Survivors Union"
    )
    assert not page.get_by_role("link", name="COUNTERfit").count()


def test_each_language_leads_to_the_same_page_in_the_other(real, open_site, scheme):
    visit = open_site(real, "en/case-studies/metzineres.html", scheme)

    visit.page.click(".language-switch__link")
    visit.page.wait_for_url("**/ru/case-studies/metzineres.html")
    visit.page.click(".language-switch__link")
    visit.page.wait_for_url("**/en/case-studies/metzineres.html")


def test_no_page_says_anything_to_the_console_or_to_another_host(real, open_site, scheme):
    """Every page of the site, one after the other; nothing may be stored either."""
    visit = open_site(real, "index.html", scheme)
    paths = sorted(path.relative_to(real).as_posix() for path in real.rglob("*.html"))
    for path in paths:
        visit.page.goto(visit.base + path, wait_until="load")
    kept = "[document.cookie, localStorage.length, sessionStorage.length]"

    assert len(paths) > 170
    assert visit.messages == []
    assert visit.foreign_hosts() == set()
    assert visit.page.evaluate(kept) == ["", 0, 0]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_to_mend(real, browser, open_once, path):
    visit = open_once(real, "index.html", "http")
    visit.page.goto(visit.base + path)
    # Colours are the same in both browsers; one of them is enough for the dark ones.
    for scheme in ("light", "dark") if browser.browser_type.name == "chromium" else ("light",):
        visit.page.emulate_media(color_scheme=scheme)
        found = Axe().run(visit.page, options=AXE)
        assert found.violations_count == 0, (scheme, found.generate_report())


@pytest.mark.parametrize("language", ["en", "ru"])
def test_axe_finds_nothing_to_mend_in_the_results(real, open_once, language):
    visit = open_once(real, f"{language}/search.html", "http")
    visit.page.locator(".search summary").click()
    ask(visit.page, "shelters")

    assert visit.page.locator("mark:visible").count()
    found = Axe().run(visit.page, options=AXE)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_the_window(real, open_once, path):
    visit = open_once(real, "index.html", "http")
    visit.page.goto(visit.base + path)
    for width in (320, 768, 1280):
        visit.page.set_viewport_size({"width": width, "height": 800})
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_every_way_is_open(real, browser, serve):
    if browser.browser_type.name == "firefox":
        context = browser.new_context()
        # This channel of Firefox ignores java_script_enabled; a page without its scripts shows the same.
        context.route("**/*.js", lambda route: route.abort())
    else:
        context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve(real)}en/index.html")

    assert page.get_by_role("link", name="All countries").first.is_visible()
    page.goto(f"{serve(real)}en/case-studies/index.html")
    page.locator(".filters").get_by_role("link", name="Canada").click()
    page.wait_for_url("**/en/countries/ca.html")
    assert page.get_by_role("link", name="COUNTERfit").is_visible()
    page.get_by_role("link", name="Leave this site now").click()
    page.wait_for_url("**/kitchen.html")
    context.close()


def test_the_list_of_case_studies_is_narrowed_by_chips(real, open_site, scheme):
    page = open_site(real, "en/case-studies/index.html", scheme).page

    page.get_by_role("button", name="United States").click()
    assert page.locator(".case-card:visible").count() == 2
    assert "2 case studies" in page.locator("#case-count").inner_text()

    page.locator("summary", has_text="Services").click()
    page.get_by_role("button", name="Naloxone").click()
    assert page.locator(".case-card__name:visible").all_inner_texts() == [
        "Queer Appalachia Harm Reduction Project"
    ]
    assert page.get_by_role("button", name="Naloxone").get_attribute("aria-pressed") == "true"


def test_the_keyboard_reaches_the_content_past_everything_else(real, open_site, scheme):
    page = open_site(real, "ru/index.html", scheme).page

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hasAttribute('data-leave')")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"

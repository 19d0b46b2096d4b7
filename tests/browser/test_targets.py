"""Whatever is pressed is 44 CSS pixels wide and high, or more (WCAG 2.2, success criterion 2.5.5)."""

from itertools import product

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WIDTHS = (320, 1280)
ALONE = ("index", "404", "kitchen", "take-along/directory-en", "take-along/directory-ru")
KINDS = (
    *("index", "404", "case-studies/index", "case-studies/metzineres", "paper/index", "paper/lead"),
    *("services/index", "services/474425", "countries/ca", "where", "who-does-what", "glossary"),
    *("about", "corrections", "contribute", "take-along"),
)
PAGES = (*ALONE, *(f"{language}/{kind}" for language, kind in product(("en", "ru"), KINDS)))

# Left out, as the criterion does: links in a sentence, marks of notes among them, and the marks on the map,
# which stand in the list beside it as well. Of a link with a larger area around it, the area counts.
SMALL = r"""() => {
  const LEAST = 43.99; // boxes are measured in fractions
  const large = (element) => {
    const box = element.getBoundingClientRect();
    return box.width >= LEAST && box.height >= LEAST;
  };
  const inSentence = (element) => {
    if (getComputedStyle(element).display !== "inline" && element.role !== "doc-noteref") return false;
    const block = element.closest("p, li, dd, td, h1, h2, h3, h4, summary, div").cloneNode(true);
    block.querySelectorAll("a, button, [aria-hidden=true], .visually-hidden").forEach((one) => one.remove());
    return /\p{L}{2}/u.test(block.textContent);
  };
  const reached = (element) => {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [[1, 0], [-1, 0], [0, 1], [0, -1]].every(([across, down]) => {
      const [x, y] = [left + width / 2 + (across * LEAST) / 2, top + height / 2 + (down * LEAST) / 2];
      const found = document.elementFromPoint(x, y);
      return [element, ...(element.labels ?? [])].some((one) => one.contains(found));
    });
  };
  document.querySelectorAll("details").forEach((one) => (one.open = true));
  const all = [...document.querySelectorAll("a[href]:not(svg *), button, input, select, textarea, summary")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.closest(".visually-hidden, .skip-link") && !inSentence(element));
  const small = all.filter((one) => ![one, ...(one.labels ?? [])].some(large) && !reached(one));
  return [all.length, small.map((element) => {
    const { width, height } = element.getBoundingClientRect();
    return `${Math.round(width)} × ${Math.round(height)} ${element.outerHTML.slice(0, 90)}`;
  })];
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_whatever_is_pressed_is_large_enough_for_a_thumb(go, width):
    count, small = 0, {}
    for path in PAGES:
        found, too_small = go(f"{path}.html", width).evaluate(SMALL)
        count += found
        if too_small:
            small[path] = too_small
    print(f"targets at {width} px: {count} on {len(PAGES)} pages")

    assert count > 1500
    assert small == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_results_of_a_search_are_large_enough_too(go, width):
    page = go("ru/search.html", width)
    page.fill("#search-words", "помощь")
    page.keyboard.press("Enter")
    expect(page.locator("[data-search] [role=status]")).not_to_be_empty(timeout=10_000)

    assert page.evaluate(SMALL)[1] == []


def test_what_is_found_in_the_one_file_is_large_enough_too(go):
    page = go("take-along/directory-ru.html")
    page.fill("#find-words", "налоксона")
    expect(page.locator(".find__link").first).to_be_visible()

    assert page.evaluate(SMALL)[1] == []

"""Open to everyone: every page of the real site measured against WCAG 2.2, with AAA contrast."""

from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

pytestmark = pytest.mark.browser

WIDTHS = (320, 1280)

KINDS = ("index", "case-studies/index", "case-studies/metzineres", "paper/lead", "search", "about", "where")
SOME = [f"{language}/{kind}.html" for language, kind in product(("en", "ru"), KINDS)] + [
    *("index.html", "404.html", "kitchen.html", "ru/services/474425.html", "ru/who-does-what.html"),
    *("en/corrections.html", "en/reading-safely.html", "en/glossary.html"),
]

MEASURED = [
    *("ru/index.html", "index.html", "kitchen.html", "en/case-studies/index.html", "en/search.html"),
    *("en/case-studies/metzineres.html", "ru/paper/lead.html", "ru/services/index.html"),
    "en/corrections.html",
]
SHARP = 2  # pixels a CSS pixel, so that strokes have a core of their full colour

CONTRAST = 7.0  # WCAG 2.2, success criterion 1.4.6, level AAA


def existing(real: Path, paths: list[str]) -> list[str]:
    found = [path for path in paths if (real / path).is_file()]
    assert len(found) > len(paths) / 2
    return found


LINES = """() => {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.textContent.trim() || !parent.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest(".visually-hidden, .skip-link, template, option")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const above = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      if (!above || !(above.contains(parent) || parent.contains(above))) continue; // behind the Leave bar
      if (box.width > 8 && box.height > 8) {
        lines.push([box.left, box.top, box.right, box.bottom, node.textContent.trim().slice(0, 40)]);
      }
    }
  }
  return lines;
}"""


@cache
def luminance(colour: tuple[int, ...]) -> float:
    parts = [value / 255 for value in colour[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: float, other: float) -> float:
    """Return the contrast ratio of two relative luminances (WCAG 2.2)."""
    light, dark = max(one, other), min(one, other)
    return (light + 0.05) / (dark + 0.05)


def measured(picture: Image.Image, box: tuple[int, int, int, int]) -> float:
    """Return the contrast between the ground of a line and the pixel that differs most from it."""
    line = picture.crop(box)
    colours = line.getcolors(line.width * line.height)
    ground = luminance(max(colours)[1])
    return max(contrast(ground, luminance(colour)) for _, colour in colours)


@pytest.mark.parametrize(
    ("media", "scheme", "width"),
    [
        pytest.param("screen", "light", 390, id="light"),
        pytest.param("screen", "dark", 390, id="dark"),
        pytest.param("print", "dark", 680, id="paper"),  # A4 between its margins; a dark device prints as any
    ],
)
def test_the_pixels_of_every_line_of_text_stand_out_from_their_ground(
    playwright, real, launch_chromium, media, scheme, width
):
    browser = launch_chromium(playwright)
    page = browser.new_context(device_scale_factor=SHARP).new_page()
    page.emulate_media(media=media, color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 3000})
    least, lines = (99.0, "", ""), 0
    for path in MEASURED:
        page.goto(f"{real.as_uri()}/{path}")
        picture = Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
        for *edges, words in page.evaluate(LINES):
            box = tuple(round(edge * SHARP) for edge in edges)
            if box[3] <= picture.height:
                lines += 1
                least = min(least, (measured(picture, box), path, words))
    browser.close()
    print(f"contrast, {media}, {scheme}: {lines} lines, the smallest {least[0]:.2f} ({least[1]}: {least[2]})")

    assert lines > 400
    assert least[0] >= CONTRAST, least


def test_focus_is_always_seen_and_never_covered(go):
    """At each stop of the Tab key, there and back: an outline, and nothing in front of what has it."""
    stop = """() => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      const bar = document.querySelector(".leave").getBoundingClientRect();
      const style = getComputedStyle(element);
      const isTall = box.height > innerHeight / 2; // a table to scroll, whose head is what can be seen
      const covered = !element.closest(".leave") && !isTall && box.bottom > bar.top + 1
        && box.top < bar.bottom - 1 && box.right > bar.left && box.left < bar.right;
      const seen = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none";
      const [line] = element.getClientRects();
      const height = isTall ? Math.max(line.top, 0) + 9 : (line.top + line.bottom) / 2;
      const inFront = element.contains(document.elementFromPoint((line.left + line.right) / 2, height));
      return [element === document.body, element.outerHTML.slice(0, 90), seen && !covered && inFront];
    }"""
    pages = ("en/case-studies/index.html", "ru/paper/index.html", "ru/index.html", "ru/who-does-what.html")
    for path, width, key in product(pages, WIDTHS, ("Tab", "Shift+Tab")):
        page = go(path, width)
        page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
        stops = 0
        while True:
            page.keyboard.press(key)
            at_end, where, good = page.evaluate(stop)
            if at_end:
                break
            stops += 1
            assert good, (path, width, where)
            assert stops < 500
        assert stops > 20


SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; }
* { word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""  # WCAG 2.2, success criterion 1.4.12
LARGE = ":root { font-size: 200% !important; }"

CUT = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const style = getComputedStyle(element);
  return element.checkVisibility() && !element.closest(".visually-hidden, .skip-link, svg")
    && (style.overflowX === "hidden" || style.overflowY === "hidden") && element.textContent.trim()
    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize(
    ("width", "style"),
    [
        pytest.param(320, "", id="400 per cent"),
        pytest.param(320, SPACING, id="spacing"),
        pytest.param(640, LARGE, id="text at 200 per cent"),
    ],
)
def test_nothing_is_cut_off_or_needs_scrolling_sideways(real, go, width, style):
    for path in existing(real, SOME):
        page = go(path, width)
        if style:
            page.add_style_tag(content=style)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.evaluate(CUT) == [], path


def test_in_forced_colours_the_edges_of_controls_and_the_chosen_chip_are_there(go):
    page = go("en/case-studies/index.html")
    page.emulate_media(forced_colors="active")
    chip = page.locator(".chip").first
    looks = "element => [getComputedStyle(element).backgroundColor, getComputedStyle(element).borderTopStyle]"
    before = chip.evaluate(looks)
    chip.click()

    assert before[1] == "solid"
    assert chip.evaluate(looks)[0] != before[0]


def test_who_wants_less_motion_gets_none(go):
    page = go("en/about.html")
    moving = """() => [document.documentElement, ...document.querySelectorAll("*")].some((element) => {
      const style = getComputedStyle(element);
      const fades = parseFloat(style.transitionDuration) || style.animationName !== "none";
      return style.scrollBehavior === "smooth" || fades;
    })"""

    assert page.evaluate(moving)
    page.emulate_media(reduced_motion="reduce")
    assert not page.evaluate(moving)
    page.emulate_media(reduced_motion="no-preference")


def test_on_paper_there_is_text_and_no_control(go):
    page = go("en/case-studies/metzineres.html", 794)
    page.emulate_media(media="print")

    assert page.locator("h1").is_visible()
    for control in (".leave", ".menu", ".language-switch", ".skip-link", "button"):
        assert not page.locator(f"{control}:visible").count(), control


def test_without_any_style_a_page_reads_in_order_and_leads_everywhere(go):
    page = go("ru/case-studies/metzineres.html")
    page.evaluate("document.querySelectorAll('link[rel=stylesheet]').forEach((sheet) => sheet.remove())")

    words = page.locator("body").inner_text().replace("\u00a0", " ")
    order = [
        words.index(part)
        for part in ("Быстро покинуть сайт", "Примеры из практики", "Metzineres", "Источник:")
    ]
    assert order == sorted(order)
    assert page.get_by_role("link", name="Быстро покинуть сайт").is_visible()

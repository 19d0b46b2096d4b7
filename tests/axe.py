"""axe, the checker of accessibility rules, run in a page that is open in a browser."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
ALL = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# No other rule looks at colours, so in the dark these are all that can find something new.
OF_COLOUR = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
RUN = """only => axe.run(document, { runOnly: only, resultTypes: ["violations"] }).then((found) =>
  found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`)))"""
WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")


def whole(page: Page, width: int) -> None:
    """Make the window as high as the page, so that the Leave bar stands in its own place."""
    page.set_viewport_size({"width": width, "height": 800})
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": height})


def violations(page: Page, rules: list[str] = ALL) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(RUN, rules)


def found_on(go: Callable[..., Page], paths: list[str]) -> list[tuple[str, int, str, str]]:
    """Run all rules on each page at both widths; in dark colours, those that look at colours."""
    found, runs = [], 0
    for path in paths:
        page = go(path)
        for width, scheme in product(WIDTHS, SCHEMES):
            whole(page, width)
            page.emulate_media(color_scheme=scheme)
            problems = violations(page, ALL if scheme == "light" else OF_COLOUR)
            found += [(path, width, scheme, problem) for problem in problems]
            runs += 1
    print(f"axe: {runs} runs over {len(paths)} pages, {len(found)} violations")
    return found

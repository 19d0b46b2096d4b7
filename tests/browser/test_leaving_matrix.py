"""What is seen after leaving and after Back, in each copy, browser and way; docs/leaving.md has the table."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, Protocol

import pytest
from kit import ROOT
from marionette import Firefox, Refused, firefox
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DOCUMENT = ROOT / "docs/leaving.md"
PAGES = (
    "en/index.html",
    "en/case-studies/index.html",
    "en/case-studies/metzineres.html",
    "ru/paper/lead.html",
)
PLACES = ("", "#case-studies-club-eney", "#paper-lead", "#contents")
COPIES = {  # what is opened, and from where
    "web, network on": ("http", PAGES),
    "web, network off": ("http", PAGES),
    "folder or stick": ("file", PAGES),
    "one file": ("file", tuple(f"take-along/directory-en.html{place}" for place in PLACES)),
}
WAYS = ("click", "Shift three times", "click without scripts")
SCRIPTS_OFF = {"javascript.enabled": False}
LEFT = re.compile(r"/kitchen\.html$|#leave$|^chrome-error:")

# The words in the window, where something stands before something else the words in front.
SEEN = """() => {
  const words = new Set();
  for (let y = 4; y < innerHeight; y += 12) {
    for (let x = 4; x < innerWidth; x += 24) {
      for (const node of document.elementFromPoint(x, y)?.childNodes ?? []) {
        if (node.nodeType === Node.TEXT_NODE) words.add(node.textContent);
      }
    }
  }
  return [document.title, [...words].join(" ")];
}"""


class Tab(Protocol):
    """A tab of a browser, as its user has it."""

    def open(self, address: str) -> None: ...

    def leave(self, way: str) -> None: ...

    def back(self) -> None: ...

    def seen(self) -> tuple[str, str]: ...


class OfPlaywright:
    """A tab of Chromium, or of Firefox with its scripts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.open = page.goto

    def leave(self, way: str) -> None:
        is_one_file = "take-along" in self.page.url
        if way.startswith("click"):
            self.page.locator("[data-leave]").click()
        else:
            for _ in range(3):
                self.page.keyboard.press("Shift")
        if way.endswith("scripts") or not is_one_file:
            self.page.wait_for_url(LEFT, wait_until="commit")
        self.page.wait_for_load_state()

    def back(self) -> None:
        self.page.go_back(wait_until="load")

    def seen(self) -> tuple[str, str]:
        title, words = self.page.evaluate(SEEN)
        return title, words


class OfMarionette:
    """A tab of a Firefox in which scripts are off."""

    def __init__(self, window: Firefox) -> None:
        self.window = window

    def open(self, address: str) -> None:
        self.window("WebDriver:Navigate", url=address)

    def leave(self, _: str) -> None:
        (link,) = self.window("WebDriver:FindElement", using="css selector", value="[data-leave]").values()
        with suppress(Refused):  # a page that is out of reach is a page as well
            self.window("WebDriver:ElementClick", id=link)

    def back(self) -> None:
        self.window("WebDriver:Back")

    def seen(self) -> tuple[str, str]:
        title, words = self.window("WebDriver:ExecuteScript", script=f"return ({SEEN})()", args=[])
        return title, words


def is_shown(tab: Tab) -> str:
    """Return what a person sees of a tab, in the words of the table."""
    title, words = tab.seen()
    name = " (tab: “Directory”)" if title.startswith("Directory") else ""
    if "Kitchen measures" in words:
        return "kitchen page" + name
    return (
        "the site" if name or re.search("Справочник|Metzineres|WHRIN", title + words) else "browser’s message"
    )


@pytest.fixture
def tab(browser: Browser, stock_firefox: str, tmp_path: Path) -> Iterator[Callable[[bool], Tab]]:
    """Opens a tab with scripts or without: `tab(has_scripts)`."""
    with ExitStack() as end:

        def tab(has_scripts: bool) -> Tab:
            if browser.browser_type.name == "firefox" and not has_scripts:
                return OfMarionette(end.enter_context(firefox(stock_firefox, tmp_path, SCRIPTS_OFF)))
            context = browser.new_context(java_script_enabled=has_scripts)
            end.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(10_000)
            return OfPlaywright(page)

        yield tab


def row(copy: str, browser: Browser, way: str) -> list[str]:
    """Return the cells of the table of the document after those that name the row."""
    name = [copy, browser.browser_type.name.title(), way]
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[:3] == name:
            return cells[3:]
    return []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("copy", COPIES)
def test_what_is_seen_after_leaving_is_what_the_document_says(
    real: Path, browser: Browser, tab: Callable[[bool], Tab], serve_for_now: Any, copy: str, way: str
) -> None:
    scheme, paths = COPIES[copy]
    base, cut = serve_for_now(real) if scheme == "http" else (f"{real.as_uri()}/", lambda: None)
    opened = tab(not way.endswith("scripts"))
    for path in paths:
        opened.open(base + path)
        assert is_shown(opened) == "the site"
    if copy != "web, network on":
        cut()

    opened.leave(way)

    shown = [is_shown(opened)]
    for _ in range(3):
        opened.back()
        shown.append(is_shown(opened))
    print("|", " | ".join([copy, browser.browser_type.name.title(), way, *shown]), "|")
    assert shown == row(copy, browser, way)

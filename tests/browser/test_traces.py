"""What a long visit leaves in the browser: every page opened, ten searches made."""

from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SEARCHES = (
    ("en/search.html", ("shelters", "naloxone", "hepatitis", "lawyer", "xylophone")),
    ("ru/search.html", ("налоксона", "тюрьмы", "приют", "юрист", "самовар")),
)
STORED = """async () => ({
  cookies: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  caches: await caches.keys(),
  databases: await indexedDB.databases(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookies": "", "local": 0, "session": 0, "caches": [], "databases": [], "workers": 0}


def search(page: Page, query: str) -> None:
    """Type a query, and wait until the page says what it found."""
    status = page.locator("[data-search] [role=status]")
    page.fill("#search-words", query)
    page.keyboard.press("Enter")
    expect(status).not_to_be_empty(timeout=10_000)
    page.fill("#search-words", "")
    expect(status).to_be_empty(timeout=10_000)


def test_a_visit_to_everything_leaves_nothing_behind(real: Path, open_site):
    visit = open_site(real, "index.html", "http")
    page, addresses = visit.page, []
    page.on("framenavigated", lambda frame: addresses.append(frame.url))

    for path in sorted(real.rglob("*.html")):
        page.goto(visit.base + quote(path.relative_to(real).as_posix()))
    opened = len(addresses)
    assert visit.foreign_hosts() == set()
    addresses.clear()
    visit.requests.clear()
    for path, queries in SEARCHES:
        page.goto(visit.base + path)
        before = page.evaluate("history.length")
        for query in queries:
            search(page, query)
            addresses.append(page.url)
        assert page.evaluate("history.length") == before

    asked = [unquote(address).lower() for address in [*addresses, *visit.requests]]
    words = [query for _, queries in SEARCHES for query in queries]
    assert opened > 180
    assert page.evaluate(STORED) == NOTHING
    assert page.context.cookies() == []
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    assert visit.foreign_hosts() == set()
    assert [address for address in asked if any(word in address for word in words)] == []

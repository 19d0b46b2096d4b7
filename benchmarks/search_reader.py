"""A reader with an empty cache who asks a search: what comes until the first result, and when."""

import functools
import gzip
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright
from search_peers import Searched

_PATIENCE = 300  # seconds until a reader gives up
_REST = 1.5  # seconds without a request, after which nothing more is expected
_LONGEST = 30  # seconds after which nobody waits for that
_LARGE = 100_000  # bytes from which files are compressed before anybody asks, as hosts do

_WATCH = """(selector) => {
  const look = () => {
    const found = document.querySelector(selector);
    if (!found || !found.getClientRects().length || window.shownAt) return;
    window.shownAt = performance.timeOrigin + performance.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
}"""


@dataclass(frozen=True, slots=True)
class Answer:
    """Seconds from opening the page to the first result; bytes and requests until then, and afterwards.

    Over http these are bytes of bodies, gzipped; from file:// those of the files.
    """

    seconds: float
    size: int
    requests: int
    size_after: int


@dataclass
class Folder:
    """A folder as a web server sees it. `asked` has the time and the bytes of each request."""

    root: Path
    address: str
    asked: list[tuple[float, int]]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the stock Chromium of this machine, or Playwright's own."""
    known = ("chromium", "chromium-browser", "google-chrome")
    program = os.environ.get("WHRIN_CHROMIUM") or next(filter(None, map(shutil.which, known)), None)
    options = ["--disable-background-networking", "--no-first-run", *["--no-sandbox"] * (os.geteuid() == 0)]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=options)
        yield browser
        browser.close()


@contextmanager
def served(root: Path) -> Iterator[Folder]:
    """Serve a folder gzipped, as hosts do."""
    compressed = functools.cache(lambda path: gzip.compress(path.read_bytes(), 6))
    for path in root.rglob("*.js*"):
        if path.stat().st_size > _LARGE:
            compressed(path)
    asked: list[tuple[float, int]] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            begun, path = time.time(), root / unquote(urlsplit(self.path).path).lstrip("/")
            is_there = path.is_file()
            body = compressed(path) if is_there else b""
            asked.append((begun, len(body)))
            self.send_response(200 if is_there else 404)
            self.send_header("Content-Type", guess_type(path.name)[0] or "application/octet-stream")
            self.send_header("Content-Length", str(len(body)))
            if is_there:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield Folder(root, f"http://127.0.0.1:{server.server_port}/", asked)
    server.shutdown()
    server.server_close()


def ask(browser: Browser, folder: Folder, one: Searched, words: str, scheme: str) -> Answer | None:
    """Return what it takes to find these words, or None where the search does not answer."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.add_init_script(f"({_WATCH})({one.found!r})")
    asked = _from_disk(page) if scheme == "file" else folder.asked
    asked.clear()
    base = f"{folder.root.as_uri()}/" if scheme == "file" else folder.address
    try:
        page.goto(base + one.page.format(words=quote(words)), wait_until="domcontentloaded")
        if one.field:
            page.locator(one.field).fill(words)
            page.locator(one.field).press("End")  # some listen to keys only
        page.locator(one.found).first.wait_for(timeout=_PATIENCE * 1000)
        opened, shown = page.evaluate("[performance.timeOrigin, window.shownAt]")
        _wait_for_rest(page, asked)
    except TimeoutError:
        return None
    finally:
        context.close()
    before = [size for begun, size in asked if begun * 1000 <= shown]
    return Answer(
        seconds=round((shown - opened) / 1000, 2),
        size=sum(before),
        requests=len(before),
        size_after=sum(size for _, size in asked) - sum(before),
    )


def _from_disk(page: Page) -> list[tuple[float, int]]:
    """Return a list to which the time and the bytes of each file are added that the page loads."""
    asked: list[tuple[float, int]] = []

    def note(event: dict[str, object]) -> None:
        address = urlsplit(str(event["request"]["url"]))  # type: ignore[index]
        path = Path(unquote(address.path))
        if address.scheme == "file" and path.is_file():
            asked.append((float(str(event["wallTime"])), path.stat().st_size))

    session = page.context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", note)
    session.send("Network.enable")
    return asked


def _wait_for_rest(page: Page, asked: list[tuple[float, int]]) -> None:
    number, end = -1, time.monotonic() + _LONGEST
    while number != len(asked) and time.monotonic() < end:
        number = len(asked)
        page.wait_for_timeout(_REST * 1000)

"""Real browsers that open a folder of pages, over http and straight from the disk."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from kit import ROOT
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from whrin_site.pipeline import build
from whrin_site.tools.disk import read_tree
from whrin_site.write import write

_PATIENCE = 10_000  # milliseconds that a browser may take for anything

_HERE = (None, "", "127.0.0.1")
# What a stock Firefox asks for by itself, whatever page it shows.
_OF_FIREFOX_ITSELF = (".mozilla.com", ".mozilla.net", ".mozilla.org", ".firefox.com")


@dataclass
class Visit:
    """One open page, what it said to the console, and whom else it called meanwhile."""

    page: Page
    base: str
    outside: list[str]
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def loaded(self) -> list[str]:
        """Return the addresses of the scripts that the page has loaded."""
        return self.page.evaluate("[...document.scripts].map((script) => script.src)")

    def foreign_hosts(self) -> set[str]:
        """Return the names of all other machines that were asked for anything since the page was opened."""
        asked = {urlsplit(address).hostname for address in [*self.requests, *self.outside]}
        return {host for host in asked if host not in _HERE and not host.endswith(_OF_FIREFOX_ITSELF)}


Serve = Callable[[Path], str]
OpenSite = Callable[[Path, str, str], Visit]


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, in a folder with the kind of name that a folder on a USB stick has."""
    folder = tmp_path_factory.mktemp("usb") / "Мой сайт & копия"
    write(build(read_tree(ROOT, ("content", "templates", "static"))).files, folder)
    return folder


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which Firefox saves files; Playwright is not told of them."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def outside() -> Iterator["_Outside"]:
    """The rest of the world, as Firefox sees it: a proxy that notes what it is asked, and refuses."""
    with _server(_Refusing) as server:
        yield _Outside(server.server_port, server.asked)


@pytest.fixture(scope="session", params=["chromium", "firefox"])
def browser(
    request: pytest.FixtureRequest, playwright: Playwright, outside: "_Outside", downloads: Path
) -> Iterator[Browser]:
    """A real browser, one for all tests."""
    if request.param == "chromium":
        opened = _chromium(playwright)
    else:
        opened = _firefox(playwright, outside.port, downloads)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def launch_chromium() -> Callable[[Playwright], Browser]:
    """Starts a Chromium of its own, for what only one browser has to be asked."""
    return _chromium


@pytest.fixture(scope="session")
def stock_firefox(playwright: Playwright) -> str:
    """The program of Firefox, for what Playwright cannot ask it."""
    return _program("WHRIN_FIREFOX", "firefox-esr", "firefox") or playwright.firefox.executable_path


@pytest.fixture(scope="module")
def go(playwright: Playwright, real: Path) -> Iterator[Callable[..., Page]]:
    """Opens pages of the real site in one tab of Chromium for all tests: `go(path, width, scheme)`."""
    browser = _chromium(playwright)
    # Tests run scripts of their own here; the policy of the pages is tested elsewhere.
    page = browser.new_context(bypass_csp=True).new_page()
    page.set_default_timeout(20_000)

    def go(path: str, width: int = 320, scheme: str = "light") -> Page:
        page.emulate_media(color_scheme=scheme, media="screen", forced_colors="none")
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{real.as_uri()}/{path}")
        return page

    yield go
    browser.close()


@pytest.fixture(scope="session", params=["http", "file"])
def scheme(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serves a folder on this machine: `serve(folder)` returns its address."""
    with ExitStack() as servers:

        @cache
        def serve(folder: Path) -> str:
            server = servers.enter_context(_server(partial(_Folder, directory=str(folder))))
            return f"http://127.0.0.1:{server.server_port}/"

        yield serve


@pytest.fixture
def serve_for_now() -> Iterator[Callable[[Path], tuple[str, Callable[[], None]]]]:
    """Serves a folder until told to stop: `serve_for_now(folder)` returns its address and how to stop it."""
    with ExitStack() as servers:

        def serve_for_now(folder: Path) -> tuple[str, Callable[[], None]]:
            server = servers.enter_context(_server(partial(_Folder, directory=str(folder))))

            def stop() -> None:
                server.shutdown()
                server.server_close()

            return f"http://127.0.0.1:{server.server_port}/", stop

        yield serve_for_now


@pytest.fixture
def open_site(browser: Browser, serve: Serve, outside: "_Outside") -> Iterator[OpenSite]:
    """Opens a page of a folder in a fresh profile: `open_site(folder, "en/index.html", "file")`."""
    with _opening(browser, serve, outside) as open_site:
        yield open_site


@pytest.fixture(scope="session")
def open_once(browser: Browser, serve: Serve, outside: "_Outside") -> Iterator[OpenSite]:
    """Opens a page like `open_site`, and gives the same page again to the next test that asks for it."""
    with _opening(browser, serve, outside) as open_site:
        yield cache(open_site)


@contextmanager
def _opening(browser: Browser, serve: Serve, outside: "_Outside") -> Iterator[OpenSite]:
    with ExitStack() as contexts:

        def open_site(folder: Path, path: str, scheme: str) -> Visit:
            # The parent is served, so that the name of the folder is part of the address here as well.
            served = f"{serve(folder.parent)}{quote(folder.name)}/"
            base = f"{folder.as_uri()}/" if scheme == "file" else served
            outside.asked.clear()
            page = contexts.enter_context(browser.new_context()).new_page()
            page.set_default_timeout(_PATIENCE)
            visit = Visit(page, base, outside.asked)
            page.on("console", lambda message: visit.messages.append(message.text))
            page.on("pageerror", lambda error: visit.messages.append(str(error)))
            page.on("request", lambda request: visit.requests.append(request.url))
            page.goto(base + path)
            return visit

        yield open_site


def _chromium(playwright: Playwright) -> Browser:
    program = _program("WHRIN_CHROMIUM", "chromium", "chromium-browser", "google-chrome")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    quiet = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
    return playwright.chromium.launch(executable_path=program, args=[*quiet, *["--no-sandbox"] * is_root])


def _firefox(playwright: Playwright, proxy: int, downloads: Path) -> Browser:
    program = _program("WHRIN_FIREFOX", "firefox-esr", "firefox")
    stock: dict[str, Any] = {"channel": "moz-firefox", "executable_path": program} if program else {}
    preferences = {
        # Automation relaxes this, and then even an untouched Pagefind would pass from file://.
        "security.fileuri.strict_origin_policy": True,
        # On file:// pages Playwright is not told of requests; the proxy is.
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": proxy,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": proxy,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
    }
    return playwright.firefox.launch(firefox_user_prefs=preferences, downloads_path=str(downloads), **stock)


def _program(variable: str, *names: str) -> str | None:
    """Return the browser that the variable names, or one from PATH, or None for Playwright's own."""
    return os.environ.get(variable) or next(filter(None, map(shutil.which, names)), None)


@dataclass
class _Outside:
    port: int
    asked: list[str]


class _Server(ThreadingHTTPServer):
    asked: list[str]


class _Folder(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class _Refusing(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_error(502)

    def do_CONNECT(self) -> None:
        self.server.asked.append(f"https://{self.path}")
        self.send_error(502)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _server(handler: Any) -> Iterator[_Server]:
    with _Server(("127.0.0.1", 0), handler) as server:
        server.asked = []
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()

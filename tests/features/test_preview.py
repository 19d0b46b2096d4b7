"""The preview: pages made for whoever asks are the published ones, and mistakes leave the last good ones."""

import os
import re
import socket
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread
from typing import TextIO

from kit import HOUSE, tree

import whrin_site.preview
from whrin_site.model.problems import SiteError
from whrin_site.pipeline import build
from whrin_site.preview import Preview

PAGE = "en/case-studies/house.html"
OF_THE_WEB = {"robots.txt", "sitemap.xml", "SHA256SUMS"}
"""What only a published site has, and the list of sums, which names these files."""


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def shown(root: Path, index: bool = False) -> Preview:
    preview = Preview(root, index, lambda _: None)
    preview.rebuild()
    return preview


def test_a_preview_that_ends_leaves_nothing_of_a_search_behind(root, stand_in, monkeypatch, tmp_path_factory):
    place = tmp_path_factory.mktemp("search")
    begun, go_on, folders = (place / name for name in ("begun", "go-on", "folders"))
    os.mkfifo(begun)
    os.mkfifo(go_on)
    folders.mkdir()
    stand_in(f"echo >{begun}; read line <{go_on}; exit 1")
    monkeypatch.setattr(tempfile, "tempdir", str(folders))
    preview = shown(root, index=True)

    def search() -> None:
        with suppress(SiteError):
            preview.read("search/engine.js")

    searching = Thread(target=search)
    searching.start()
    begun.read_text()
    assert list(folders.iterdir())
    go_on.write_text("\n")
    preview.end()

    assert not list(folders.iterdir())
    searching.join()


def test_the_longer_a_look_at_the_disk_takes_the_longer_the_preview_rests(root, monkeypatch):
    clock, pauses = iter([0.0, 0.001, 1.0, 1.5]), []

    class Stopped(Event):
        def wait(self, timeout=None):
            pauses.append(timeout)
            return len(pauses) > 2

    monkeypatch.setattr(whrin_site.preview, "perf_counter", lambda: next(clock))
    shown(root).watch(Stopped())

    at_first, after_a_short_one, after_a_long_one = pauses
    assert at_first == after_a_short_one < 0.05
    assert after_a_long_one == 5 * 0.5


@contextmanager
def served(root: Path, told: TextIO | None = None) -> Iterator[HTTPConnection]:
    command = [sys.executable, "-P", "-m", "whrin_site", "serve", "--port", "0", "--no-index"]
    with (
        subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=told, text=True) as server,
        ExitStack() as end,
    ):
        end.callback(server.kill)
        assert server.stdout
        port = next(
            found[1] for line in server.stdout if (found := re.search(r"http://127.0.0.1:(\d+)/", line))
        )
        yield HTTPConnection("127.0.0.1", int(port))


def asked(connection: HTTPConnection, path: str, method: str = "GET") -> tuple[int, str, str]:
    connection.request(method, path)
    answer = connection.getresponse()
    return answer.status, answer.headers.get("Location", ""), answer.read().decode()


def test_its_pages_are_those_of_the_published_site(root):
    preview, published = shown(root), build(tree(), index=False).files

    assert {path for path in published if preview.read(path) != published[path]} <= OF_THE_WEB
    assert not (root / "_site").exists()


def test_the_search_is_made_when_somebody_searches_and_again_for_new_words(root, monkeypatch):
    made = []
    real = whrin_site.preview.make_index
    monkeypatch.setattr(whrin_site.preview, "make_index", lambda found: made.append(1) or real(found))
    preview = shown(root, index=True)
    assert not made

    assert preview.read("search/engine.js") == build(tree()).files["search/engine.js"]
    preview.rebuild()
    assert preview.read("search/engine.js")
    assert len(made) == 1

    change(root / HOUSE, "name: House", "name: Harbour")
    preview.rebuild()
    assert preview.read("search/engine.js")
    assert len(made) == 2


def test_a_mistake_in_a_template_of_an_open_page_leaves_the_last_good_one(root):
    preview = shown(root)
    good = preview.read(PAGE)
    change(root / "templates/pages/case-study.html", "{% extends", "{% nonsense %}{% extends")

    preview.rebuild()

    assert "templates/pages/case-study.html:" in preview.problems[0]
    assert preview.read(PAGE) == good
    assert "location.reload" not in preview.news("page", 1)


def test_a_page_that_cannot_be_made_says_why(root):
    change(root / "templates/pages/case-study.html", "{% extends", "{% nonsense %}{% extends")
    with served(root) as connection:
        status, _, text = asked(connection, f"/{PAGE}")

    assert status == 500
    assert "templates/pages/case-study.html:" in text
    assert "_preview/news.js" in text


def test_without_a_good_build_the_mistakes_are_the_page(root):
    change(root / HOUSE, "id: naloxone", "id: nalokson")
    with served(root) as connection:
        status, _, text = asked(connection, "/")

    assert status == 500
    assert "[unknown-service]" in text
    assert "_preview/news.js" in text


def test_it_answers_as_a_host_does(root):
    lost = build(tree(), index=False).files["404.html"].decode().partition("</body>")[0]
    with served(root) as connection:
        assert asked(connection, "/en/")[0] == 200
        assert asked(connection, "/en") == (301, "/en/", "")
        assert asked(connection, "//en")[1] == "/en/"
        status, _, text = asked(connection, "/nothing")
        assert (status, text.partition('<script defer src="/_preview')[0]) == (404, lost)
        assert asked(connection, f"/{PAGE}", "HEAD") == (200, "", "")


def test_a_browser_that_has_gone_is_no_reason_for_a_traceback(root, tmp_path_factory):
    errors = tmp_path_factory.mktemp("told") / "errors.txt"
    with errors.open("w") as told, served(root, told) as connection:
        gone = socket.create_connection((connection.host, connection.port))
        gone.sendall(b"GET /_preview/news.js?since=1 HTTP/1.0\r\n\r\n")
        asked(connection, "/")  # the one before it has come in by now
        gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        gone.close()
        change(root / HOUSE, "name: House", "name: Harbour")
        asked(connection, "/_preview/news.js?since=1")
        asked(connection, "/")

    assert errors.read_text(encoding="utf-8") == ""

"""The preview, served on this computer only: it reloads pages that have changed, and shows what is wrong."""

import re
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from whrin_site.model import addresses
from whrin_site.model.problems import SiteError, Translate
from whrin_site.preview import Preview
from whrin_site.tools.marked import M_

_NEWS = "/_preview/news.js"
_ASKED = re.compile(r"(?:page|since)=\d+")

# The policy of the pages forbids `fetch`, also here: the preview shows pages as they will be.
# So a script element waits for the answer, and the answer is the next script.
_FOLLOW = b'<script defer src="/_preview/news.js?page=%d"></script></body>'

_FAULT = """<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Preview</title><style>pre { white-space: pre-wrap; overflow-wrap: anywhere }</style>
<body><pre role="alert">%s</pre></body>"""


class _Handler(SimpleHTTPRequestHandler):
    """Answers from the preview; adds the waiting script to pages on their way out."""

    def __init__(self, preview: Preview, *rest: Any) -> None:
        self.preview = preview
        super().__init__(*rest)

    def do_GET(self) -> None:
        """Answer with news, a page, or a file."""
        path, _, query = self.path.partition("?")
        if path == _NEWS and _ASKED.fullmatch(query):
            kind, _, number = query.partition("=")
            self._answer(HTTPStatus.OK, self.preview.news(kind, int(number)).encode(), "text/javascript")
            return
        name = unquote(path).removeprefix("/")
        name = f"{name}index.html" if name.endswith("/") or not name else name
        follow = _FOLLOW % self.preview.number  # asked before the page: too old a number only reloads it
        try:
            status, data = self._found(name)
        except Exception as error:  # noqa: BLE001 - nor may it leave a browser without an answer
            status, data = self._fault(self.preview.why(error))
        if status == HTTPStatus.MOVED_PERMANENTLY:
            self._answer(status, data, "text/plain", location=f"{path}/")
            return
        mime = self.guess_type(name) if status == HTTPStatus.OK else "text/html"
        if mime == "text/html":
            data, mime = data.replace(b"</body>", follow), "text/html; charset=utf-8"
        self._answer(status, data, mime)

    def do_HEAD(self) -> None:
        """Answer the same without its bytes."""
        self.do_GET()

    def _found(self, name: str) -> tuple[HTTPStatus, bytes]:
        if not self.preview.has_pages:
            return self._fault("\n".join(self.preview.problems))
        data = self.preview.read(name)
        if data is not None:
            return HTTPStatus.OK, data
        if self.preview.read(f"{name}/index.html") is not None:
            return HTTPStatus.MOVED_PERMANENTLY, b""
        return HTTPStatus.NOT_FOUND, self.preview.read(addresses.NOT_FOUND) or b""

    @staticmethod
    def _fault(words: str) -> tuple[HTTPStatus, bytes]:
        return HTTPStatus.INTERNAL_SERVER_ERROR, (_FAULT % escape(words)).encode()

    def log_message(self, *_: Any) -> None:
        """Keep quiet: the requests of a preview tell nothing."""

    def _answer(self, status: HTTPStatus, body: bytes, kind: str, location: str | None = None) -> None:
        with suppress(ConnectionError):  # who has closed the page waits for nothing
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            if location:
                self.send_header("Location", location)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)


def serve(root: Path, port: int, index: bool, say: Callable[[str], None], translate: Translate = str) -> None:
    """Serve a preview on 127.0.0.1 until it is interrupted. Raises SiteError if the port is taken.

    What goes wrong is told in the language of `translate`, on the pages as well.
    """
    shown = Preview(root, index, say, translate)
    shown.rebuild()
    stopped = threading.Event()
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, shown))
    except OSError as error:
        message = M_("Port {port} cannot be used ({said}); give another one with --port.")
        raise SiteError(message, port=port, said=error) from error
    server.daemon_threads = True
    threading.Thread(target=shown.watch, args=(stopped,), daemon=True).start()
    told = translate(M_("Preview on {address} (stop with Ctrl-C)"))
    say(told.format(address=f"http://127.0.0.1:{server.server_port}/"))
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say(translate(M_("The preview has ended.")))
    finally:
        stopped.set()
        shown.end()
        server.server_close()

"""Preview: builds, serves on this computer only, rebuilds and reloads when a file changes."""

import json
import re
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from whrin_site.known import known
from whrin_site.model import addresses
from whrin_site.model.problems import SiteError, Translate
from whrin_site.pipeline import build, sources
from whrin_site.tools.disk import times
from whrin_site.tools.marked import M_
from whrin_site.write import write

_PAUSE = 0.1  # seconds between two looks at the disk
_NEWS = "/_preview/news.js"
_ASKED = re.compile(r"(?:page|since)=\d+")
_WAIT = 25.0  # seconds after which a waiting browser is told that nothing happened

# The policy of the pages forbids `fetch`, also here: the preview shows pages as they will be.
# So a script element waits for the answer, and the answer is the next script.
_FOLLOW = b'<script defer src="/_preview/news.js?page=%d"></script></body>'

_SHOW = """(() => {
  const problems = %s;
  document.getElementById("preview-problems")?.remove();
  if (problems.length) {
    const box = document.createElement("pre");
    box.id = "preview-problems";
    box.setAttribute("role", "alert");
    box.textContent = problems.join("\\n");
    document.body.prepend(box);
  }
  const wait = () => {
    const next = document.createElement("script");
    next.src = "/_preview/news.js?since=%d";
    document.body.append(next);
  };
  // A script that is asked for earlier would hold up the end of loading.
  if (document.readyState === "complete") wait();
  else addEventListener("load", () => setTimeout(wait));
})();"""


class Preview:
    """The state of a preview: which build it is, and what is wrong with the content."""

    def __init__(
        self, root: Path, out: Path, index: bool, say: Callable[[str], None], translate: Translate = str
    ) -> None:
        self.root, self.out, self.index, self.say, self.translate = root, out, index, say, translate
        self.number = 0
        self.problems: tuple[str, ...] = ()
        self.published = False
        self._changed = threading.Condition()
        self._seen = self._times()  # before the first build, so that no change falls between

    def rebuild(self) -> None:
        """Build once more; what cannot be published leaves the last good site in its place."""
        published = False
        try:
            with known(self.root, self.out) as memory:
                built = build(sources(self.root), self.index, known=memory)
                if not built.failed:
                    write(built.files, self.out)
                    published = True
                    if memory:
                        memory.remember(built.files)
            problems = tuple(problem.line(self.translate) for problem in built.problems)
        except SiteError as error:
            problems = (error.text(self.translate),)
        except Exception as error:  # noqa: BLE001 - our own mistake must not end the preview of an editor
            said = self.translate(M_("The program made a mistake of its own: {said}"))
            problems = (said.format(said=repr(error)),)
        with self._changed:
            self.number += 1
            self.problems, self.published = problems, published
            self._changed.notify_all()
        told = self.translate(M_("Build {number}; problems: {n}."))
        self.say("\n".join((*problems, told.format(number=self.number, n=len(problems)))))

    def watch(self, stopped: threading.Event) -> None:
        """Rebuild after each change, until told to stop.

        Polling, because change events differ between systems and get lost on network drives.
        """
        while not stopped.wait(_PAUSE):
            now = self._times()
            if now != self._seen:
                self._seen = now
                self.rebuild()

    def _times(self) -> dict[str, tuple[int, int]]:
        try:
            return times(self.root, addresses.SOURCES)
        except OSError as error:  # told by the build; until it is mended, the error is the state
            return {str(error): (0, 0)}

    def news(self, kind: str, number: int) -> str:
        """Return the next script for a page: a new one shows the problems, a waiting one may reload.

        `kind` is `page` for a page of build `number` that has just come, `since` for one that waits.
        """
        with self._changed:
            if kind == "since":
                self._changed.wait_for(lambda: self.number > number, timeout=_WAIT)
            if self.published and self.number > number:
                return "location.reload();"
            return _SHOW % (json.dumps(self.problems), self.number)


class _Handler(SimpleHTTPRequestHandler):
    """Serves the built folder; adds the waiting script to pages on their way out."""

    def __init__(self, preview: Preview, *rest: Any) -> None:
        self.preview = preview
        super().__init__(*rest, directory=str(preview.out))

    def do_GET(self) -> None:
        """Answer with news, a page, or a file."""
        path, _, query = self.path.partition("?")
        if path == _NEWS and _ASKED.fullmatch(query):
            kind, _, number = query.partition("=")
            self._answer(self.preview.news(kind, int(number)).encode(), "text/javascript")
            return
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix == ".html" and file.is_file() and not (path + "/").endswith("//"):
            follow = _FOLLOW % self.preview.number
            self._answer(file.read_bytes().replace(b"</body>", follow), "text/html; charset=utf-8")
            return
        super().do_GET()

    def log_message(self, *_: Any) -> None:
        """Keep quiet: the requests of a preview tell nothing."""

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)


def serve(
    root: Path, out: Path, port: int, index: bool, say: Callable[[str], None], translate: Translate = str
) -> None:
    """Serve a preview on 127.0.0.1 until it is interrupted. Raises SiteError if the port is taken.

    What goes wrong is told in the language of `translate`, on the pages as well.
    """
    preview = Preview(root, out, index, say, translate)
    preview.rebuild()
    stopped = threading.Event()
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, preview))
    except OSError as error:
        message = M_("Port {port} cannot be used ({said}); give another one with --port.")
        raise SiteError(message, port=port, said=error) from error
    server.daemon_threads = True
    watcher = threading.Thread(target=preview.watch, args=(stopped,), daemon=True)
    watcher.start()
    told = translate(M_("Preview on {address} (stop with Ctrl-C)"))
    say(told.format(address=f"http://127.0.0.1:{server.server_port}/"))
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say(translate(M_("The preview has ended.")))
    finally:
        stopped.set()
        server.server_close()

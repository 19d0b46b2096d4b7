"""A site while somebody writes it: pages are made when asked for, and made again when a file changes."""

import json
import threading
from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter

from whrin_site.index import FOLDER as SEARCH
from whrin_site.index import key_of, make_index
from whrin_site.known import FOLDER
from whrin_site.model import addresses
from whrin_site.model.problems import SiteError, Translate
from whrin_site.pipeline import Built, preview
from whrin_site.reading import sources
from whrin_site.tools.cache import Shelf
from whrin_site.tools.disk import times
from whrin_site.tools.marked import M_

_PAUSE = 0.02  # seconds between two looks at the disk
_REST = 5  # the pause is at least so many times as long as a look, which thousands of files make long
_OPEN = 3  # pages asked for last, which a rebuild makes before it is told of
_WAIT = 25.0  # seconds after which a waiting browser is told that nothing happened

_SHOW = """(() => {
  const problems = %s;
  document.getElementById("preview-problems")?.remove();
  if (problems.length) {
    const box = document.createElement("pre");
    box.id = "preview-problems";
    box.setAttribute("role", "alert");
    Object.assign(box.style, {whiteSpace: "pre-wrap", overflowWrap: "anywhere"});
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
    """The state of a preview: which build it is, its pages, and what is wrong with the content.

    A page is made when somebody asks for it, from what was saved at the time of its build; nothing is
    published. Only one thing is made at a time: the parts of a page are no work for two threads.
    """

    def __init__(
        self, root: Path, index: bool, say: Callable[[str], None], translate: Translate = str
    ) -> None:
        self.root, self.index, self.say, self.translate = root, index, say, translate
        self.number = 0
        self.problems: tuple[str, ...] = ()
        self.is_new = False
        self._shelf = Shelf(root / FOLDER, holds=True)
        self._built: Built | None = None
        self._open: deque[str] = deque([addresses.ROOT], _OPEN)
        self._search: tuple[str, Mapping[str, bytes]] = ("", {})
        self._making, self._searching = threading.Lock(), threading.Lock()
        self._changed = threading.Condition()
        self._seen = self._times()  # before the first build, so that no change falls between

    def rebuild(self) -> None:
        """Build once more; what cannot be shown leaves the last good pages in their place."""
        built = None
        try:
            with self._making:
                built = preview(sources(self.root), self._shelf)
                for path in tuple(self._open):  # a mistake in their templates is told now
                    built.files.get(path)
            problems = tuple(problem.line(self.translate) for problem in built.problems)
        except Exception as error:  # noqa: BLE001 - our own mistake must not end the preview of an editor
            built, problems = None, (self.why(error),)
        with self._changed:
            self.number += 1
            self.problems, self.is_new = problems, built is not None and not built.failed
            self._built = built if self.is_new else self._built
            self._changed.notify_all()
        told = self.translate(M_("Build {number}; problems: {n}."))
        self.say("\n".join((*problems, told.format(number=self.number, n=len(problems)))))

    def why(self, error: Exception) -> str:
        """Return why something could not be made, for an editor."""
        if isinstance(error, SiteError):
            return error.text(self.translate)
        said = self.translate(M_("The program made a mistake of its own: {said}"))
        return said.format(said=repr(error))

    @property
    def has_pages(self) -> bool:
        """Tell whether any build so far could be shown."""
        return self._built is not None

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a page or a file, or None if there is none. Fails where one cannot be made."""
        built = self._built
        if built is None:
            return None
        if self.index and path.startswith(f"{SEARCH}/"):
            return self._searched(built).get(path)
        if path.endswith(".html") and path in built.files and path not in self._open:
            self._open.append(path)
        with self._making:
            return built.files.get(path)

    def _searched(self, built: Built) -> Mapping[str, bytes]:
        """Return the files of the search, made when first asked for, and again when a word has changed."""
        with self._searching:
            with self._making:
                documents = built.rendered.documents if built.rendered else ()
            if (key := key_of(documents)) != self._search[0]:
                self._search = (key, make_index(documents))
            return self._search[1]

    def end(self) -> None:
        """Wait until the search that is being made is done, so that no part of it is left behind."""
        with self._searching:
            pass

    def watch(self, stopped: threading.Event) -> None:
        """Rebuild after each change, until told to stop.

        Polling, because change events differ between systems and get lost on network drives.
        """
        pause = _PAUSE
        while not stopped.wait(pause):
            started = perf_counter()
            now = self._times()
            pause = max(_PAUSE, _REST * (perf_counter() - started))
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
            if self.is_new and self.number > number:
                return "location.reload();"
            return _SHOW % (json.dumps(self.problems), self.number)

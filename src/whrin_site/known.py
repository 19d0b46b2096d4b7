"""What the last build published, so that this one makes only what has changed."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whrin_site.model.addresses import CASE_FILES
from whrin_site.model.files import Files, Kept
from whrin_site.model.pieces import Apart
from whrin_site.model.problems import Problem
from whrin_site.tools.cache import Shelf
from whrin_site.tools.fingerprint import fingerprint
from whrin_site.tools.program import with_program
from whrin_site.tools.stamps import Stamp, settled, stamp_of, stamps

if TYPE_CHECKING:
    from whrin_site.model.library import Library

FOLDER = ".cache/whrin-site"


class Known:
    """Pages in the folder `out` by what they were made from, as the last build left them there.

    A page is known only while its file has the stamp that it had then: whoever touches it, or brings
    a cache from elsewhere, makes it unknown.
    """

    def __init__(self, root: Path, out: Path, spool: Path, afresh: bool = False) -> None:
        self.spool = spool
        self.shelf = Shelf(root / FOLDER)
        self._out = str(out)
        self._name = f"pages-{fingerprint([self._out])}"
        self._pages: dict[str, Any] = {} if afresh else self.shelf.get(self._name) or {}
        if afresh:
            self.shelf.clear()

    def find(self, path: str, key: str, again: Callable[[], bytes]) -> Kept | None:
        """Return the page that was made from what has this key, if it is still there."""
        known = self._pages.get(path)
        if known is None or known[0] != key:
            return None
        file = f"{self._out}/{path}"
        _, total, is_hidden, stamp, seams = known
        if _stamp(file) != tuple(stamp):
            return None
        size, mtime, _, number = stamp
        return Kept(
            file=file,
            key=key,
            seams=seams,
            sum=total,
            is_hidden=is_hidden,
            identity=(size, mtime, number),
            may_move=False,
            again=again,
        )

    def apart(self, path: str) -> Apart:
        """Return a file in its pieces, by what they were made from, whatever the file was made from."""
        if path not in self._pages or not self._pages[path][4]:
            return Apart()
        found = self.find(path, self._pages[path][0], lambda: b"")
        return Apart.at(found.seams, found.read()) if found else Apart()

    def group(self, key: str) -> dict[str, Kept]:
        """Return all files that were made from what has this key, or none if one of them is missing."""
        paths = [path for path, known in self._pages.items() if known[0] == key]
        found = {path: self.find(path, key, lambda: b"") for path in paths}
        kept = {path: leaf for path, leaf in found.items() if leaf}
        return kept if len(kept) == len(found) else {}

    def remember(self, files: Files) -> None:
        """Note what has been published just now."""
        leaves = ((path, files.leaf(path)) for path in files)
        noted = (
            (path, [leaf.key, leaf.sum, leaf.is_hidden, stamp, leaf.seams])
            for path, leaf in leaves
            if leaf.key and (stamp := _stamp(f"{self._out}/{path}"))
        )
        self.shelf.put(self._name, dict(noted))


class Good:
    """The case studies in which the rules that judge each by itself found nothing, by their fingerprints.

    What they found depends on the other files of the content and on the program; another of these, and
    all are judged again.
    """

    def __init__(self, shelf: Shelf, files: Mapping[str, bytes]) -> None:
        self._shelf = shelf
        others = (path for path in files if path.startswith("content/") and not CASE_FILES.fullmatch(path))
        self._besides = with_program(files, others)
        last = shelf.get("good")
        is_same = last is not None and last["besides"] == self._besides
        self.cases: frozenset[str] = frozenset(last["cases"] if is_same else ())

    def remember(self, library: "Library", problems: Iterable[Problem]) -> None:
        """Note the case studies of which none of the problems speaks."""
        wrong = {place.path for problem in problems for place in (problem.place, *problem.also)}
        good = frozenset(entry.whole for entry in library.cases.values() if entry.path not in wrong)
        if good != self.cases:
            self._shelf.put("good", {"besides": self._besides, "cases": sorted(good)})


@contextmanager
def known(root: Path, out: Path, afresh: bool = False) -> Iterator[Known | None]:
    """Give what is known of a folder, or None where nothing can be kept; `afresh` forgets it first."""
    with Shelf(root / FOLDER).spool() as spool:
        yield Known(root, out, spool, afresh) if spool else None


class Sameness:
    """Whether nothing at all has changed since the last build: not a source, not a published file.

    `asked` are the options of the build and the version of the program.
    """

    def __init__(self, root: Path, folders: Iterable[str], out: Path, asked: Iterable[str]) -> None:
        self._out = str(out)
        self._shelf = Shelf(root / FOLDER)
        self._name = f"same-{fingerprint([self._out])}"
        self._now = time.time_ns()
        self._sources = [found for folder in folders for found in stamps(str(root / folder))]
        self._asked = fingerprint([*asked, repr(self._sources)])

    def report(self) -> Any:
        """Return what the last build had to tell, if it was just this one, or None."""
        last = self._shelf.get(self._name)
        if not last or last["asked"] != self._asked or last["out"] != self._published():
            return None
        return last["report"]

    def remember(self, report: object) -> None:
        """Note that this build is done, and what it had to tell."""
        sources = dict(self._sources)
        if len(settled(sources, self._now)) == len(sources):
            value = {"asked": self._asked, "out": self._published(), "report": report}
            self._shelf.put(self._name, value)

    def _published(self) -> str:
        return fingerprint([repr(list(stamps(self._out)))])


def _stamp(file: str) -> Stamp | None:
    try:
        return stamp_of(os.lstat(file))
    except OSError:
        return None

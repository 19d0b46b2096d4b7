"""What the last build published, so that this one makes only what has changed."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from whrin_site.model.files import Files, Kept
from whrin_site.tools.cache import Shelf
from whrin_site.tools.fingerprint import fingerprint
from whrin_site.tools.stamps import Stamp, are_settled, stamp_of, stamps

FOLDER = ".cache/whrin-site"


class Known:
    """Pages in the folder `out` by what they were made from, as the last build left them there.

    A page is known only while its file has the stamp that it had then: whoever touches it, or brings
    a cache from elsewhere, makes it unknown.
    """

    def __init__(self, root: Path, out: Path, spool: Path, afresh: bool = False) -> None:
        self.spool = spool
        self._out = str(out)
        self._shelf = Shelf(root / FOLDER)
        self._name = f"pages-{fingerprint([self._out])}"
        self._pages: dict[str, Any] = {} if afresh else self._shelf.get(self._name) or {}

    def find(self, path: str, key: str, again: Callable[[], bytes]) -> Kept | None:
        """Return the page that was made from what has this key, if it is still there."""
        known = self._pages.get(path)
        if known is None or known[0] != key:
            return None
        file = f"{self._out}/{path}"
        _, total, is_hidden, stamp = known
        if _stamp(file) != tuple(stamp):
            return None
        size, mtime, _, number = stamp
        return Kept(
            file=file,
            key=key,
            sum=total,
            is_hidden=is_hidden,
            identity=(size, mtime, number),
            may_move=False,
            again=again,
        )

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
            (path, [leaf.key, leaf.sum, leaf.is_hidden, stamp])
            for path, leaf in leaves
            if leaf.key and (stamp := _stamp(f"{self._out}/{path}"))
        )
        self._shelf.put(self._name, dict(noted))


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
        if are_settled((stamp for _, stamp in self._sources), self._now):
            value = {"asked": self._asked, "out": self._published(), "report": report}
            self._shelf.put(self._name, value)

    def _published(self) -> str:
        return fingerprint([repr(list(stamps(self._out)))])


def _stamp(file: str) -> Stamp | None:
    try:
        return stamp_of(os.lstat(file))
    except OSError:
        return None

"""Pages that need not be made when nothing they are made from has changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from whrin_site.model import addresses
from whrin_site.model.files import Awaited, Files, Fresh, Kept, Leaf, kilobytes
from whrin_site.model.pieces import Apart, Made, Pieces
from whrin_site.render.press import File, Keys, Press
from whrin_site.render.spool import Lying, lay
from whrin_site.tools.fingerprint import fingerprint
from whrin_site.tools.workers import spread

R = TypeVar("R")

_MANY = 500  # pages that take about a second

Old = Callable[[], Apart]
"""Gives a file as the last build left it, in its pieces."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page or a file still to be made; `key` is the same as long as all that it is made from is."""

    path: str
    key: str
    make: Callable[[Old], Made]

    def again(self) -> bytes:
        """Return its bytes, made from nothing that is known."""
        return b"".join(self.make(Apart).parts)


@dataclass(frozen=True, slots=True)
class Twin:
    """A file with the bytes of another one, which stands at the path `of`."""

    path: str
    of: str


def sheet(
    press: Press, page: str, made_from: Iterable[str], make: Callable[[], File], downloads: Iterable[str] = ()
) -> Sheet:
    """Return a page to be made when something it is made from has changed.

    `made_from` has a fingerprint for each case study that it shows, and whatever else it shows that
    follows from other case studies, such as a number of them; `downloads` are the paths of
    editions that it may link to.
    """
    path, origin = _origin(press, page, made_from, downloads)
    return Sheet(path, fingerprint([press.origins.all, *origin]), lambda _: Made((make()[1],)))


def framed_sheet(
    press: Press,
    page: str,
    template: str,
    made_from: Iterable[str],
    make: Callable[[Keys, Apart], Pieces],
    downloads: Iterable[str] = (),
) -> Sheet:
    """Return a page of which the last file gives the frame or the main part, if only the other has changed.

    `make` is given the keys of both, which `template` makes, and the page as the last build left it.
    """
    path, origin = _origin(press, page, made_from, downloads)

    def made(old: Old) -> Made:
        last, origins = old(), (press.origins.frame(template), press.origins.main(template))
        return make(Keys(*(fingerprint([one, *origin]) for one in origins)), last).join(last)

    return Sheet(path, fingerprint([press.origins.page(template), *origin]), made)


def _origin(
    press: Press, page: str, made_from: Iterable[str], downloads: Iterable[str]
) -> tuple[str, tuple[str, ...]]:
    """Return the path of a page, and all that it alone is made from."""
    path = addresses.within(press.language, page)
    return path, (path, *(_which(press.made, name) for name in downloads), *made_from)


def _which(made: Files, path: str) -> str:
    """Return what pages say of an edition: its size, or what it is made from, where that has to wait."""
    if path not in made:
        return ""
    leaf = made.leaf(path)
    return leaf.key if isinstance(leaf, Awaited) else str(kilobytes(leaf))


def summing(press: Press, page: str, make: Callable[[], File], *made_from: str) -> Sheet:
    """Return a page that may name every edition, and show all of each case study but its long texts."""
    outlines = press.site.outlines[press.language]
    return sheet(press, page, (press.site.tally, outlines, *made_from), make, press.made)


def joined(path: str, pieces: Pieces) -> Sheet:
    """Return a file to be joined from pieces, of which only new ones are made."""
    key = fingerprint([path, *pieces.ends(), pieces.between, *(key for key, _ in pieces.items)])
    return Sheet(path, key, lambda old: pieces.join(old()))


class Known(Protocol):
    """Knows the pages of the last build, and has a folder for those of this one."""

    @property
    def spool(self) -> Path: ...

    def find(self, path: str, key: str, again: Callable[[], bytes]) -> Kept | None: ...

    def apart(self, path: str) -> Apart: ...


Told = Callable[[int, int], None]
"""Hears now and then how many pages are made, and of how many."""


def printed(
    found: Iterable[File | Sheet | Twin],
    known: Known | None = None,
    processes: int = 1,
    told: Told | None = None,
    first: Callable[[], None] | None = None,
) -> Files:
    """Return the files; a page that is known already is not made again.

    Where there are many to be made by several processes, they all begin with what is done `first`.
    """
    leaves: dict[str, Leaf | None] = {}
    sheets: list[Sheet] = []
    twins: list[Twin] = []
    for item in found:
        if isinstance(item, Twin):
            twins.append(item)
        elif isinstance(item, Sheet):
            kept = known.find(item.path, item.key, item.again) if known else None
            leaves[item.path] = kept
            if kept is None:
                sheets.append(item)
        else:
            leaves[item[0]] = Fresh(item[1])
    if first and processes > 1 and len(sheets) > _MANY:
        first()
    made = _made(sheets, known, processes, told or (lambda done, of: None))
    whole = {path: leaf or made[path] for path, leaf in leaves.items()}
    # They come first, as long as the bytes lie where they were made.
    return Files({twin.path: _second(whole[twin.of]) for twin in twins} | whole)


def _second(leaf: Leaf) -> Leaf:
    return replace(leaf, may_move=False) if isinstance(leaf, Kept) else leaf


def awaited(found: Iterable[File | Sheet | Twin]) -> Files:
    """Return the same files, each page to be made when somebody asks for it."""
    leaves: dict[str, Leaf] = {}
    for item in found:
        if isinstance(item, Twin):
            leaves[item.path] = leaves[item.of]
        elif isinstance(item, Sheet):
            leaves[item.path] = Awaited(item.again, item.key)
        else:
            leaves[item[0]] = Fresh(item[1])
    return Files(leaves)


def _made(sheets: list[Sheet], known: Known | None, processes: int, told: Told) -> Mapping[str, Leaf]:
    def make(number: int) -> Made:
        sheet = sheets[number]
        return sheet.make(partial(known.apart, sheet.path) if known else Apart)

    def fresh(number: int) -> Fresh:
        made = make(number)
        return Fresh(b"".join(made.parts), sheets[number].key, tuple(made.seams))

    if known is None or processes < 2:
        # The bytes stay in memory, or come back to it from the other processes.
        pages = _counted(spread(fresh, len(sheets), processes), len(sheets), told)
        return {sheet.path: page for sheet, page in zip(sheets, pages, strict=True)}
    spool = str(known.spool)

    def put(number: int) -> Fresh | Lying:
        try:
            return lay(spool, sheets[number].key, make(number))
        except OSError:  # the disk is full: what cannot lie there comes back to memory
            return fresh(number)

    pages_put = _counted(spread(put, len(sheets), processes), len(sheets), told)
    return {
        sheet.path: page if isinstance(page, Fresh) else page.kept(sheet.key, sheet.again)
        for sheet, page in zip(sheets, pages_put, strict=True)
    }


def _counted(made: Iterator[R], of: int, told: Told) -> Iterator[R]:
    """Yield what is made, and tell how far it is, ten times at most."""
    step = max(_MANY, -(-of // 10))
    for number, page in enumerate(made, start=1):
        if number % step == 0 and number < of:
            told(number, of)
        yield page

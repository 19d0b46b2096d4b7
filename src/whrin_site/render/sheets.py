"""Pages that need not be made when nothing they are made from has changed."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from whrin_site.model import addresses
from whrin_site.model.files import Files, Fresh, Kept, Leaf
from whrin_site.render.press import File, Press
from whrin_site.tools.fingerprint import fingerprint
from whrin_site.tools.workers import spread


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page still to be made; `key` is the same as long as all that it is made from is."""

    path: str
    key: str
    make: Callable[[], bytes]


def sheet(
    press: Press, page: str, made_from: Iterable[str], make: Callable[[], File], downloads: Iterable[str] = ()
) -> Sheet:
    """Return a page to be made when something it is made from has changed.

    `made_from` has a fingerprint for each case study that it shows, and whatever else it shows that
    follows from other case studies, such as a number of them; `downloads` are the paths of
    editions that it may link to.
    """
    path = addresses.within(press.language, page)
    sizes = (str(press.made.get(name)) for name in downloads)
    key = fingerprint([press.context, path, *sizes, *made_from])
    return Sheet(path, key, lambda: make()[1])


class Known(Protocol):
    """Knows the pages of the last build, and has a folder for those of this one."""

    @property
    def spool(self) -> Path: ...

    def find(self, path: str, key: str, again: Callable[[], bytes]) -> Kept | None: ...


def printed(found: Iterable[File | Sheet], known: Known | None = None, processes: int = 1) -> Files:
    """Return the files; a page that is known already is not made again."""
    leaves: dict[str, Leaf | None] = {}
    sheets: list[Sheet] = []
    for item in found:
        if isinstance(item, Sheet):
            kept = known.find(item.path, item.key, item.make) if known else None
            leaves[item.path] = kept
            if kept is None:
                sheets.append(item)
        else:
            leaves[item[0]] = Fresh(item[1])
    made = _made(sheets, known, processes)
    return Files({path: leaf or made[path] for path, leaf in leaves.items()})


def _made(sheets: list[Sheet], known: Known | None, processes: int) -> Mapping[str, Leaf]:
    if known is None or processes < 2:
        # The bytes stay in memory, or come back to it from the other processes.
        pages = spread(lambda number: sheets[number].make(), len(sheets), processes)
        return {sheet.path: Fresh(data, sheet.key) for sheet, data in zip(sheets, pages, strict=True)}
    spool = str(known.spool)

    def put(number: int) -> tuple[str, bool, tuple[int, int, int]]:
        data = sheets[number].make()
        file = os.open(f"{spool}/{number}", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        try:
            with os.fdopen(file, "wb", closefd=False) as stream:
                stream.write(data)
            status = os.fstat(file)
        finally:
            os.close(file)
        fresh = Fresh(data)
        identity = (status.st_size, status.st_mtime_ns, status.st_ino)
        return sha256(data).hexdigest(), fresh.is_hidden, identity

    kept = spread(put, len(sheets), processes)
    return {
        sheet.path: Kept(
            file=f"{spool}/{number}",
            key=sheet.key,
            sum=total,
            is_hidden=is_hidden,
            identity=identity,
            may_move=True,
            again=sheet.make,
        )
        for number, (sheet, (total, is_hidden, identity)) in enumerate(zip(sheets, kept, strict=True))
    }

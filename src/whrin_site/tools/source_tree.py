"""A tree of files that is looked at now and read later, file by file."""

import errno
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from re import Pattern
from typing import Any

from whrin_site.tools.disk import found, read_file, refuse_large, refuse_much
from whrin_site.tools.fingerprint import fingerprint
from whrin_site.tools.gitfiles import blob_id
from whrin_site.tools.marked import M_
from whrin_site.tools.stamps import Stamp, settled, stamp_of

_CHANGED = M_("it was changed in the meantime; give the command again")


@dataclass(frozen=True, slots=True)
class Names:
    """What some bytes are called: by us, and by git."""

    ours: str
    git: str

    @classmethod
    def of(cls, data: bytes) -> "Names":
        """Return the names of these bytes."""
        return cls(fingerprint([data]), blob_id(data))


class Tree(Mapping[str, bytes]):
    """Files by path, of which some are many: those are read each time somebody asks for one, and not held.

    `wrong` makes an error of an OSError: where one cannot be read, or is not the one that was found at first.
    `since` is when we began to look (nanoseconds).
    """

    def __init__(
        self,
        held: Mapping[str, bytes],
        many: Mapping[str, tuple[str, Stamp]],
        wrong: Callable[[OSError], Exception],
        since: int,
    ) -> None:
        self._held, self._many, self._wrong, self._since = held, many, wrong, since
        self._names: dict[str, Names] = {}

    def __getitem__(self, path: str) -> bytes:
        if path in self._held:
            return self._held[path]
        file, stamp = self._many[path]
        try:
            data = read_file(file)
            if stamp_of(os.stat(file)) != stamp:
                raise OSError(errno.EBUSY, _CHANGED, file)
        except OSError as error:
            raise self._wrong(error) from error
        return data

    def __iter__(self) -> Iterator[str]:
        return iter((*self._held, *self._many))

    def __len__(self) -> int:
        return len(self._held) + len(self._many)

    def names(self, path: str) -> Names:
        """Return what the bytes of a file are called; they are not read where that is known."""
        if path not in self._names:
            self._names[path] = Names.of(self[path])
        return self._names[path]

    def recall(self, known: Mapping[str, Any]) -> None:
        """Take over what `known_names` returned of those files that still have the same stamp."""
        for path, (_, stamp) in self._many.items():
            last = known.get(path)
            if last is not None and last[0] == list(stamp):
                self._names[path] = Names(*last[1])

    def known_names(self) -> dict[str, Any]:
        """Return the names of the many files that are known, with stamps, as JSON has it.

        One that was changed just before we looked is not among them: it could change once more and have
        the same stamp.
        """
        stamps = {path: stamp for path, (_, stamp) in self._many.items()}
        known = settled(stamps, self._since) & self._names.keys()
        names = {path: self._names[path] for path in sorted(known)}
        return {path: [list(stamps[path]), [found.ours, found.git]] for path, found in names.items()}


def names_of(files: Mapping[str, bytes], path: str) -> Names:
    """Return what the bytes of a file are called."""
    return files.names(path) if isinstance(files, Tree) else Names.of(files[path])


def look_at(
    root: Path, folders: Iterable[str], many: Pattern[str], wrong: Callable[[OSError], Exception]
) -> Tree:
    """Return what `read_tree` does, but hold no file whose path matches `many`. Raises OSError as it does."""
    since = time.time_ns()
    stamped = {path: (file, stamp_of(os.stat(file))) for path, file in found(root, folders).items()}
    for file, (size, *_) in stamped.values():
        refuse_large(file, size)
    refuse_much(root, sum(size for _, (size, *_) in stamped.values()))
    waiting = {path: known for path, known in stamped.items() if many.fullmatch(path)}
    held = {path: read_file(file) for path, (file, _) in stamped.items() if path not in waiting}
    return Tree(held, waiting, wrong, since)

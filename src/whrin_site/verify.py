"""Stage: a copy, as somebody has it → what is wrong with it, told from the copy alone."""

import hashlib
import json
import os
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from whrin_site.model import addresses
from whrin_site.model.problems import SiteError
from whrin_site.tools import copying, sums

# What reading from a failing stick or a spoilt archive may raise.
_UNREADABLE = (OSError, EOFError, BadZipFile, zlib.error)

_PIECE = 1 << 20  # bytes read at a time
_LONGEST_LIST = 64 << 20  # bytes; no list of ours comes near it

# What systems leave on sticks, and what we keep beside a site.
_LITTER = {
    "System Volume Information",
    "$RECYCLE.BIN",
    "Thumbs.db",
    "desktop.ini",
    ".DS_Store",
    ".Spotlight-V100",
    ".Trashes",
    ".fseventsd",
    ".whrin-site",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of looking at every file of a copy. Paths are relative to it.

    `fingerprint` stands for the whole copy: two copies with the same one are the same. `edition` is
    the date that the copy gives itself. `unfinished` tells that it was being copied when that was stopped.
    """

    edition: str | None
    fingerprint: str
    whole: int
    damaged: tuple[str, ...]
    missing: tuple[str, ...]
    foreign: tuple[str, ...]
    unfinished: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether every file of the copy is there as it was made."""
        return not (self.damaged or self.missing or self.unfinished)


@dataclass(frozen=True, slots=True)
class _Copy:
    names: frozenset[str]
    open: Callable[[str], IO[bytes]]


def verify(path: Path) -> Verdict:
    """Return the verdict on a folder or a ZIP archive.

    Raises SiteError for what is neither, and for a copy that has lost its list of sums.
    """
    if path.is_dir():
        return _verdict(path, _Copy(frozenset(_names(path, path)), lambda name: _open(path / name)))
    try:
        with ZipFile(path) as archive:
            times = Counter(name for name in archive.namelist() if not name.endswith("/"))
            return _verdict(path, _Copy(frozenset(times), lambda name: _unpacked(archive, name, times[name])))
    except _UNREADABLE as error:
        if not path.exists():
            raise SiteError("There is no {path} that could be checked.", path=path) from error
        raise SiteError("{path} is no folder and no ZIP archive that could be checked.", path=path) from error


def _verdict(path: Path, copy: _Copy) -> Verdict:
    text = _list_of(path, copy)
    listed, wrong = sums.read(text.decode(errors="replace"))
    found = {name: _digest(copy, name) for name in sorted(listed.keys() & copy.names)}
    damaged = [name for name, digest in found.items() if digest != listed[name]]
    if wrong:
        damaged.append(addresses.SUMS)
    beside = copy.names - listed.keys() - {addresses.SUMS}
    half_done = {name for name in beside if name.endswith((addresses.JOURNAL, copying.HALF_WRITTEN))}
    return Verdict(
        edition=_edition(copy) if addresses.ABOUT_COPY not in damaged else None,
        fingerprint=hashlib.sha256(text).hexdigest(),
        whole=len(found) - sum(name != addresses.SUMS for name in damaged),
        damaged=tuple(damaged),
        missing=tuple(sorted(listed.keys() - copy.names)),
        foreign=tuple(sorted(name for name in beside - half_done if not _is_litter(name))),
        unfinished=bool(half_done),
    )


def _list_of(path: Path, copy: _Copy) -> bytes:
    text = b""
    if addresses.SUMS in copy.names:
        try:
            with copy.open(addresses.SUMS) as file:
                text = file.read(_LONGEST_LIST)
        except _UNREADABLE:
            text = b""
    if not text:
        raise SiteError(
            "{path} has no {sums} that can be read: nothing in it tells what it should hold.",
            path=path,
            sums=addresses.SUMS,
        )
    return text


def _digest(copy: _Copy, name: str) -> str | None:
    """Return the sum of a file, or None for one that cannot be read."""
    found = hashlib.sha256()
    try:
        with copy.open(name) as file:
            while piece := file.read(_PIECE):
                found.update(piece)
    except _UNREADABLE:
        return None
    return found.hexdigest()


def _edition(copy: _Copy) -> str | None:
    if addresses.ABOUT_COPY not in copy.names:
        return None
    try:
        with copy.open(addresses.ABOUT_COPY) as file:
            return str(json.loads(file.read(_PIECE))["edition"])
    except (*_UNREADABLE, ValueError, KeyError, TypeError):
        return None


def _names(root: Path, folder: Path) -> Iterator[str]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False):
            yield from _names(root, Path(entry.path))
        else:
            yield Path(entry.path).relative_to(root).as_posix()


def _open(path: Path) -> IO[bytes]:
    if path.is_symlink():
        raise OSError(f"{path} is a link")  # which would show files that are not in the copy
    return path.open("rb")


def _unpacked(archive: ZipFile, name: str, times: int) -> IO[bytes]:
    if times > 1:
        raise OSError(f"{name} is there twice")  # and who unpacks it may get the other one
    try:
        return archive.open(name)
    except (RuntimeError, NotImplementedError) as error:  # encrypted, or packed in a way of its own
        raise OSError(str(error)) from error


def _is_litter(name: str) -> bool:
    return any(step in _LITTER or step.startswith("._") for step in name.split("/"))

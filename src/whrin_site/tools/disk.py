"""The disk: trees of files read, single files written."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from re import Pattern

from whrin_site.tools import limits
from whrin_site.tools.marked import M_
from whrin_site.tools.stamps import Stamp, stamp_of

_LINK = M_("it is a link; put the file itself there")
_CHANGED = M_("it was changed in the meantime; give the command again")
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}


def read_tree(root: Path, folders: Iterable[str]) -> dict[str, bytes]:
    """Return the files below some folders of `root`, by their path with forward slashes.

    Hidden files and what desktops leave behind are passed over. Raises OSError for what
    cannot be read, for a link, which could lead anywhere, and for more than `limits` allow.
    """
    tree: dict[str, bytes] = {}
    read = 0
    for path, file in _found(root, folders).items():
        data = tree[path] = _read(file)
        read += len(data)
        _limit(root, read)
    return tree


def _found(root: Path, folders: Iterable[str]) -> dict[str, str]:
    """Return the files below some folders by their path with forward slashes."""
    files = [file for folder in folders for file in sorted(_files(str(root / folder)))]
    if len(files) > limits.FILES:
        raise OSError(errno.EFBIG, f"there are more than {limits.FILES} files", str(root))
    start = len(str(root / "x")) - 1
    return {file[start:].replace(os.sep, "/"): file for file in files}


def _limit(root: Path, read: int) -> None:
    if read > limits.ALL_FILES:
        most = limits.ALL_FILES // 1_000_000
        raise OSError(errno.EFBIG, f"all files together are larger than {most} MB", str(root))


class Tree(Mapping[str, bytes]):
    """Files by path, of which some are many: those are read each time somebody asks for one, and not held.

    `wrong` makes an error of an OSError: where one cannot be read, or is not the one that was found at first.
    """

    def __init__(
        self,
        held: Mapping[str, bytes],
        many: Mapping[str, tuple[str, Stamp]],
        wrong: Callable[[OSError], Exception],
    ) -> None:
        self._held, self._many, self._wrong = held, many, wrong

    def __getitem__(self, path: str) -> bytes:
        if path in self._held:
            return self._held[path]
        file, stamp = self._many[path]
        try:
            data = _read(file)
            if stamp_of(os.stat(file)) != stamp:
                raise OSError(errno.EBUSY, _CHANGED, file)
        except OSError as error:
            raise self._wrong(error) from error
        return data

    def __iter__(self) -> Iterator[str]:
        return iter((*self._held, *self._many))

    def __len__(self) -> int:
        return len(self._held) + len(self._many)


def look_at(
    root: Path, folders: Iterable[str], many: Pattern[str], wrong: Callable[[OSError], Exception]
) -> Tree:
    """Return the same files, but hold none whose path matches `many`. Raises OSError as `read_tree` does."""
    found = {path: (file, stamp_of(os.stat(file))) for path, file in _found(root, folders).items()}
    for file, (size, *_) in found.values():
        _limit_of_one(file, size)
    _limit(root, sum(size for _, (size, *_) in found.values()))
    waiting = {path: known for path, known in found.items() if many.fullmatch(path)}
    held = {path: _read(file) for path, (file, _) in found.items() if path not in waiting}
    return Tree(held, waiting, wrong)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        data = file.read(limits.ANY_FILE + 1)
    _limit_of_one(path, len(data))
    return data


def _limit_of_one(path: str, size: int) -> None:
    if size > limits.ANY_FILE:
        raise OSError(errno.EFBIG, f"it is larger than {limits.ANY_FILE // 1_000_000} MB", path)


def _files(folder: str) -> Iterator[str]:
    if os.path.islink(folder):
        raise OSError(errno.ELOOP, _LINK, folder)
    for entry in list(os.scandir(folder)) if os.path.isdir(folder) else ():
        if entry.name.startswith(".") or entry.name in _LITTER or entry.name.endswith("~"):
            continue
        if entry.is_symlink():
            raise OSError(errno.ELOOP, _LINK, entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        elif entry.is_file(follow_symlinks=False):
            yield entry.path
        else:
            raise OSError(errno.EINVAL, M_("it is no file"), entry.path)


def put(path: Path, data: bytes) -> None:
    """Write a file, and the folders above it, in one step: whoever looks sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.write_bytes(data)
    os.replace(unfinished, path)


def times(root: Path, folders: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Return size and time of change (nanoseconds) of the same files, to see whether any changed."""
    found = (file for folder in folders for file in _files(str(root / folder)))
    return {file: (status.st_size, status.st_mtime_ns) for file in found if (status := _status(file))}


def _status(file: str) -> os.stat_result | None:
    try:
        return os.stat(file)
    except FileNotFoundError:  # gone between the two looks
        return None

"""The disk: trees of files read, single files written."""

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from whrin_site.tools import limits

_LINK = "it is a link; put the file itself there"
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}


def read_tree(root: Path, folders: Iterable[str]) -> dict[str, bytes]:
    """Return the files below some folders of `root`, by their path with forward slashes.

    Hidden files and what desktops leave behind are passed over. Raises OSError for what
    cannot be read, for a link, which could lead anywhere, and for more than `limits` allow.
    """
    paths = [path for folder in folders for path in sorted(_files(str(root / folder)))]
    if len(paths) > limits.FILES:
        raise OSError(errno.EFBIG, f"there are more than {limits.FILES} files", str(root))
    tree: dict[str, bytes] = {}
    read, start = 0, len(str(root / "x")) - 1
    for path in paths:
        data = tree[path[start:].replace(os.sep, "/")] = _read(path)
        read += len(data)
        if read > limits.ALL_FILES:
            most = limits.ALL_FILES // 1_000_000
            raise OSError(errno.EFBIG, f"all files together are larger than {most} MB", str(root))
    return tree


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        data = file.read(limits.ANY_FILE + 1)
    if len(data) > limits.ANY_FILE:
        raise OSError(errno.EFBIG, f"it is larger than {limits.ANY_FILE // 1_000_000} MB", path)
    return data


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
            raise OSError(errno.EINVAL, "it is no file", entry.path)


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

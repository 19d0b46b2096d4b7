"""The disk: trees of files read, single files written."""

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from whrin_site.tools import limits
from whrin_site.tools.marked import M_

_LINK = M_("it is a link; put the file itself there")
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}


def read_tree(root: Path, folders: Iterable[str]) -> dict[str, bytes]:
    """Return the files below some folders of `root`, by their path with forward slashes.

    Hidden files and what desktops leave behind are passed over. Raises OSError for what
    cannot be read, for a link, which could lead anywhere, and for more than `limits` allow.
    """
    tree: dict[str, bytes] = {}
    read = 0
    for path, file in found(root, folders).items():
        data = tree[path] = read_file(file)
        read += len(data)
        refuse_much(root, read)
    return tree


def found(root: Path, folders: Iterable[str]) -> dict[str, str]:
    """Return where the files are that `read_tree` reads, by the same paths. Raises OSError as it does."""
    files = [file for folder in folders for file in sorted(_files(str(root / folder)))]
    if len(files) > limits.FILES:
        raise OSError(errno.EFBIG, f"there are more than {limits.FILES} files", str(root))
    start = len(str(root / "x")) - 1
    return {file[start:].replace(os.sep, "/"): file for file in files}


def read_file(path: str) -> bytes:
    """Return the bytes of a file. Raises OSError for one that is too large."""
    with open(path, "rb") as file:
        data = file.read(limits.ANY_FILE + 1)
    refuse_large(path, len(data))
    return data


def refuse_large(path: str, size: int) -> None:
    """Raise OSError where a file of so many bytes is larger than any may be."""
    if size > limits.ANY_FILE:
        raise OSError(errno.EFBIG, f"it is larger than {limits.ANY_FILE // 1_000_000} MB", path)


def refuse_much(root: Path, size: int) -> None:
    """Raise OSError where all files together, with so many bytes, are larger than they may be."""
    if size > limits.ALL_FILES:
        most = limits.ALL_FILES // 1_000_000
        raise OSError(errno.EFBIG, f"all files together are larger than {most} MB", str(root))


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


def _status(file: str) -> os.stat_result | None:
    try:
        return os.stat(file)
    except FileNotFoundError:  # gone between the two looks
        return None

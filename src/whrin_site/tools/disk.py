"""The disk: trees of files read, single files written."""

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}


def read_tree(root: Path, folders: Iterable[str]) -> dict[str, bytes]:
    """Return the files below some folders of `root`, by their path with forward slashes.

    Hidden files and what desktops leave behind are passed over.
    Raises OSError for what cannot be read, and for a link, which could lead anywhere.
    """
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in folders
        for path in sorted(_files(root / folder))
    }


def _files(folder: Path) -> Iterator[Path]:
    for entry in os.scandir(folder) if folder.is_dir() else ():
        if entry.name.startswith(".") or entry.name in _LITTER or entry.name.endswith("~"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        elif entry.is_symlink():
            raise OSError(errno.ELOOP, "it is a link; put the file itself there", entry.path)
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)


def put(path: Path, data: bytes) -> None:
    """Write a file, and the folders above it, in one step: whoever looks sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.write_bytes(data)
    os.replace(unfinished, path)


def times(root: Path, folders: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Return size and time of change (nanoseconds) of the same files, to see whether any changed."""
    found = (file for folder in folders for file in _files(root / folder))
    return {str(file): (status.st_size, status.st_mtime_ns) for file in found if (status := _status(file))}


def _status(file: Path) -> os.stat_result | None:
    try:
        return file.stat()
    except FileNotFoundError:  # gone between the two looks
        return None

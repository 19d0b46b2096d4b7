"""A disk that refuses at a chosen moment: Python tells us of each step on it before it is done."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_STEPS = {"open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.chmod", "os.scandir"}


class _Disk:
    """Counts the steps below a folder, and refuses one of them."""

    def __init__(self) -> None:
        self.folder = ""
        self.left = 0
        self.code = 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.folder and event in _STEPS and self.folder in str(arguments[0]):
            self.left -= 1
            if self.left == 0:
                raise OSError(self.code, os.strerror(self.code), str(arguments[0]))


_disk = _Disk()
sys.addaudithook(_disk)  # for good: Python knows no way to take one off


@contextmanager
def refusing(folder: Path, step: int, code: int) -> Iterator[None]:
    """Let the disk refuse one step below a folder, counted from 1, with this error number."""
    _disk.folder, _disk.left, _disk.code = str(folder), step, code
    try:
        yield
    finally:
        _disk.folder = ""


def was_refused() -> bool:
    """Tell whether the last `refusing` came to its step."""
    return _disk.left <= 0

"""A folder that takes the place of another in one step, also when the power fails."""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from whrin_site.tools.system import of_the_system
from whrin_site.tools.threads import at_once

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_AT_CWD = -100
_CANNOT_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV}


def swap(fresh: Path, out: Path, aside: Path) -> None:
    """Put the folder `fresh` in the place of `out`; what was there before is then called `fresh` or `aside`.

    Linux exchanges the two in one step. Elsewhere `out` is missing for the moment between two
    steps, and after a kill in that moment `aside` is what has to be put back.
    """
    if not out.exists():
        os.replace(fresh, out)
    elif not _exchange(fresh, out):
        os.replace(out, aside)
        try:
            os.replace(fresh, out)
        except OSError:
            os.replace(aside, out)
            raise


def settle(folder: Path) -> None:
    """Wait until the disk has all that was written below a folder. Raises OSError if it could not be kept."""
    if _settle_disk(folder):
        return
    for here, _, names in os.walk(folder):
        for name in names:
            _settle_file(Path(here, name))
        settle_names(Path(here))


def settle_names(folder: Path) -> None:
    """Wait until the disk has the names in a folder; Windows opens no folders, and sees to it by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):  # some network drives
            raise
    finally:
        os.close(handle)


def remove(folder: Path) -> None:
    """Remove a folder, but never what a link leads to. What resists stays."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
        return

    def open_up(function: Callable[..., object], path: str, _: object) -> None:
        if function in (os.unlink, os.rmdir) and path != str(folder):
            with suppress(OSError):
                os.chmod(os.path.dirname(path), 0o700)
                function(path)

    if folder.exists():
        with suppress(OSError):
            inside = [Path(entry) for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False)]
            at_once(partial(shutil.rmtree, onerror=open_up), [[path] for path in inside])
        shutil.rmtree(folder, onerror=open_up)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in a single step, where the system can; else return False."""
    renameat2 = of_the_system("renameat2")
    if renameat2 is None:
        return False
    if renameat2(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _settle_disk(folder: Path) -> bool:
    """Wait for everything on the disk of this folder at once, where the system can; else return False."""
    syncfs = of_the_system("syncfs")
    if syncfs is None:
        return False
    handle = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(handle) == 0:
            return True
        code = ctypes.get_errno()
    finally:
        os.close(handle)
    if code == errno.ENOSYS:
        return False
    raise OSError(code, os.strerror(code), str(folder))


def _settle_file(path: Path) -> None:
    if path.is_symlink() or not path.is_file():
        return
    with suppress(PermissionError), path.open("r+b" if sys.platform == "win32" else "rb") as file:
        os.fsync(file.fileno())

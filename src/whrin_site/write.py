"""Stage: files → folder. All or nothing: readers see the last whole site or the new one."""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from whrin_site.model.problems import SiteError

if sys.platform != "win32":
    import fcntl

MARKER = ".whrin-site"
"""Lists what we wrote, one path a line. A folder without it is not ours to touch."""

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_AT_CWD = -100
_CANNOT_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def write(files: Mapping[str, bytes], out: Path) -> None:
    """Publish the files as the folder `out`, in one step.

    Files in it that we did not write stay; pages of ours that are gone are removed.
    Builds into the same folder wait for one another. Raises SiteError when the folder
    belongs to somebody else, or when the disk refuses; the folder is then as it was.
    """
    fresh, aside = (out.with_name(f".{out.name}.whrin-{name}") for name in ("new", "old"))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with _alone(out.parent):
            _mend(out, fresh, aside)
            _refuse_foreign(out)
            foreign = _foreign(out)
            _refuse_clashes(files, foreign, out)
            try:
                _fill(fresh, files, out)
                _keep(foreign, out, fresh)
                _swap(fresh, out, aside)
            finally:
                _remove(fresh)
    except OSError as error:
        where = error.filename or out
        raise SiteError(f"Could not write {where}: {error.strerror}. {out} is as it was.") from error


@contextmanager
def _alone(parent: Path) -> Iterator[None]:
    """Hold the folder in which we build: what another build has half made must not be mended away."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _mend(out: Path, fresh: Path, aside: Path) -> None:
    """Put right what a build that was killed has left behind."""
    if aside.exists() and not out.exists():
        os.replace(aside, out)
    for left in (fresh, aside):
        _remove(left)


def _refuse_foreign(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise SiteError(f"{out} is no folder of its own; give another one with --out.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file():
        raise SiteError(
            f"{out} holds files that were not made by this program; give another folder with --out."
        )


def _foreign(out: Path) -> list[PurePosixPath]:
    """Return what stands in the folder and was not written by us: files, links, empty folders."""
    if not (out / MARKER).is_file():
        return []
    marker = (out / MARKER).read_text(encoding="utf-8", errors="surrogateescape")
    ours = {MARKER, *marker.splitlines()}
    found: list[PurePosixPath] = []
    for folder, folders, names in os.walk(out):
        here = Path(folder).relative_to(out)
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        found += [PurePosixPath(here / name) for name in (*names, *links)]
        if not folders and not names:
            found.append(PurePosixPath(here))
    return [path for path in found if str(path) not in ours and str(path) != "."]


def _refuse_clashes(files: Mapping[str, bytes], foreign: list[PurePosixPath], out: Path) -> None:
    """Refuse to write where something of somebody else's stands."""
    taken = {path for name in files for path in (PurePosixPath(name), *PurePosixPath(name).parents)}
    for path in foreign:
        is_folder = (out / path).is_dir() and not (out / path).is_symlink()
        if (path in taken and not is_folder) or any(str(parent) in files for parent in path.parents):
            raise SiteError(
                f"{out / path} was not made by this program, and a page has to stand there; move it away."
            )


def _fill(fresh: Path, files: Mapping[str, bytes], old: Path) -> None:
    """Write the new site beside the old one; what did not change is linked, not copied."""
    for folder in sorted({Path(path).parent for path in files} | {Path()}):
        (fresh / folder).mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        _place(old / path, fresh / path, data)
    listed = "".join(f"{path}\n" for path in sorted(files))
    (fresh / MARKER).write_text(listed, encoding="utf-8", errors="surrogateescape")


def _place(old: Path, fresh: Path, data: bytes) -> None:
    if old.is_file() and old.stat().st_size == len(data) and old.read_bytes() == data:
        _link(old, fresh)
    else:
        fresh.write_bytes(data)


def _keep(foreign: list[PurePosixPath], old: Path, fresh: Path) -> None:
    """Take what is somebody else's over into the new folder, with its folders as they were."""
    for path in foreign:
        for parent in reversed((path, *path.parents)):
            if (old / parent).is_dir() and not (old / parent).is_symlink() and not (fresh / parent).exists():
                (fresh / parent).mkdir()
                shutil.copystat(old / parent, fresh / parent)
        if (old / path).is_symlink() or not (old / path).is_dir():
            _link(old / path, fresh / path)


def _link(old: Path, fresh: Path) -> None:
    try:
        os.link(old, fresh, follow_symlinks=False)
    except (OSError, NotImplementedError):  # No hard links on FAT and on some network drives.
        shutil.copy2(old, fresh, follow_symlinks=False)


def _swap(fresh: Path, out: Path, aside: Path) -> None:
    """Put the new folder in the place of the old one, which then has the other's name."""
    if not out.exists():
        os.replace(fresh, out)
    elif not _exchange(fresh, out):
        os.replace(out, aside)
        try:
            os.replace(fresh, out)
        except OSError:
            os.replace(aside, out)
            raise
        _remove(aside)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in a single step, where the system can; else return False."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if renameat2(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _remove(folder: Path) -> None:
    """Remove a folder of ours. What resists stays: it is out of the readers' sight."""

    def open_up(function: Callable[[str], object], path: str, _: object) -> None:
        try:
            os.chmod(os.path.dirname(path), 0o700)
            function(path)
        except OSError:
            pass

    if folder.exists():
        shutil.rmtree(folder, onerror=open_up)

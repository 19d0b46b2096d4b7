"""Stage: files → folder. All or nothing: readers see the last whole site or the new one."""

import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from whrin_site.model.files import Files, Kept
from whrin_site.model.problems import SiteError
from whrin_site.tools.marked import M_
from whrin_site.tools.swap import remove, settle, settle_names, swap
from whrin_site.tools.threads import at_once

if sys.platform != "win32":
    import fcntl

MARKER = ".whrin-site"
"""Lists what we wrote, one path a line. A folder without it is not ours to touch."""

_NO_FOLDER = M_("{out} is no folder of its own; give another one with --out.")

_MANY = 5_000  # files from which several threads are faster than one

_FILE, _FOLDER = 0o644, 0o755  # whatever the umask: a web server has to read them


def write(files: Mapping[str, bytes], out: Path) -> None:
    """Publish the files as the folder `out`, in one step.

    Files in it that we did not write stay; pages of ours that are gone are removed.
    Builds into the same folder wait for one another. Raises SiteError when the folder
    belongs to somebody else, or when the disk refuses; the folder is then as it was.
    """
    _refuse_no_name(out)
    _refuse_outside(files)
    fresh, aside = (out.with_name(f".{out.name}.whrin-{name}") for name in ("new", "old"))
    message = M_("Could not write {file}: {said}. {out} is as it was.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with _alone(out.parent):
            _mend(out, fresh, aside)
            _refuse_foreign(out)
            foreign = _foreign(out)
            _refuse_clashes(files, foreign, out)
            try:
                _fill(fresh, Files.of(files), out)
                _keep(foreign, out, fresh)
                settle(fresh)
                swap(fresh, out, aside)
                message = M_("Could not write {file}: {said}. {out} is the new site, whole.")
                settle_names(out.parent)
            finally:
                _mend(out, fresh, aside)
    except OSError as error:
        raise SiteError(message, file=error.filename or out, said=error.strerror, out=out) from error


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
    """Clear away what a build has left beside the folder, also one that was killed."""
    if aside.is_dir() and not os.path.lexists(out):
        os.replace(aside, out)
    for left in (fresh, aside):
        if (out / MARKER).is_file() and not left.is_symlink():
            # What somebody has put into the old site while the new one was made.
            _keep([path for path in _foreign(left) if not os.path.lexists(out / path)], left, out)
        remove(left)


def _refuse_no_name(out: Path) -> None:
    if out.name in ("", "..") or out.resolve() == Path.home().resolve():
        raise SiteError(_NO_FOLDER, out=out)


def _refuse_outside(files: Iterable[str]) -> None:
    for path in files:
        if path.startswith("/") or ".." in path.split("/"):
            message = M_("{path} would stand outside the folder of the site; nothing was written.")
            raise SiteError(message, path=path)


def _refuse_foreign(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise SiteError(_NO_FOLDER, out=out)
    if out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file():
        message = M_("{out} holds files that were not made by this program; give another folder with --out.")
        raise SiteError(message, out=out)


def _foreign(out: Path) -> list[PurePosixPath]:
    """Return what stands in the folder and was not written by us: files, links, empty folders."""
    if not (out / MARKER).is_file():
        return []
    marker = (out / MARKER).read_text(encoding="utf-8", errors="surrogateescape")
    ours = {MARKER, *marker.splitlines()}
    found: list[str] = []
    for folder, folders, names in os.walk(out):
        here = Path(folder).relative_to(out).as_posix()
        start = "" if here == "." else f"{here}/"
        links = [name for name in folders if os.path.islink(f"{folder}/{name}")]
        found += [f"{start}{name}" for name in (*names, *links)]
        if not folders and not names:
            found.append(here)
    return [PurePosixPath(path) for path in found if path not in ours and path != "."]


def _refuse_clashes(files: Mapping[str, bytes], foreign: list[PurePosixPath], out: Path) -> None:
    """Refuse to write where something of somebody else's stands."""
    folders = _folders(files) if foreign else set()
    for path in foreign:
        is_folder = (out / path).is_dir() and not (out / path).is_symlink()
        is_taken = str(path) in files or str(path) in folders
        if (is_taken and not is_folder) or any(str(parent) in files for parent in path.parents):
            message = M_("{file} was not made by this program, and a page has to stand there; move it away.")
            raise SiteError(message, file=out / path)


def _folders(files: Iterable[str]) -> set[str]:
    """Return all folders in which files stand; the outermost has no name."""
    found = {""}
    for path in files:
        folder = path.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _fill(fresh: Path, files: Files, old: Path) -> None:
    """Write the new site beside the old one; what did not change is linked, not copied."""
    for folder in sorted(_folders(files)):
        (fresh / folder).mkdir(exist_ok=True)
        _allow(fresh / folder, _FOLDER)

    def put(path: str) -> None:
        leaf = files.leaf(path)
        if not isinstance(leaf, Kept):
            _place(old / path, fresh / path, leaf.read())
        elif not _take(leaf, f"{fresh}/{path}"):
            (fresh / path).write_bytes(leaf.read())
            _allow(fresh / path, _FILE)

    at_once(put, _by_folder(files) if len(files) > _MANY else [files])
    listed = "".join(f"{path}\n" for path in sorted(files))
    _place(old / MARKER, fresh / MARKER, listed.encode(errors="surrogateescape"))
    if old.is_dir():
        _allow(fresh, stat.S_IMODE(old.stat().st_mode))


def _by_folder(files: Iterable[str]) -> Iterable[list[str]]:
    """Return the paths in groups, those in the same outermost folder together, and those in none."""
    found: dict[str, list[str]] = {}
    for path in files:
        folder, slash, _ = path.partition("/")
        found.setdefault(folder if slash else "", []).append(path)
    return found.values()


def _take(leaf: Kept, fresh: str) -> bool:
    """Move or link a kept file to its new place, and tell whether it still is the one that was kept."""
    try:
        if leaf.may_move:
            os.rename(leaf.file, fresh)
        else:
            os.link(leaf.file, fresh, follow_symlinks=False)
        status = os.lstat(fresh)
        if (status.st_size, status.st_mtime_ns, status.st_ino) == leaf.identity:
            if stat.S_IMODE(status.st_mode) != _FILE:
                _allow(Path(fresh), _FILE)
            return True
        os.unlink(fresh)
    except (OSError, NotImplementedError):  # gone, or on another disk, or no hard links there
        with suppress(FileNotFoundError):
            os.unlink(fresh)
    return False


def _place(old: Path, fresh: Path, data: bytes) -> None:
    if _is_file(old) and old.stat().st_size == len(data) and old.read_bytes() == data:
        _link(old, fresh)
    else:
        fresh.write_bytes(data)
    _allow(fresh, _FILE)


def _allow(path: Path, mode: int) -> None:
    if stat.S_IMODE(path.stat().st_mode) != mode:
        with suppress(PermissionError):  # FAT keeps no modes, and what another user made is not ours to open.
            path.chmod(mode)


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


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

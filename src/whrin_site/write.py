"""Stage: files → folder. All or nothing: readers see the last whole site or the new one."""

import ctypes
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from whrin_site.model.problems import SiteError

MARKER = ".whrin-site"
"""Lists what we wrote, one path a line. A folder without it is not ours to touch."""

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_AT_CWD = -100


def write(files: Mapping[str, bytes], out: Path) -> None:
    """Publish the files as the folder `out`, in one step.

    Files in it that we did not write stay; pages of ours that are gone are removed.
    Raises SiteError when the folder belongs to somebody else, or when the disk refuses;
    the folder is then as it was.
    """
    _refuse_foreign(out)
    fresh = out.with_name(f".{out.name}.new")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _remove(fresh)
        _fill(fresh, files, out)
        _swap(fresh, out)
        _remove(fresh)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise SiteError(
            f"Could not write {error.filename or out}: {error.strerror}. {out} is as it was."
        ) from error


def _refuse_foreign(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise SiteError(f"{out} is no folder of its own; give another one with --out.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file():
        raise SiteError(
            f"{out} holds files that were not made by this program; give an empty or new folder with --out."
        )


def _fill(fresh: Path, files: Mapping[str, bytes], old: Path) -> None:
    """Write the new site beside the old one; what did not change is linked, not copied."""
    for folder in sorted({Path(path).parent for path in files}):
        (fresh / folder).mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        _place(old / path, fresh / path, data)
    for foreign in _foreign(old, files):
        (fresh / foreign).parent.mkdir(parents=True, exist_ok=True)
        _link(old / foreign, fresh / foreign)
    (fresh / MARKER).write_text("".join(f"{path}\n" for path in sorted(files)), encoding="utf-8")


def _place(old: Path, fresh: Path, data: bytes) -> None:
    if old.is_file() and old.stat().st_size == len(data) and old.read_bytes() == data:
        _link(old, fresh)
    else:
        fresh.write_bytes(data)


def _link(old: Path, fresh: Path) -> None:
    try:
        os.link(old, fresh)
    except OSError:  # No hard links on FAT and on some network drives.
        shutil.copy2(old, fresh)


def _foreign(old: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Return the files in the old folder that we never wrote, so that they can be kept."""
    if not old.is_dir():
        return []
    ours = {MARKER, *(old / MARKER).read_text(encoding="utf-8").splitlines(), *files}
    found = (path.relative_to(old) for path in old.rglob("*") if not path.is_dir())
    return [path for path in found if path.as_posix() not in ours]


def _swap(fresh: Path, out: Path) -> None:
    """Put the new folder in the place of the old one, which then has the other's name."""
    if not out.exists():
        os.replace(fresh, out)
    elif not _exchange(fresh, out):
        aside = out.with_name(f".{out.name}.old")
        _remove(aside)
        os.replace(out, aside)
        os.replace(fresh, out)
        _remove(aside)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in a single step, where the system can; else return False."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(renameat2(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE) == 0)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)

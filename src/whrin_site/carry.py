"""Stage: files → a stick. Only what changed; may be pulled out at any moment and run again."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from whrin_site.model import addresses
from whrin_site.model.problems import SiteError
from whrin_site.tools import copying, sums
from whrin_site.tools.marked import M_

Report = Callable[..., None]
"""Hears which stage begins: a message, and its values by name."""

_BETWEEN_REPORTS = 50  # files
_CLUSTER = 32 << 10  # bytes that a file takes at least, on a stick that does not say


@dataclass(frozen=True, slots=True)
class Carried:
    """What was done to a stick: how many files were copied, were there already, were removed."""

    copied: int
    kept: int
    removed: int


def carry(files: Mapping[str, bytes], to: Path, report: Report) -> Carried:
    """Make the folder `to` a copy of these sealed files, and read every one of them back.

    Files that we did not put there stay as they are, and none of them is ever written over. A copy
    that was interrupted, or an older one, is completed; what we once put there and is gone is removed.
    Raises SiteError for a stick that is full, failing, or has something of somebody else's in the way.
    """
    try:
        if not to.is_dir():
            to.mkdir()
        return _carried(files, to, report)
    except copying.NotAsWrittenError as error:
        message = M_("{file} did not come back as it was written: this stick is failing.")
        raise SiteError(message, file=error) from error
    except OSError as error:
        message = M_("Could not write {file}: {said}. Run the same command again to go on from here.")
        raise SiteError(message, file=error.filename or to, said=error.strerror) from error


def _carried(files: Mapping[str, bytes], to: Path, report: Report) -> Carried:
    report(M_("Looking at what the stick holds"))
    known = _known(to)
    _refuse_clashes(files, known, to)
    changed = [path for path in _in_order(files) if not _holds(to / path, files[path])]
    gone = {path: found for path, found in known.items() if path not in files}
    removed = 0
    if changed or gone or (to / addresses.JOURNAL).exists():
        _refuse_full(files, changed, to)
        _begin(files, known, to)
        _copy(files, changed, to, report)
        removed = sum(_remove(to, path, found) for path, found in gone.items())
        # Last, so that a list of sums never speaks of files that are not there yet.
        copying.replace(to / addresses.SUMS, files[addresses.SUMS])
        (to / addresses.JOURNAL).unlink(missing_ok=True)
        copying.settle()
    return Carried(len(changed), len(files) - len(changed), removed)


def _in_order(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what pages need before the pages, and what readers open first after all others."""
    last = (addresses.ROOT, addresses.START_OF_COPY, addresses.SUMS)
    yield from (path for path in sorted(files) if not path.endswith(".html") and path not in last)
    yield from (path for path in sorted(files) if path.endswith(".html") and path not in last)
    yield from (path for path in last if path in files)


def _known(to: Path) -> dict[str, set[str]]:
    """Return the sums of what we put, or may have put, onto the stick, by path."""
    lists = [to / addresses.JOURNAL]
    if _is_ours(to):
        lists.append(to / addresses.SUMS)
    known: dict[str, set[str]] = {addresses.SUMS: set()} if len(lists) > 1 else {}
    for list_of in lists:
        text = list_of.read_text(encoding="utf-8", errors="replace") if list_of.is_file() else ""
        for path, digest in copying.read_journal(text):
            known.setdefault(path, set()).add(digest)
    return known


def _is_ours(to: Path) -> bool:
    """Tell whether the list of sums here is one of ours: others name theirs the same."""
    about = to / addresses.ABOUT_COPY
    return about.is_file() and b'"name": "whrin-site"' in about.read_bytes()


def _refuse_clashes(files: Mapping[str, bytes], known: Mapping[str, object], to: Path) -> None:
    for path in files:
        steps = path.split("/")
        folders = [to.joinpath(*steps[:number]) for number in range(1, len(steps))]
        taken = next((place for place in folders if place.exists() and not _is_plain_folder(place)), None)
        place = taken or to / path
        is_theirs = place.is_symlink() or place.is_dir() or (path not in known and place.exists())
        if taken or (is_theirs and not (place.is_file() and _holds(place, files[path]))):
            message = M_(
                "{file} is not from us, and a file of the copy has to stand there. Move it away, "
                "or name a new folder on the stick with --to."
            )
            raise SiteError(message, file=place)


def _is_plain_folder(place: Path) -> bool:
    return place.is_dir() and not place.is_symlink()


def _holds(place: Path, data: bytes) -> bool:
    return place.is_file() and place.stat().st_size == len(data) and copying.read_back(place) == data


def _refuse_full(files: Mapping[str, bytes], changed: list[str], to: Path) -> None:
    """Refuse before anything is written; one changed file at a time needs room beside the old one."""
    cluster = getattr(os, "statvfs", lambda _: None)(to)
    size = cluster.f_frsize if cluster else _CLUSTER

    def taken(length: int) -> int:
        return (length // size + 1) * size

    new = [taken(len(files[path])) for path in changed]
    old = sum(taken((to / path).stat().st_size) for path in changed if (to / path).exists())
    needed = max(0, sum(new) - old) + max(new, default=0) + 2 * taken(len(files[addresses.SUMS]))
    free = shutil.disk_usage(to).free
    if free < needed:
        message = M_("{to} has {free} MB left, and this copy needs {needed} MB.")
        raise SiteError(message, to=to, free=f"{free / 1e6:.1f}", needed=f"{needed / 1e6:.1f}")


def _begin(files: Mapping[str, bytes], known: Mapping[str, set[str]], to: Path) -> None:
    """Write down which files may be ours from now on, and clear away what was half written."""
    journal = {path: set(found) for path, found in known.items()}
    for path, data in files.items():
        journal.setdefault(path, set()).add(sums.digest(data))
    copying.replace(to / addresses.JOURNAL, copying.journal(journal))
    for path in journal:
        copying.beside(to / path).unlink(missing_ok=True)


def _copy(files: Mapping[str, bytes], changed: list[str], to: Path, report: Report) -> None:
    for number, path in enumerate(changed, start=1):
        if number % _BETWEEN_REPORTS == 1:
            report(M_("Copying file {number} of {all}"), number=number, all=len(changed))
        if path != addresses.SUMS:
            (to / path).parent.mkdir(parents=True, exist_ok=True)
            copying.replace(to / path, files[path])


def _remove(to: Path, path: str, digests: set[str]) -> bool:
    """Remove a file that we once put there, unless somebody has changed it since."""
    place = to / path
    if place.is_symlink() or not place.is_file() or sums.digest(place.read_bytes()) not in digests:
        return False
    place.unlink()
    for folder in place.relative_to(to).parents:
        if (to / folder) != to and not any((to / folder).iterdir()):
            (to / folder).rmdir()
    return True

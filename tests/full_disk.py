"""Builds on a disk that is full, sources, cache and site: run it with an empty folder for the disk.

On Linux the disk is a real one of a few megabytes (tmpfs in a name space of its own, which ends with this
program). Where the system forbids that, a limit on the length of files stands for it.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kit import HOUSE, tree

COMMAND = [sys.executable, "-P", "-m", "whrin_site", "--quiet", "--no-index", "--afresh", "--out"]
_ALONE = ["unshare", "--user", "--map-root-user", "--mount"]
_SIZE = 12 << 20
_ROOM = (0, 5_000, 40_000, 120_000)  # bytes that are left: fewer than the site needs
_LENGTHS = (0, 1, 4_000, 20_000)  # bytes that a file may have: fewer than some of its files need

Limit = Callable[[], None]


def build(root: Path, out: Path, limit: Limit | None = None) -> subprocess.CompletedProcess[str]:
    """Build, and return how that ended."""
    command = [*COMMAND, str(out)]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, preexec_fn=limit, check=False)


def files(folder: Path) -> dict[str, bytes]:
    """Return what stands in a folder."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def rooms(is_small: bool) -> list[tuple[int, Limit | None]]:
    """Return how much room a build is to have, and what gives it no more."""
    if is_small:
        return [(room, None) for room in _ROOM]
    return [(n, lambda n=n: resource.setrlimit(resource.RLIMIT_FSIZE, (n, n))) for n in _LENGTHS]  # type: ignore[misc]


def fill(disk: Path, room: int) -> None:
    """Leave no more room than this on the disk."""
    (disk / "filler").unlink(missing_ok=True)
    with suppress(OSError), (disk / "filler").open("wb", buffering=0) as file:
        while file.write(b"x" * 65_536):
            pass
    free = os.statvfs(disk)
    length = (disk / "filler").stat().st_size - max(0, room - free.f_bavail * free.f_bsize)
    os.truncate(disk / "filler", max(0, length))


def wrong(disk: Path, is_small: bool) -> list[str]:
    """Return “told” for each build that found no room and said so, and all that is not as promised."""
    root = disk / "tree"
    for path, data in tree().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    assert build(root, disk / "site").returncode == 0
    old = files(disk / "site")
    (root / HOUSE).write_bytes(tree()[HOUSE].replace(b"House", b"Home"))
    told = []
    for room, limit in rooms(is_small):
        if is_small:
            fill(disk, room)
        done = build(root, disk / "site", limit)
        reason = "No space left on device" if is_small else "File too large"
        if done.returncode == 3 and reason in done.stderr and "is as it was" in done.stderr:
            told.append("told")
        else:
            told.append(f"{room} bytes: {done.returncode} {done.stderr}")
        if files(disk / "site") != old or set(os.listdir(disk)) - {"tree", "site", "filler"}:
            told.append(f"{room} bytes: the old site is not whole")
    (disk / "filler").unlink(missing_ok=True)
    if build(root, disk / "site").returncode or files(disk / "site") == old:
        told.append("the next build does not mend it")
    return told


def alone(disk: str) -> bool:
    """Run this program where it may mount a disk of its own, and tell whether that can be done."""
    mount = 'mount -t tmpfs -o size="$1" tmpfs "$2" && shift 2 && exec "$@"'
    small = [*_ALONE, "sh", "-c", mount, "sh", str(_SIZE), disk]
    with suppress(FileNotFoundError):
        return subprocess.run([*small, sys.executable, __file__, disk, "small"], check=False).returncode == 0
    return False


if __name__ == "__main__":
    folder, *small = sys.argv[1:]
    if small or not alone(folder):
        print(*wrong(Path(folder), bool(small)), sep="\n")

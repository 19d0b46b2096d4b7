"""What the disk says of a file without reading it, to see whether it is still the one that was there."""

import os
from collections.abc import Iterator, Mapping

Stamp = tuple[int, int, int, int]
"""Size, time of the last change of the bytes and of anything else (nanoseconds), and the file's number."""

_GRAIN = 20_000_000  # nanoseconds; ext4, XFS, Btrfs, APFS and NTFS all count finer than this
_COARSE = 2_000_000_000  # FAT counts in steps of two seconds, HFS+ and old ext3 in whole ones
_SECOND = 1_000_000_000


def stamp_of(status: os.stat_result) -> Stamp:
    """Return the stamp of a file. No program sets the time of any change (on Windows, that of creation)."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def stamps(folder: str) -> Iterator[tuple[str, Stamp]]:
    """Yield each file below a folder with its stamp; a link counts as itself, not as what it leads to."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield entry.path, (0, 0, 0, 0)
            yield from stamps(entry.path)
        else:
            yield entry.path, stamp_of(entry.stat(follow_symlinks=False))


def settled(found: Mapping[str, Stamp], now: int) -> set[str]:
    """Return the files that would have another stamp if they changed from `now` on (nanoseconds).

    Git has the same rule for its index ("racy git"): a file that was changed a moment ago could be
    changed once more within one step of the disk's clock, and nobody would see it.
    """
    coarse = all(mtime % _SECOND == 0 for _, mtime, _, _ in found.values())
    since = now - (_COARSE if coarse else _GRAIN)
    return {path for path, (_, mtime, ctime, _) in found.items() if max(mtime, ctime) < since}

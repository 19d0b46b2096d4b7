"""Writing to a medium that may be pulled out: beside, read back, renamed; and a journal of it."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from whrin_site.tools import sums

HALF_WRITTEN = ".directory-new"
"""How the name of a file ends while it is written."""


class NotAsWrittenError(Exception):
    """What was read back is not what was written."""


def beside(place: Path) -> Path:
    """Return the name under which a file is written before it takes its place."""
    return place.with_name(place.name + HALF_WRITTEN)


def replace(place: Path, data: bytes) -> None:
    """Put a file in its place once it has come back from the medium as it was written.

    Raises NotAsWrittenError when it has not, and OSError when the medium refuses.
    """
    new = beside(place)
    with new.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if read_back(new) != data:
        raise NotAsWrittenError(place)
    os.replace(new, place)


def read_back(place: Path) -> bytes:
    """Return what stands on the medium: not what the system still has in memory, where it can forget that."""
    with place.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return file.read()


def settle() -> None:
    """Have the system write down what it has only noted, so that the medium can be taken away."""
    if hasattr(os, "sync"):
        os.sync()


def journal(known: Mapping[str, Iterable[str]]) -> bytes:
    """Return the list of all files that may be ours, each with the sums that it may have."""
    return b"".join(sums.listing({path: digest}) for path in sorted(known) for digest in sorted(known[path]))


def read_journal(text: str) -> Iterator[tuple[str, str]]:
    """Yield path and sum of each good line of a journal, or of a list of sums."""
    for line in text.splitlines():
        yield from sums.read(line)[0].items()

"""Pages laid into files by the process that made them: none of them has to be in memory as a whole."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from whrin_site.model.files import Kept, hides
from whrin_site.model.pieces import Made, Seams


@dataclass(frozen=True, slots=True)
class Lying:
    """What another process tells of a file that it has laid down."""

    file: str
    sum: str
    is_hidden: bool
    identity: tuple[int, int, int]
    seams: Seams

    def kept(self, key: str, again: Callable[[], bytes]) -> Kept:
        """Return the file as one that may be moved to its place."""
        return Kept(
            file=self.file,
            key=key,
            seams=self.seams,
            sum=self.sum,
            is_hidden=self.is_hidden,
            identity=self.identity,
            may_move=True,
            again=again,
        )


def lay(spool: str, name: str, made: Made) -> Lying:
    """Write a new file part by part. Raises OSError, and leaves none, where the disk takes it not.

    Each process has a folder of its own in the spool, since only one at a time can put a file into a folder.
    """
    folder, total, is_hidden = f"{spool}/{os.getpid()}", sha256(), False
    if not os.path.isdir(folder):
        os.mkdir(folder)
    path = f"{folder}/{name}"
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        with os.fdopen(file, "wb", closefd=False) as stream:
            for part in made.parts:
                total.update(part)
                is_hidden = is_hidden or hides(part)
                stream.write(part)
        status = os.fstat(file)
    except OSError:
        os.unlink(path)
        raise
    finally:
        os.close(file)
    identity = (status.st_size, status.st_mtime_ns, status.st_ino)
    return Lying(path, total.hexdigest(), is_hidden, identity, tuple(made.seams))

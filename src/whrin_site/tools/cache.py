"""What earlier builds left, so that the next one does less. It can cost time when lost, never correctness."""

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

_FORMAT = "3"  # another one whenever what is kept has another shape
_OPEN = ".open"  # the end of names that nobody needs once their process, whose number begins them, is gone


class Shelf:
    """JSON values by name, below one folder. What is damaged, foreign or old is as good as not there.

    A shelf that `holds` its values needs to read each only once; nobody may change them.
    """

    def __init__(self, folder: Path, holds: bool = False) -> None:
        self.folder = folder
        self._held: dict[str, Any] | None = {} if holds else None

    def get(self, name: str) -> Any:
        """Return the value of a name, or None."""
        if self._held is None:
            return self._read(name)
        if name not in self._held:
            self._held[name] = self._read(name)
        return self._held[name]

    def _read(self, name: str) -> Any:
        try:
            head, _, body = (self.folder / f"{name}.json").read_bytes().partition(b"\n")
            return json.loads(body.decode(errors="surrogatepass")) if head == self._head(body) else None
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, name: str, value: object) -> None:
        """Keep a value, if the disk lets us."""
        if self._held is not None:
            self._held[name] = value
        body = _bytes_of(value)
        temporary = self.folder / f"{os.getpid()}-{name}{_OPEN}"
        try:
            self._make()
            temporary.write_bytes(self._head(body) + b"\n" + body)
            os.replace(temporary, self.folder / f"{name}.json")
        except OSError:
            with suppress(OSError):
                temporary.unlink()

    def drop(self, name: str) -> None:
        """Keep a value no longer."""
        if self._held is not None:
            self._held.pop(name, None)
        with suppress(OSError):
            (self.folder / f"{name}.json").unlink(missing_ok=True)

    def clear(self) -> None:
        """Forget everything."""
        if self._held is not None:
            self._held.clear()
        for kept in self.folder.glob("*.json"):
            with suppress(OSError):
                kept.unlink()

    @contextmanager
    def spool(self) -> Iterator[Path | None]:
        """Give a folder that is gone afterwards, or None where none can be made."""
        try:
            self._make()
            self._sweep()
            place = Path(mkdtemp(prefix=f"{os.getpid()}-", suffix=_OPEN, dir=self.folder))
        except OSError:
            yield None
            return
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def _sweep(self) -> None:
        """Clear away what a process that was killed had open."""
        for left in self.folder.glob(f"*-*{_OPEN}"):
            if not _is_running(left.name.partition("-")[0]):
                shutil.rmtree(left) if left.is_dir() else left.unlink()

    def _make(self) -> None:
        if self.folder.is_symlink() or self.folder.parent.is_symlink():
            raise OSError(errno.ELOOP, "it is a link, and could lead anywhere", str(self.folder))
        self.folder.mkdir(parents=True, exist_ok=True)
        ignore = self.folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="ascii")

    @staticmethod
    def _head(body: bytes) -> bytes:
        return f"{_FORMAT} {sha256(body).hexdigest()}".encode()


def _bytes_of(value: object) -> bytes:
    from whrin_site.tools.compact_json import (
        compact,
    )  # which takes a while to come up; most often nobody asks

    try:
        return compact(value)
    except ValueError:  # a name on the disk that is no text
        return json.dumps(value, ensure_ascii=False).encode(errors="surrogatepass")


def _is_running(process: str) -> bool:
    if (
        os.name == "nt"
    ):  # there, asking would end it; what is open cannot be removed, and the rest does no harm
        return True
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except PermissionError:
        return True
    return True

"""ZIM, the format of Kiwix (openzim.org), written by libzim, and then made the same every time."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from whrin_site.tools.marked import M_

# Where the header keeps the identity of the archive, and how long the sum at the end is (ZIM 6).
_UUID, _SUM = slice(8, 24), 16
# A Xapian database in the archive: its signature, version and identity.
_XAPIAN = re.compile(rb"\x0f\rXapian Glass..(?P<uuid>.{16})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an archive; those with a title are articles, which the search knows."""

    path: str
    kind: str
    data: bytes
    title: str = ""


def missing() -> str | None:
    """Return what this computer lacks to write the format, as a sentence."""
    try:
        import libzim.writer  # type: ignore[import-untyped]  # noqa: F401
    except ImportError:
        return M_("A package is missing: libzim; “python3 build.py pack” installs it where there is one.")
    return None


def zim(
    entries: Iterable[Entry], main: str, language: str, metadata: Mapping[str, str], icon: bytes
) -> bytes:
    """Return an archive with a full-text search. `language` is a code of ISO 639-3, `icon` a PNG of 48 × 48.

    The same entries give the same bytes.
    """
    from libzim.writer import Creator

    with TemporaryDirectory() as folder, _silence():
        file = Path(folder) / "made.zim"
        creator = Creator(file).config_indexing(True, language).config_nbworkers(1)
        with creator:
            creator.set_mainpath(main)
            for name, value in metadata.items():
                creator.add_metadata(name, value)
            creator.add_illustration(48, icon)
            for entry in entries:
                creator.add_item(_item(entry))
        return _settled(file.read_bytes())


def _item(entry: Entry) -> Any:
    from libzim.writer import Hint, Item, StringProvider

    class Written(Item):  # type: ignore[misc]
        def get_path(self) -> str:
            return entry.path

        def get_title(self) -> str:
            return entry.title

        def get_mimetype(self) -> str:
            return entry.kind

        def get_contentprovider(self) -> Any:
            return StringProvider(entry.data)

        def get_hints(self) -> dict[Any, int]:
            return {Hint.FRONT_ARTICLE: bool(entry.title)}

    return Written()


def _settled(made: bytes) -> bytes:
    """Return the archive with identities made from its content instead of by chance."""
    data = bytearray(made[:-_SUM])
    data[_UUID] = bytes(16)
    for found in _XAPIAN.finditer(data):
        data[found.start("uuid") : found.end("uuid")] = bytes(16)
    identity = hashlib.sha256(data).digest()[:16]
    data[_UUID] = identity
    for found in _XAPIAN.finditer(data):
        data[found.start("uuid") : found.end("uuid")] = identity
    return bytes(data) + hashlib.md5(data, usedforsecurity=False).digest()


@contextmanager
def _silence() -> Iterator[None]:
    """Keep off stdout what the library prints from C++ about its progress."""
    kept = os.dup(1)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nothing)

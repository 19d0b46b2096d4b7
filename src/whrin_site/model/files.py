"""The files of a site by their path. What did not change stays on the disk until somebody reads it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from whrin_site.model.pieces import Seams

_HIDDEN = b'<meta name="robots" content="noindex'


def hides(data: bytes) -> bool:
    """Tell whether a page asks search engines to pass it over."""
    return _HIDDEN in data


class _InMemory(ABC):
    """Bytes that need not be read from a file to be known."""

    @abstractmethod
    def read(self) -> bytes:
        """Return the bytes."""

    @cached_property
    def sum(self) -> str:
        """Their SHA-256 sum."""
        return sha256(self.read()).hexdigest()

    @property
    def size(self) -> int:
        """How many bytes they are."""
        return len(self.read())

    @property
    def is_hidden(self) -> bool:
        """Tell whether the page asks search engines to pass it over."""
        return hides(self.read())


@dataclass(frozen=True)
class Fresh(_InMemory):
    """Bytes just made. `key` tells what they were made from; without one they are made each time."""

    data: bytes
    key: str = ""
    seams: Seams = ()

    def read(self) -> bytes:
        """Return the bytes."""
        return self.data


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Bytes that lie in a file, and what is known of them.

    `identity` is size, time of change (nanoseconds) and number of that file. With `may_move` nobody
    else needs the file where it is. `again` makes the bytes once more, should the file be another one.
    """

    file: str
    key: str
    seams: Seams
    sum: str
    is_hidden: bool
    identity: tuple[int, int, int]
    may_move: bool
    again: Callable[[], bytes]

    @property
    def size(self) -> int:
        """How many bytes they are."""
        return self.identity[0]

    def read(self) -> bytes:
        """Return the bytes, and no others than those that were kept."""
        try:
            data = Path(self.file).read_bytes()
        except OSError:
            return self.again()
        return data if sha256(data).hexdigest() == self.sum else self.again()


class Awaited(_InMemory):
    """Bytes that are made when somebody first asks for them."""

    seams: Seams = ()

    def __init__(self, make: Callable[[], bytes], key: str = "") -> None:
        self._make, self.key = make, key

    def read(self) -> bytes:
        """Return the bytes."""
        return self._made

    @cached_property
    def _made(self) -> bytes:
        return self._make()


Leaf = Fresh | Kept | Awaited


def kilobytes(leaf: Leaf) -> int:
    """Return the size of a file as readers are told it."""
    return max(1, round(leaf.size / 1000))


class Files(Mapping[str, bytes]):
    """Files by path. `leaf` tells what is known of one without reading it."""

    def __init__(self, leaves: Mapping[str, Leaf]) -> None:
        self._leaves = leaves

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> "Files":
        """Return the same files; plain bytes become fresh ones."""
        if isinstance(files, Files):
            return files
        return cls({path: Fresh(data) for path, data in files.items()})

    def __getitem__(self, path: str) -> bytes:
        return self._leaves[path].read()

    def __iter__(self) -> Iterator[str]:
        return iter(self._leaves)

    def __len__(self) -> int:
        return len(self._leaves)

    def __or__(self, other: Mapping[str, bytes]) -> "Files":
        return Files({**self._leaves, **Files.of(other)._leaves})

    def leaf(self, path: str) -> Leaf:
        """Return what is known of a file."""
        return self._leaves[path]

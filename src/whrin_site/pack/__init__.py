"""Stage: a built site → editions to take along. One edition, one file; each yields its files."""

from collections.abc import Iterator
from typing import Protocol

from whrin_site.model.edition import Material
from whrin_site.pack import ebooks, kiwix, leaflets, papers, usb


class Edition(Protocol):
    """A module that makes one edition."""

    NAME: str
    """By which the command line calls it, and the name of its folder among the packs."""

    ABOUT: str
    """What it is, in a few words for the help."""

    LINKED: bool
    """Whether it stands beside the pages, which link to it; then it is made before them."""

    def missing(self) -> str | None:
        """Return what this computer lacks to make it, and how to get that, as a sentence."""

    def make(self, material: Material) -> Iterator[tuple[str, bytes]]:
        """Yield the name and the bytes of each file. The same material gives the same bytes."""


EDITIONS: tuple[Edition, ...] = (leaflets, papers, ebooks, kiwix, usb)
"""All editions, in the order in which they are made."""

"""Edition: the whole site in one archive, to be unpacked onto a stick."""

from collections.abc import Iterator

from whrin_site.model import addresses
from whrin_site.model.edition import Material
from whrin_site.model.problems import SiteError
from whrin_site.tools import sums
from whrin_site.tools.archive import archive
from whrin_site.tools.marked import M_
from whrin_site.tools.portable import faults

NAME = "usb"
ABOUT = M_("Making the whole site as a ZIP archive for a USB stick")
LINKED = False


def missing() -> str | None:
    """Return nothing: Python alone can make it."""
    return None


def make(material: Material) -> Iterator[tuple[str, bytes]]:
    """Yield the archive, named after the day of the edition."""
    yield f"directory-{material.day.isoformat()}.zip", archive(carried(material), material.day)


def carried(material: Material) -> dict[str, bytes]:
    """Return the files of a copy on a stick: the site's own, to the byte, and what helps without a web.

    The page for lost readers stays at home: only a server shows it, and its links begin at a server's root.
    Raises SiteError for names that some system or stick does not keep.
    """
    # The page that asks for a language, under a name that sorts before all others.
    start = {addresses.START_OF_COPY: material.files[addresses.ROOT]}
    files = {**material.files, **start, addresses.READ_ME: material.sheets[addresses.READ_ME]}
    if found := tuple(faults(files)):
        raise SiteError("This copy would not survive every stick: {said}.", said="; ".join(found))
    del files[addresses.SUMS], files[addresses.NOT_FOUND]
    return {**files, addresses.SUMS: sums.list_of(files)}

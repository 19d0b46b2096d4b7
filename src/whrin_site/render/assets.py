"""Published form: the style sheet, the script and the icons, each one file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from posixpath import normpath

from whrin_site.model import addresses
from whrin_site.model.problems import SiteError

Files = Mapping[str, bytes]

_IMPORT = re.compile(r'^@import "([^"]+)";\n', re.MULTILINE)
_COPIED = {
    addresses.ICON: "static/images/icon.svg",
    addresses.LEAVE_ICON: "static/kitchen/kitchen.svg",
    addresses.LEAVE_SCRIPT: "static/kitchen/kitchen.js",
}


def render(files: Files) -> Iterator[tuple[str, bytes]]:
    """Yield what all pages share.

    `static/css/site.css` names the sheets in their order; they are put in its place,
    so that a page asks for one style sheet. The scripts follow one another by name; those in a
    folder of their own are for the one page of that name.
    """
    yield addresses.STYLE, style_sheet(files, "static/css/site.css").encode()
    yield addresses.SCRIPT, joined(files, "static/js")
    yield addresses.CONTRIBUTE_SCRIPT, joined(files, "static/js/contribute")
    for address, path in _COPIED.items():
        yield address, _read(files, path)


def style_sheet(files: Files, path: str) -> str:
    """Return a style sheet with those that it imports in their places."""
    folder = PurePosixPath(path).parent

    def sheet(found: re.Match[str]) -> str:
        return style_sheet(files, normpath(f"{folder}/{found[1]}"))

    return _IMPORT.sub(sheet, _read(files, path).decode())


def joined(files: Files, folder: str) -> bytes:
    """Return all scripts of a folder as one, in the order of their names."""
    return scripts(
        files, sorted(path for path in files if path.endswith(".js") and path.rpartition("/")[0] == folder)
    )


def scripts(files: Files, paths: Iterable[str]) -> bytes:
    """Return these scripts as one."""
    return b"\n".join(_read(files, path) for path in paths)


def _read(files: Files, path: str) -> bytes:
    if path not in files:
        raise SiteError("{path} is missing.", path=path)
    return files[path]

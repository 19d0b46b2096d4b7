"""Published form: the style sheet, the script and the icon, each one file."""

import re
from collections.abc import Iterator, Mapping

from whrin_site.model import addresses
from whrin_site.model.problems import SiteError

Files = Mapping[str, bytes]

_IMPORT = re.compile(r'^@import "([^"]+)";\n', re.MULTILINE)
_ICON = "static/images/icon.svg"


def render(files: Files) -> Iterator[tuple[str, bytes]]:
    """Yield what all pages share.

    `static/css/site.css` names the sheets in their order; they are put in its place,
    so that a page asks for one style sheet. The scripts follow one another by name.
    """
    yield addresses.STYLE, _style(files).encode()
    scripts = sorted(path for path in files if path.startswith("static/js/") and path.endswith(".js"))
    yield addresses.SCRIPT, b"\n".join(files[path] for path in scripts)
    yield addresses.ICON, _read(files, _ICON)


def _style(files: Files) -> str:
    def sheet(found: re.Match[str]) -> str:
        return _read(files, f"static/css/{found[1]}").decode()

    return _IMPORT.sub(sheet, _read(files, "static/css/site.css").decode())


def _read(files: Files, path: str) -> bytes:
    if path not in files:
        raise SiteError(f"{path} is missing.")
    return files[path]

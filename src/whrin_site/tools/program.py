"""Which program this is, to the byte."""

import sys
from functools import cache
from pathlib import Path

from whrin_site.tools.fingerprint import fingerprint


@cache
def program() -> str:
    """Return a fingerprint of the package's own code, and of the packages installed and their versions."""
    package = Path(__file__).resolve().parent.parent
    code = (file.read_bytes() for file in sorted(package.rglob("*.py")))
    folders = (Path(folder) for folder in sys.path if folder.endswith("-packages"))
    installed = sorted(found.name for folder in folders for found in folder.glob("*.dist-info"))
    return fingerprint([sys.version, *installed, *code])

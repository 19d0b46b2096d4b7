"""Which program this is, to the byte."""

import re
import sys
from functools import cache
from pathlib import Path

from whrin_site.tools.fingerprint import fingerprint


@cache
def program() -> str:
    """Return a fingerprint of the package's own code, and of the packages installed and their versions."""
    package = Path(__file__).resolve().parent.parent
    code = (file.read_bytes() for file in sorted(package.rglob("*.py")))
    return fingerprint([sys.version, *(part for package in installed().items() for part in package), *code])


@cache
def installed() -> dict[str, str]:
    """Return the versions of the packages installed, by their normalized names (with hyphens).

    As the folders `NAME-VERSION.dist-info` have them (packaging.python.org, "Recording installed projects"):
    `importlib.metadata` reads and parses files of each package, for which every build would wait.
    """
    folders = (Path(folder) for folder in sys.path if folder.endswith("-packages"))
    names = sorted(found.stem for folder in folders for found in folder.glob("*.dist-info"))
    found = (name.rpartition("-") for name in names)
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, _, version in found}

"""Which program this is, to the byte."""

import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from whrin_site.tools.fingerprint import fingerprint


@cache
def program() -> str:
    """Return a fingerprint of the package's own code, and of the packages installed and their versions."""
    package = Path(__file__).resolve().parent.parent
    code = (file.read_bytes() for file in sorted(package.rglob("*.py")))
    return fingerprint([sys.version, *_installed(), *code])


def with_program(files: Mapping[str, bytes], paths: Iterable[str]) -> str:
    """Return a fingerprint of the program and of some files, each with its path; a missing one is empty."""
    found = ((path, files.get(path, b"")) for path in sorted(paths))
    return fingerprint([program(), *(part for one in found for part in one)])


def version_of(package: str) -> str:
    """Return the version of a package that is installed, given by its normalized name (with hyphens).

    `importlib.metadata` reads and parses files, for which every build would wait: it is asked only where
    no folder's name has the answer.
    """
    for name, _, version in (found.rpartition("-") for found in _installed()):
        if re.sub(r"[-_.]+", "-", name).lower() == package:
            return version
    from importlib.metadata import version as recorded

    return recorded(package)


@cache
def _installed() -> tuple[str, ...]:
    """Return `NAME-VERSION` of all packages (PyPA, recording projects), in the order of imports."""
    folders = (Path(folder) for folder in sys.path if folder.endswith("-packages"))
    return tuple(found for folder in folders for found in sorted(p.stem for p in folder.glob("*.dist-info")))

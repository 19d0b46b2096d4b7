"""Which program this is, to the byte."""

import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from whrin_site.tools.fingerprint import fingerprint

_LIBRARIES = ("babel", "jinja2", "markdown", "markupsafe", "nh3", "pagefind-bin", "pyyaml")


@cache
def program() -> str:
    """Return a fingerprint of the package's own code and of the libraries that shape what it makes."""
    package = Path(__file__).resolve().parent.parent
    code = (file.read_bytes() for file in sorted(package.rglob("*.py")))
    return fingerprint([sys.version, *(version(name) for name in _LIBRARIES), *code])

"""The system libraries that make PDFs: the tests need them, and Debian has them."""

import contextlib
from ctypes.util import find_library

from whrin_setup.programs import Say, SetupError, apt_get, may_install

_LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
"""What WeasyPrint loads, and the package of Debian that has it."""


def provide_libraries(tell: Say) -> None:
    """Install the libraries that are missing, where that can be done without asking.

    Elsewhere nothing happens: whatever needs them says so itself.
    """
    missing = [package for name, package in _LIBRARIES.items() if not find_library(name)]
    if missing and may_install():
        tell(f"Installing {' and '.join(missing)} with apt-get, for the leaflets …")
        with contextlib.suppress(SetupError):  # Debian before 12 has no libharfbuzz-subset0, and does without
            apt_get(missing)

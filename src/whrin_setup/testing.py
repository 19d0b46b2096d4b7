"""All that tests need besides the packages: git, libraries, web servers, and the browsers that they drive."""

import os
from collections.abc import Sequence
from pathlib import Path

from whrin_setup.browsers import needs_browsers, provide_browsers
from whrin_setup.history import provide_git
from whrin_setup.libraries import provide_libraries
from whrin_setup.programs import Say
from whrin_setup.servers import provide_servers


def provide_for_tests(root: Path, python: str, arguments: Sequence[str], tell: Say) -> dict[str, str]:
    """Get what pytest needs for these arguments, and return the variables that name the browsers."""
    provide_git(tell)
    provide_libraries(tell)
    if not needs_browsers(root, arguments):
        return {}
    browsers = provide_browsers(python, os.environ, tell)
    provide_servers(tell)
    return browsers

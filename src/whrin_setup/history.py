"""Git, by which tests make histories of content: found, or installed by Debian."""

import shutil

from whrin_setup.programs import Say, apt_get, may_install


def provide_git(tell: Say) -> None:
    """Install git if it is not here and nobody has to be asked; without it, its tests say so."""
    if shutil.which("git") or not may_install():
        return
    tell("Installing git with apt-get, for the tests of histories …")
    apt_get(["git"])

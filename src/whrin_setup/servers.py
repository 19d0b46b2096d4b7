"""The web server with which one of the browser tests serves the site: found, or installed by Debian."""

import shutil

from whrin_setup.programs import Say, apt_get, may_install


def provide_nginx(tell: Say) -> None:
    """Install nginx if it is not here and nobody has to be asked; without it, its tests say so."""
    # Debian keeps it where only root looks for programs.
    if shutil.which("nginx") or shutil.which("/usr/sbin/nginx") or not may_install():
        return
    tell("Installing nginx-light with apt-get, for the browser tests …")
    apt_get(["nginx-light"])

"""The web servers with which browser tests serve the site: found, or installed by Debian."""

import shutil
from dataclasses import dataclass

from whrin_setup.programs import Say, apt_get, may_install


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A web server, the names of its program, and Debian's packages that have it without starting it."""

    name: str
    programs: tuple[str, ...]
    debian: tuple[str, ...]

    @property
    def program(self) -> str | None:
        """Where it is. Debian keeps servers where only root looks for programs."""
        places = (place for name in self.programs for place in (name, f"/usr/sbin/{name}"))
        return next(filter(None, map(shutil.which, places)), None)


NGINX = Server(name="nginx", programs=("nginx",), debian=("nginx-light",))
APACHE = Server(name="Apache", programs=("apache2",), debian=("apache2-bin", "media-types"))


def provide_servers(tell: Say) -> None:
    """Install the servers that are not here if nobody has to be asked; without one, its tests say so."""
    missing = [server for server in (NGINX, APACHE) if not server.program]
    if not missing or not may_install():
        return
    tell(
        f"Installing {' and '.join(server.name for server in missing)} with apt-get, for the browser tests …"
    )
    apt_get([package for server in missing for package in server.debian])

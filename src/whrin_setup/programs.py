"""Other programs, run without a word unless they fail, and then with a sentence."""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

Say = Callable[[str], None]

_REASONS = {
    "No space left|not enough space|[Qq]uota exceeded": "the disk is full; make room and try again",
    "DO NOT MATCH THE HASHES": "a fetched package is not the one that was locked, so nothing was installed",
    "Permission denied|Read-only file system": "this folder cannot be written to",
    "NewConnectionError|NameResolution|Temporary failure|unreachable|timed out|ProxyError|SSLError"
    "|Connection (refused|reset|broken)|ENOTFOUND|EAI_AGAIN|ECONN": "there is no network; try again with one",
    "No matching distribution": "there is no network, or no package for this system and this Python",
}


class SetupError(Exception):
    """What makes going on impossible, as a sentence for whoever gave the command."""


def say(line: str) -> None:
    """Tell how far the set-up is; not on stdout, which belongs to the command."""
    with contextlib.suppress(OSError):
        print(line, file=sys.stderr or io.StringIO(), flush=True)


def silent(line: str) -> None:
    """Tell nothing."""


def must(failure: str, command: Sequence[str]) -> str:
    """Return what a program printed; if it fails, say what could not be done for which reason."""
    try:
        done = _run(command)
    except OSError as error:
        raise SetupError(f"{failure}: {command[0]} cannot be started ({error.strerror})") from error
    if done.returncode:
        raise SetupError(f"{failure}: {reason(done.stdout)}")
    return done.stdout


def reason(printed: str) -> str:
    """Return why a program failed, in plain words where they are known, else in its own last ones."""
    for pattern, words in _REASONS.items():
        if re.search(pattern, printed):
            return words
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    errors = [line for line in lines if re.match(r"E:|(\w+ )?[Ee]rror|ERROR", line)]
    return (errors or lines or ["it does not say why"])[-1].rstrip(".")


def may_install() -> bool:
    """Tell whether Debian's packages can be installed here without asking anybody."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_get(packages: Sequence[str]) -> None:
    """Install Debian packages, in the newest versions if they can be asked for."""
    # With an old list apt-get fails, or installs a browser that the tests cannot drive.
    _run(["apt-get", "update"])
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    must(f"apt-get could not install {' and '.join(packages)}", install)


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8", "PIP_USER": "0"},
        # A program that outlives this one keeps the lock of the environment until it ends.
        close_fds=False,
    )

#!/usr/bin/env python3
"""The door: set up once what is missing, then run the command line of the package.

    python3 build.py [COMMAND …]     all that `python -m whrin_site` can do; without a command: build
    python3 build.py test [ARGS …]   run the tests; ARGS go to pytest

The first run makes a Python environment in .venv from the locked packages in requirements/, and `test` also
finds or fetches the browsers that its browser tests drive, and the libraries that make PDFs. Later runs
change nothing and need no network.

    WHRIN_VENV       another place for the environment, say for a checkout that cannot be written to
    WHRIN_CHROMIUM   the Chromium for the tests, by its path; without it one is looked for, then fetched
    WHRIN_FIREFOX    the same for Firefox

Exit code 3 means that the set-up or the command could not go on; one sentence says why.
"""

import sys

if __name__ == "__main__" and not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)):
    # What lies beside this file must not pass for a module of Python's own: nothing is imported from here.
    del sys.path[0]

# Old Pythons must be able to read this file to come here, so its grammar is that of 3.6.
if sys.version_info < (3, 11):  # noqa: UP036 -- the sentence for those who have an older one
    sys.stderr.write("build.py: Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ".\n")
    sys.exit(3)

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
CANNOT_GO_ON = 3

sys.path.append(str(ROOT / "src"))  # behind the standard library, which nothing in src may stand in for

from whrin_setup.environment import environment_folder, provide_environment
from whrin_setup.programs import Say, SetupError, say, silent


def main(arguments: Sequence[str]) -> int:
    """Set up what is missing, run what the arguments ask for, and return its exit code."""
    testing = arguments[:1] == ["test"]
    tell = silent if {"-q", "--quiet"} & set(arguments) else say
    browsers = {}
    try:
        folder = environment_folder(ROOT, os.environ)
        python = python_for(arguments, folder, tell)
        if testing:
            from whrin_setup.testing import provide_for_tests  # which takes a while to come up

            browsers = provide_for_tests(ROOT, python, arguments[1:], tell)
    except SetupError as error:
        say(f"build.py: {error}.")
        return CANNOT_GO_ON
    if testing:
        os.chdir(ROOT)
        return hand_over([python, "-P", "-m", "pytest", *arguments[1:]], browsers)
    return hand_over([python, "-P", "-m", "whrin_site", *for_this_checkout(arguments)], {})


def python_for(arguments: Sequence[str], folder: Path, tell: Say) -> str:
    """Return the Python with the packages for a command. Some editions can do without those of `pack`."""
    if arguments[:1] == ["pack"]:
        try:
            return provide_environment(ROOT, folder, "pack", tell)
        except SetupError as error:
            say(f"build.py: {error}. Some editions cannot be made without.")
    return provide_environment(ROOT, folder, "test" if arguments[:1] == ["test"] else "run", tell)


def for_this_checkout(arguments: Sequence[str]) -> list[str]:
    """Return the arguments so that they mean this checkout, wherever the command was given."""
    command, *rest = arguments or ["build"]
    named = command.startswith("-") or any(argument.startswith("--root") for argument in rest)
    here = os.path.samefile(os.curdir, ROOT)
    return [command, *([] if named or here else [f"--root={ROOT}"]), *rest]


def hand_over(command: list[str], variables: Mapping[str, str]) -> int:
    """Let this command go on in our place, or return its exit code where the system cannot do that."""
    environment = {**os.environ, **variables}
    # Packages from elsewhere would come before the locked ones.
    environment.pop("PYTHONPATH", None)
    environment.pop("PYTHONHOME", None)
    if os.name == "posix":
        # One process, so that every signal reaches the one that works, and Ctrl-C is answered once.
        os.execve(command[0], command, environment)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command gets it as well, and answers it
    return subprocess.call(command, env=environment)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)

"""The browsers for the tests: named by a variable, found, installed by Debian, or fetched by Playwright."""

import contextlib
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from whrin_setup.programs import Say, SetupError, apt_get, may_install, must


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """A browser that tests drive."""

    variable: str
    programs: tuple[str, ...]
    debian: str
    playwright: str


BROWSERS = (
    Browser(
        variable="WHRIN_CHROMIUM",
        programs=("chromium", "chromium-browser", "google-chrome"),
        debian="chromium",
        playwright="chromium",
    ),
    Browser(
        variable="WHRIN_FIREFOX",
        programs=("firefox-esr", "firefox"),
        debian="firefox-esr",
        playwright="firefox",
    ),
)


def needs_browsers(root: Path, arguments: Sequence[str]) -> bool:
    """Tell whether pytest, given these arguments, would come to the browser tests."""
    tests = root / "tests" / "browser"
    if re.search(r"--ignore[= ]tests/browser\b", " ".join(arguments)):
        return False
    named = [root / argument.split("::")[0] for argument in arguments if not argument.startswith("-")]
    paths = [path.resolve() for path in named if path.exists()]
    return not paths or any(path.is_relative_to(tests) or tests.is_relative_to(path) for path in paths)


def find_browsers(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the paths of the browsers that are here, by variable."""
    found = {}
    for browser in BROWSERS:
        named = variables.get(browser.variable)
        here = [path for path in map(shutil.which, [named] if named else browser.programs) if path]
        if here:
            found[browser.variable] = here[0]
        elif named:
            raise SetupError(f"{browser.variable} names {named}, which is no program that can be started")
    return found


def provide_browsers(python: str, variables: Mapping[str, str], tell: Say) -> dict[str, str]:
    """Return the paths of the browsers, by variable, after installing those that are not here.

    A browser without a path was fetched by Playwright, which knows where it is.
    """
    found = find_browsers(variables)
    if _missing(found) and may_install():
        packages = [browser.debian for browser in _missing(found)]
        tell(f"Installing {' and '.join(packages)} with apt-get, for the browser tests …")
        with contextlib.suppress(SetupError):  # Ubuntu, say, has no firefox-esr; Playwright may do
            apt_get(packages)
        found = find_browsers(variables)
    if missing := [browser.playwright for browser in _missing(found)]:
        _fetch(python, missing, tell)
    return found


def _missing(found: Mapping[str, str]) -> list[Browser]:
    return [browser for browser in BROWSERS if browser.variable not in found]


def _fetch(python: str, names: Sequence[str], tell: Say) -> None:
    install = [python, "-P", "-m", "playwright", "install"]
    planned = must("Playwright does not start", [*install, "--dry-run", *names])
    places = [Path(place.strip()) for place in re.findall("Install location:(.+)", planned)]
    if all((place / "INSTALLATION_COMPLETE").exists() for place in places):
        return
    wanted = " and ".join(names)
    tell(f"Fetching {wanted} with Playwright, for the browser tests …")
    way_out = "to do without those tests, add --ignore=tests/browser"
    must(f"{wanted} could not be fetched for the browser tests ({way_out})", [*install, *names])

"""A program that builds a site again and again, is killed each time at another point, and looks what is left.

    python tests/interrupted.py FOLDER SIGNAL POINTS

It prints one line for each thing that is not as promised, and then how many points there were.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from kit import HOUSE, tree

from whrin_site.cli import main

Tree = dict[str, bytes]


def files(folder: Path) -> Tree:
    """Return every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def build(root: Path) -> None:
    """Build the site without its search, and say nothing."""
    sys.exit(main(["build", "--quiet", "--no-index", "--root", str(root), "--out", str(root / "site")]))


def apart(work: Callable[[], object]) -> int:
    """Do something in a process of its own; return its exit code, or minus the signal that ended it."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(int(getattr(sys.exc_info()[1], "code", 0) or 0))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def struck(work: Callable[[], object], point: int, number: int) -> Callable[[], None]:
    """Return the work, with a signal sent to itself at the given call of a function."""

    def strike() -> None:
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1
            if calls == point:
                os.kill(os.getpid(), number)

        sys.setprofile(count)
        work()

    return strike


def length(work: Callable[[], object]) -> int:
    """Return how many calls of functions a piece of work takes."""
    reading, writing = os.pipe()

    def counting() -> None:
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            work()
        finally:
            sys.setprofile(None)
            os.write(writing, str(calls).encode())

    apart(counting)
    return int(os.read(reading, 100))


def wrong(root: Path, old: Tree, new: Tree, point: int, number: int) -> list[str]:
    """Return what is not as promised after a build that was struck, and after the next one."""
    code = apart(struck(lambda: build(root), point, number))
    found = []
    if files(root / "site") not in (old, new):
        found.append(f"point {point}: the site is neither the old one nor the new one")
    if code not in (0, 3, -number, 128 + number):
        found.append(f"point {point}: the build ended with {code}")
    if apart(lambda: build(root)) != 0 or files(root / "site") != new:
        found.append(f"point {point}: the next build does not mend it")
    left = set(os.listdir(root)) - {"content", "templates", "static", "site", ".cache"}
    if left := left | {path.name for path in (root / ".cache").rglob("*.open")}:
        found.append(f"point {point}: this is left behind: {left}")
    return found


def strike(root: Path, number: int, points: int) -> list[str]:
    """Return all that is wrong when the build is struck at so many points, spread over its run."""
    good = tree()
    versions = [good[HOUSE], good[HOUSE].replace(b"House", b"Home").replace(b"give out", b"hand out")]
    for path, data in good.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    sites: list[Tree] = []
    for version in reversed(versions):
        (root / HOUSE).write_bytes(version)
        apart(lambda: build(root))
        sites.insert(0, files(root / "site"))
    assert sites[0] != sites[1]
    whole = length(lambda: build(root))
    found = []
    for turn in range(points):
        (root / HOUSE).write_bytes(versions[(turn + 1) % 2])
        point = 1 + whole * turn // points
        found += wrong(root, sites[turn % 2], sites[(turn + 1) % 2], point, number)
    return found


if __name__ == "__main__":
    folder, name, points = sys.argv[1:]
    for line in strike(Path(folder), signal.Signals[name], int(points)):
        print(line)
    print(f"{points} points")

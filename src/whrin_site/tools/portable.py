"""Names that every system keeps as they are: Windows, macOS, Linux, and sticks formatted as FAT."""

import re
from collections.abc import Iterable, Iterator

LONGEST = 119
"""The most characters of a path. Windows stops at 260, and somebody's folders stand before ours."""

_PLAIN = re.compile(r"[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*")
# Microsoft, "Naming Files, Paths, and Namespaces"; with any ending they are kept as well.
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}


def faults(paths: Iterable[str]) -> Iterator[str]:
    """Yield what is wrong with each path that somewhere could not be written, or would be another one."""
    taken: dict[str, str] = {}
    for path in sorted(paths):
        if not _PLAIN.fullmatch(path):
            yield f"{path!r} has signs other than a-z, A-Z, 0-9, dots, hyphens and low lines"
        elif len(path) > LONGEST:
            yield f"{path} is longer than {LONGEST} characters"
        elif any(_kept_by_windows(step) for step in path.split("/")):
            yield f"{path} has a name that Windows keeps for itself"
        for prefix in _prefixes(path):
            if taken.setdefault(prefix.lower(), prefix) != prefix:
                yield f"{path} and {taken[prefix.lower()]} differ in capitals only"


def _kept_by_windows(step: str) -> bool:
    return step.split(".")[0].lower() in _DEVICES or step.endswith(".") or step.lower() == "autorun.inf"


def _prefixes(path: str) -> Iterator[str]:
    steps = path.split("/")
    return ("/".join(steps[:number]) for number in range(1, len(steps) + 1))

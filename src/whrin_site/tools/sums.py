"""Lists of SHA-256 sums as `sha256sum` of GNU coreutils writes and reads them."""

import hashlib
import re
from collections.abc import Iterable, Mapping

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_FORBIDDEN = {"", ".", ".."}


def digest(data: bytes) -> str:
    """Return the SHA-256 sum of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def listing(sums: Mapping[str, str]) -> bytes:
    """Return the list of these sums, which are given by path; sorted, so that it is always the same."""
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums)).encode()


def list_of(files: Mapping[str, bytes]) -> bytes:
    """Return the list of the sums of these files."""
    return listing({path: digest(data) for path, data in files.items()})


def read(text: str) -> tuple[dict[str, str], tuple[int, ...]]:
    """Return the sums of a list by path, and the numbers of the lines that cannot be one of its lines.

    A path that leads out of the folder is no path of a list of ours.
    """
    found: dict[str, str] = {}
    wrong: list[int] = []
    for number, line in enumerate(text.splitlines(), start=1):
        parts = _LINE.fullmatch(line)
        if parts and _stays_within(parts[2].split("/")) and parts[2] not in found:
            found[parts[2]] = parts[1]
        else:
            wrong.append(number)
    return found, tuple(wrong)


def _stays_within(steps: Iterable[str]) -> bool:
    return not any(step in _FORBIDDEN or "\\" in step or ":" in step for step in steps)

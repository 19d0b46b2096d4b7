"""The same input gives the same bytes: elsewhere, by somebody else, at another time, over an older build."""

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kit import ROOT, tree

from whrin_site.tools.disk import read_tree

# Another clock, for all that Python asks it; in the past, where a date in a file would show.
LATER = """
import datetime, runpy, sys, time
clock = time.time
time.time = lambda: clock() - 9e8
time.time_ns = lambda: int(time.time() * 1e9)
for name in ("localtime", "gmtime"):
    told = getattr(time, name)
    setattr(time, name, lambda seconds=None, told=told: told(time.time() if seconds is None else seconds))
class Date(datetime.datetime):
    @classmethod
    def now(cls, zone=None): return cls.fromtimestamp(time.time(), zone)
datetime.datetime = Date
sys.argv[0] = "whrin-site"
runpy.run_module("whrin_site", run_name="__main__")
"""


@contextmanager
def checkout(files: Mapping[str, bytes], name: str, times: int) -> Iterator[Path]:
    """A tree of content that anybody may write to, made in this order of files, changed at this time."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / name
        for path, data in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
            os.utime(root / path, (times, times))
        for folder in (Path(place), *Path(place).rglob("")):
            folder.chmod(0o777)
        yield root


def somebody_else() -> dict[str, Any]:
    """Return whom to run as: "nobody", where that is possible and anybody may read the program."""
    if os.name != "posix" or os.geteuid() != 0:
        return {}
    programs = (ROOT / "src" / "whrin_site", Path(sys.executable), Path(sys.executable).resolve())
    folders = {folder for program in programs for folder in program.parents}
    readable = all(folder.stat().st_mode & stat.S_IXOTH for folder in folders)
    return {"user": "nobody", "group": "nogroup", "extra_groups": []} if readable else {}


def pack(root: Path, start: list[str], variables: Mapping[str, str], **options: Any) -> None:
    command = [sys.executable, "-P", *start, "pack", "usb", "--quiet"]
    environment = {**os.environ, **variables}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False, **options
    )
    assert done.returncode == 0, done.stderr


def published(root: Path) -> dict[str, tuple[int, bytes]]:
    """Return mode and bytes of every file in the site and the editions."""
    files = (path for folder in ("_site", "_packs") for path in (root / folder).rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): (stat.S_IMODE(path.stat().st_mode), path.read_bytes())
        for path in files
    }


def test_two_builds_that_differ_in_all_but_the_input_are_equal():
    files = read_tree(ROOT, ("content", "templates", "static"))
    here = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": "/"}
    there = {"TZ": "America/St_Johns", "LC_ALL": "ru_RU.UTF-8", "LANG": "ru_RU.UTF-8", "PYTHONHASHSEED": "2"}
    with checkout(files, "one", 0) as one, checkout(tree(), "Другая & папка", 1) as other:
        pack(other, ["-m", "whrin_site"], there, **somebody_else())  # an older build, of another site
        backwards = dict(reversed(files.items()))
        for path in set(tree()) - set(files):
            (other / path).unlink()
        for path, data in backwards.items():
            (other / path).parent.mkdir(parents=True, exist_ok=True)
            (other / path).write_bytes(data)
        pack(one, ["-m", "whrin_site"], here, umask=0o077)
        pack(other, ["-c", LATER], there, umask=0o002, **somebody_else())
        first, second = published(one), published(other)

    assert len(first) > 200
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []

"""The table of README.md, from what was measured."""

import json
import os
import platform
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from contestants import Contestant

README = Path(__file__).resolve().parent / "README.md"
_WORK = {
    "cold": "cold build",
    "nothing": "nothing changed",
    "edit": "one case study edited",
    "frame": "the frame of all pages edited",
    "page": "the template of a case study edited",
}

Line = dict[str, Any]


def write(results: Path, found: list[Contestant]) -> None:
    """Put the table of the newest commit measured into README.md, and print it."""
    lines = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
    newest = lines[-1]["commit"]
    text = "\n".join(_table([line for line in lines if line["commit"] == newest], found))
    print(text)
    put(text, "the table")


def put(text: str, name: str) -> None:
    """Put this text between the marks of this name in README.md."""
    begin, end = f"<!-- {name} begins -->", f"<!-- {name} ends -->"
    before, _, rest = README.read_text(encoding="utf-8").partition(begin)
    README.write_text(f"{before}{begin}\n\n{text}\n\n{end}{rest.partition(end)[2]}", encoding="utf-8")


def machine() -> str:
    """Return what this machine is, for people who compare."""
    cpu = re.search("model name\\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    return (
        f"{os.cpu_count()} × {cpu[1] if cpu else platform.machine()}, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


def _table(lines: list[Line], found: list[Contestant]) -> Iterator[str]:
    yield f"{machine()}. Measured: " + "; ".join(f"{one.name} {one.version()}" for one in found) + "."
    yield ""
    names = ("work", "generator", "seconds", "processor seconds", "of Hugo’s cold build", "peak MiB")
    yield f"| case studies | {' | '.join(names)} | others’ share | runs |"
    yield "|---:|---|---|---:|---:|---:|---:|---:|---:|"
    for n in sorted({line["n"] for line in lines}):
        for mode, words in _WORK.items():
            for one in found:
                some = [line for line in lines if _is(line, n, one.name, mode)]
                if some:
                    yield _row(lines, some, n, words, one.name, mode)


def _row(lines: list[Line], some: list[Line], n: int, words: str, name: str, mode: str) -> str:
    hugo = {line["round"]: line["wall"] for line in lines if _is(line, n, "hugo", "cold")}
    # Pairs of the same round: whatever slowed the machine then slowed both.
    ratios = [line["wall"] / hugo[line["round"]] for line in some if line["round"] in hugo]
    memory = [line["memory"] for line in lines if mode == "cold" and _is(line, n, name, "memory")]
    cells = (
        f"{n:,}",
        words,
        name,
        f"{median(line['wall'] for line in some):.2f}",
        f"{median(line['cpu'] for line in some):.2f}",
        f"{median(ratios):.3f}" if ratios else "",
        f"{memory[-1]:.0f}" if memory else "",
        f"{median(line['others'] for line in some):.0%}",
        str(len(some)),
    )
    return "| " + " | ".join(cells) + " |"


def _is(line: Line, n: int, name: str, mode: str) -> bool:
    return (line["n"], line["name"], line["mode"]) == (n, name, mode)

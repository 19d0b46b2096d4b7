#!/usr/bin/env python3
"""Measure this project beside other generators on the same directory, and write the table of README.md.

    python3 benchmarks/run.py                      all of it: 100, 1,000 and 10,000 case studies, five rounds
    python3 benchmarks/run.py --n 1000 --rounds 3  less of it
    python3 benchmarks/run.py --report             only the table, from what was measured before

The first run installs the other generators below --work. A run that was stopped goes on where it was;
another commit of the project is measured anew.
"""

import argparse
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import report
from check import faults
from contestants import Contestant, contestants, link_modules, set_up
from corpus import make
from layouts import LAYOUTS, PROJECT
from measure import run, wait_for_calm

MODES = {
    "hugo": ("cold", "nothing", "edit", "memory"),
    "whrin_site": ("cold", "nothing", "edit", "frame", "page", "memory"),
    "eleventy": ("cold", "nothing", "memory"),
}
"""What is measured of each generator, in this order, in every round; memory only in the first."""


def main() -> None:
    """Measure what has not been measured yet, and write the table."""
    options = _options()
    results = options.work / "results.jsonl"
    if not options.report:
        options.work.mkdir(parents=True, exist_ok=True)
        set_up(options.work)
        for n in options.n:
            _prepare(options.work, n)
        for line in _measured(options, results):
            with results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")
            print(line, flush=True)
    report.write(results, contestants(options.work, options.n[0]))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--n", type=_numbers, default=[100, 1000, 10000], help="case studies, such as 100,1000"
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--work", type=Path, default=PROJECT / ".cache" / "benchmarks")
    parser.add_argument("--wait", type=float, default=20, help="seconds to wait for a calm machine")
    parser.add_argument("--report", action="store_true")
    return parser.parse_args()


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _prepare(work: Path, n: int) -> None:
    """Write the corpus for every generator, build it with each, and compare what they made."""
    done = work / "sites" / str(n) / f"checked-{_commit()}"
    if done.exists():
        return
    entries, sections = make(n)
    for one in contestants(work, n):
        LAYOUTS[one.name](one.root, entries, sections)
        if one.name == "eleventy":
            link_modules(one.root, work)
        one.wipe()
        run(one.command, one.root, one.variables)
        found = list(faults(one.name, one.root / one.out, entries))
        if found:
            raise SystemExit("\n".join(found[:5]))
        print(f"{one.name}: {n} case studies, equivalent", flush=True)
    done.touch()


def _measured(options: argparse.Namespace, results: Path) -> Iterator[dict[str, object]]:
    commit = _commit()
    known = set()
    for line in results.read_text(encoding="utf-8").splitlines() if results.exists() else ():
        known.add(_key(json.loads(line)))
    for number in range(options.rounds):
        for n in options.n:
            for one in contestants(options.work, n):
                for mode in MODES[one.name]:
                    line = {"commit": commit, "n": n, "name": one.name, "mode": mode, "round": number}
                    if _key(line) not in known and not (mode == "memory" and number):
                        yield line | _once(one, mode, number, options.wait)


def _key(line: dict[str, object]) -> tuple[object, ...]:
    return tuple(line[name] for name in ("commit", "n", "name", "mode", "round"))


def _once(one: Contestant, mode: str, number: int, wait: float) -> dict[str, object]:
    """Return what one run took, after bringing the site into the state that the mode means."""
    if mode in ("cold", "memory"):
        one.wipe()
    change = {"edit": one.edit, "frame": one.edit_frame, "page": one.edit_page}.get(mode)
    word = change(number) if change else ""
    wait_for_calm(wait)
    done = run(one.command, one.root, one.variables, mode == "memory")
    if word and not one.holds(word):
        raise SystemExit(f"{one.name} did not publish what was edited ({mode})")
    return {"wall": done.wall, "cpu": done.cpu, "memory": done.memory, "others": done.others}


def _commit() -> str:
    command = ["git", "-C", str(PROJECT), "describe", "--always", "--dirty", "--exclude=*"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    main()

"""The table of searches in README.md, from what was measured."""

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from report import machine, put
from search_peers import OURS, PACKAGES

Line = dict[str, Any]

_NAMES = ("words", "search", "http: KB", "ours of it", "requests", "seconds", "later KB")
_FROM_DISK = ("file: KB", "files", "seconds")


def write(results: Path) -> None:
    """Put the table into README.md, and print it; of this project with the newest commit measured."""
    lines = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
    commit = [line["commit"] for line in lines if line["name"] == OURS][-1]
    text = "\n".join(_table([line for line in lines if line["commit"] in ("", commit)], commit))
    print(text)
    put(text, "search")


def _table(lines: list[Line], commit: str) -> Iterator[str]:
    others = ", ".join(package.replace("==", " ") for package in PACKAGES)
    yield f"{machine()}, Chromium. Measured: {OURS} commit {commit}; {others}."
    yield ""
    yield f"| case studies | {' | '.join(_NAMES + _FROM_DISK)} |"
    yield f"|---:|---|---|{'---:|' * (len(_NAMES + _FROM_DISK) - 2)}"
    asked = dict.fromkeys((line["n"], line["kind"], line["words"]) for line in lines)
    names = {line["name"] for line in lines}
    for n, kind, words in sorted(asked, key=lambda one: (one[0], one[1] != "rare")):
        some = [line for line in lines if (line["n"], line["words"]) == (n, words)]
        for name in (OURS, *sorted(names - {OURS})):
            mine = [line for line in some if line["name"] == name]
            if mine:
                cells = (f"{n:,}", f"{words} ({kind})", name, *_over_http(mine, some), *_from_disk(mine))
                yield "| " + " | ".join(cells) + " |"


def _over_http(mine: list[Line], all_of_them: list[Line]) -> tuple[str, ...]:
    answers = _answers(mine, "http")
    if not answers:
        return (_none(mine, "http"), "", "", "", "")
    size = _middle(answers, "size")
    ours = _answers([line for line in all_of_them if line["name"] == OURS], "http")
    share = f"{_middle(ours, 'size') / size:.2f}" if ours else ""
    requests, seconds = f"{_middle(answers, 'requests'):.0f}", f"{_middle(answers, 'seconds'):.2f}"
    return (_kilobytes(size), share, requests, seconds, _kilobytes(_middle(answers, "size_after")))


def _from_disk(mine: list[Line]) -> tuple[str, ...]:
    answers = _answers(mine, "file")
    if not answers:
        return (_none(mine, "file"), "", "")
    requests, seconds = f"{_middle(answers, 'requests'):.0f}", f"{_middle(answers, 'seconds'):.2f}"
    return (_kilobytes(_middle(answers, "size")), requests, seconds)


def _none(lines: list[Line], scheme: str) -> str:
    return "does not work" if any(line["scheme"] == scheme for line in lines) else "not measured"


def _answers(lines: list[Line], scheme: str) -> list[Line]:
    return [line for line in lines if line["scheme"] == scheme and not line.get("failed")]


def _middle(answers: list[Line], name: str) -> float:
    return median(line[name] for line in answers)


def _kilobytes(size: float) -> str:
    return f"{size / 1000:,.0f}"

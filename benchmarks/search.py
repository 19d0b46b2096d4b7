#!/usr/bin/env python3
"""Measure the search of this project beside those of other generators, and write the table of README.md.

    .venv/bin/python benchmarks/search.py                1,000 and 10,000 case studies, three rounds
    .venv/bin/python benchmarks/search.py --report       only the table, from what was measured before

It runs in the environment of the tests (`python3 build.py test` makes it), since it needs a browser. The
first run installs the other generators below --work; a run that was stopped goes on where it was.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import search_report
from corpus import make
from layouts import PROJECT
from search_peers import OURS, build, commit, searched, set_up
from search_reader import ask, chromium, served

WORDS = {"rare": {"en": "Sydney", "ru": "Сидней"}, "frequent": {"en": "women", "ru": "женщин"}}
"""What is asked: a city that few case studies name, and a word that nearly all of them have."""


def main() -> None:
    """Measure what has not been measured yet, and write the table."""
    options = _options()
    results = options.work / "search-results.jsonl"
    if not options.report:
        options.work.mkdir(parents=True, exist_ok=True)
        set_up(options.work)
        for n in options.n:
            build(options.work, n, *make(n), options.only)
        for line in _measured(options, results):
            with results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
            print(line, flush=True)
    search_report.write(results)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--n", type=_list(int), default=[1000, 10000], help="case studies, such as 100,1000")
    parser.add_argument("--only", type=_list(str), default=[], help="generators, such as whrin_site,sphinx")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=Path, default=PROJECT / ".cache" / "benchmarks")
    parser.add_argument("--report", action="store_true")
    return parser.parse_args()


def _list(kind: type) -> object:
    return lambda text: [kind(part) for part in text.split(",")]


def _measured(options: argparse.Namespace, results: Path) -> Iterator[dict[str, object]]:
    lines = results.read_text(encoding="utf-8").splitlines() if results.exists() else ()
    known = {_key(json.loads(line)) for line in lines}
    with chromium() as browser:
        for n in options.n:
            for language in ("en", "ru"):
                for one in searched(options.work, n, language, options.only):
                    with served(one.folder) as folder:
                        for line in _asked(n, language, one.name, options.rounds):
                            if _key(line) not in known:
                                words, scheme = str(line["words"]), str(line["scheme"])
                                answer = ask(browser, folder, one, words, scheme)
                                yield line | (asdict(answer) if answer else {"failed": True})


def _asked(n: int, language: str, name: str, rounds: int) -> Iterator[dict[str, object]]:
    for scheme in ("http", "file"):
        for kind, words in WORDS.items():
            for number in range(rounds):
                yield {
                    "commit": commit() if name == OURS else "",
                    "n": n,
                    "name": name,
                    "language": language,
                    "kind": kind,
                    "words": words[language],
                    "scheme": scheme,
                    "round": number,
                }


def _key(line: dict[str, object]) -> tuple[object, ...]:
    return tuple(line[name] for name in ("commit", "n", "name", "words", "scheme", "round"))


if __name__ == "__main__":
    main()

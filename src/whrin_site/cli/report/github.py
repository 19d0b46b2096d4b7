"""Problems as annotations on the lines of a pull request on GitHub, and as a table in its summary.

GitHub, "Workflow commands for GitHub Actions": an action shows ten errors and ten warnings, no more.
"""

import argparse
import os
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from whrin_site.cli.tongue import counted, translate
from whrin_site.cli.voice import aloud, summary
from whrin_site.model.problems import Problem

_SHOWN = 10
_ROWS = 500  # a summary may have 1 MiB
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~@&-])")


def report(options: argparse.Namespace, problems: Sequence[Problem]) -> None:  # noqa: ARG001 - as its family
    """Print the annotations, then every problem for the log; write the table where GitHub wants it."""
    for severity in ("error", "warning"):
        for line in _commands([problem for problem in problems if problem.severity == severity]):
            aloud(line)
    if len(problems) > _SHOWN:
        aloud("::group::" + translate("All messages"))
        for problem in problems:
            aloud(problem.line(translate).replace("##[", "## ["))  # an older way to write a command
        aloud("::endgroup::")
    aloud(summary(problems))
    sum_up(_table(problems))


def sum_up(markdown: str) -> None:
    """Add to the summary of the job, where GitHub wants one."""
    if place := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(place).open("a", encoding="utf-8") as file:
            file.write(markdown)


def plain(text: str) -> str:
    """Return a text in which Markdown finds no marks."""
    return _MARKDOWN.sub(r"\\\1", text)


def _commands(problems: Sequence[Problem]) -> Iterator[str]:
    room = _SHOWN if len(problems) <= _SHOWN else _SHOWN - 1
    yield from (_command(problem, problem.text(translate)) for problem in problems[:room])
    if rest := problems[room:]:
        more = counted(
            "and {n} more; the summary lists them all", "and {n} more; the summary lists them all", len(rest)
        )
        yield _command(rest[0], f"{rest[0].text(translate)} … {more}")


def _command(problem: Problem, text: str) -> str:
    place = problem.place
    properties = f"file={_property(place.path)},line={place.line},col={place.column}"
    return f"::{problem.severity} {properties},title={_property(problem.code)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _table(problems: Sequence[Problem]) -> str:
    lines = [f"### {summary(problems)}", ""]
    if problems:
        heads = (translate("Where"), translate("What is wrong"), translate("Code"))
        lines += ["| " + " | ".join(heads) + " |", "|---|---|---|"]
        lines += [_row(problem) for problem in islice(problems, _ROWS)]
    if len(problems) > _ROWS:
        lines += ["", counted("and {n} more", "and {n} more", len(problems) - _ROWS)]
    return "\n".join(lines) + "\n\n"


def _row(problem: Problem) -> str:
    mark = "" if problem.severity == "error" else f"*{translate('warning')}:* "
    return f"| {plain(str(problem.place))} | {mark}{plain(problem.text(translate))} | {problem.code} |"

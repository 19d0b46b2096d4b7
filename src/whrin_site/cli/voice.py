"""What commands print: progress and results to those who want them, problems always."""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import TextIO

from whrin_site.cli.tongue import counted, translate
from whrin_site.model.problems import Problem

Voice = Callable[[str], None]


def provide_streams() -> None:
    """Make sure that something can be printed to, whoever has closed what, in whatever encoding."""
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
        elif isinstance(stream, io.TextIOWrapper) and name != "stdin":
            stream.reconfigure(errors="replace")


def hush(stream: TextIO) -> None:
    """Let a stream that nobody can hear lead nowhere, so that nothing fails on it again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def voice(options: argparse.Namespace) -> Voice:
    """Return what prints a line, unless --quiet was given or a program listens."""
    return (lambda text: None) if _is_quiet(options) else aloud


def progress(options: argparse.Namespace) -> Callable[..., None]:
    """Return what tells which stage begins: on a terminal in one line that ends empty, else line by line.

    It takes a message, and its values by name.
    """

    def told(stage: str, **values: object) -> None:
        line = f"{translate(stage).format_map(values)} …" if stage else ""
        if sys.stdout.isatty():
            aloud(f"\r\033[K{line}", end="")
        elif line:
            aloud(line)

    return (lambda stage, **values: None) if _is_quiet(options) else told


def show(problems: Sequence[Problem]) -> None:
    """Print each problem on a line of its own."""
    for problem in problems:
        aloud(problem.line(translate), stream=sys.stderr)


def sum_up(problems: Sequence[Problem], tell: Voice | None = None) -> None:
    """Print how many errors and warnings there are; without `tell` among the problems."""
    if tell:
        tell(summary(problems))
    else:
        aloud(summary(problems), stream=sys.stderr)


def aloud(text: str, end: str = "\n", stream: TextIO | None = None) -> None:
    """Print to whoever listens: where nobody can, the work goes on, and the exit code tells."""
    out = stream or sys.stdout
    try:
        print(text, end=end, file=out, flush=True)
    except OSError:
        hush(out)


def summary(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are, as a sentence."""
    errors = sum(problem.severity == "error" for problem in problems)
    return translate("{errors}, {warnings}.").format(
        errors=counted("{n} error", "{n} errors", errors),
        warnings=counted("{n} warning", "{n} warnings", len(problems) - errors),
    )


def _is_quiet(options: argparse.Namespace) -> bool:
    return options.quiet or getattr(options, "format", "text") == "json"

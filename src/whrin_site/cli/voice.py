"""What commands print: progress and results to those who want them, problems always."""

import argparse
import sys
from collections.abc import Callable, Sequence

from whrin_site.model.problems import Problem

Say = Callable[[str], None]


def voice(options: argparse.Namespace) -> Say:
    """Return what prints a line, unless --quiet was given."""
    return (lambda text: None) if options.quiet else lambda text: print(text, flush=True)


def progress(options: argparse.Namespace) -> Say:
    """Return what tells which stage begins: on a terminal in one line that ends empty, else line by line."""
    if options.quiet:
        return lambda stage: None
    if sys.stdout.isatty():
        return lambda stage: print(f"\r\033[K{stage and stage + ' …'}", end="", flush=True)
    return lambda stage: print(f"{stage} …", flush=True) if stage else None


def show(problems: Sequence[Problem]) -> None:
    """Print each problem on a line of its own."""
    for problem in problems:
        print(problem, file=sys.stderr)


def sum_up(problems: Sequence[Problem], say: Say | None = None) -> None:
    """Print how many errors and warnings there are; without `say` among the problems."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    text = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}."
    if say:
        say(text)
    else:
        print(text, file=sys.stderr)

"""The command `check`: show every mistake in the content, write nothing."""

import argparse

from whrin_site.cli.codes import OK, PROBLEMS
from whrin_site.cli.options import Commands, shared
from whrin_site.cli.voice import show, sum_up, voice


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    commands.add_parser("check", parents=[shared()], help="show every mistake").set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print all problems of the content; errors make the exit code that of problems."""
    from whrin_site.pipeline import examine, sources

    problems = examine(sources(options.root))
    show(problems)
    sum_up(problems, voice(options))
    return PROBLEMS if any(problem.severity == "error" for problem in problems) else OK

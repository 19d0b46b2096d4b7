"""The command `check`: show every mistake in the content, write nothing."""

import argparse

from whrin_site.cli.codes import OK, PROBLEMS
from whrin_site.cli.options import Commands, shared
from whrin_site.cli.report import report, reported


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("check", parents=[shared(), reported()], help="show every mistake")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print all problems of the content; errors make the exit code that of problems."""
    from whrin_site.reading import examine, sources

    problems = examine(sources(options.root), options.strict)
    report(options, problems)
    return PROBLEMS if any(problem.severity == "error" for problem in problems) else OK

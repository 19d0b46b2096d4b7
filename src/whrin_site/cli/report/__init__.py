"""The problems of a site, told to a person, to GitHub or to a program: one form, one file."""

import argparse
from collections.abc import Callable, Sequence

from whrin_site.cli.report import github, json_object, text
from whrin_site.model.problems import Problem

FORMATS: dict[str, Callable[[argparse.Namespace, Sequence[Problem]], None]] = {
    "text": text.report,
    "github": github.report,
    "json": json_object.report,
}


def reported() -> argparse.ArgumentParser:
    """Return the options of the commands that look for mistakes."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text for people, github for annotations in a pull request, json for programs",
    )
    parser.add_argument("--strict", action="store_true", help="take warnings for errors")
    return parser


def report(options: argparse.Namespace, problems: Sequence[Problem]) -> None:
    """Print the problems in the form that was asked for."""
    FORMATS[options.format](options, problems)

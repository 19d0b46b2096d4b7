"""Problems as lines for a person, errors and warnings alike, and where to read more."""

import argparse
import sys
from collections.abc import Sequence

from whrin_site.cli.report.pages import pages
from whrin_site.cli.tongue import translate
from whrin_site.cli.voice import aloud, show, sum_up, voice
from whrin_site.model.problems import Problem


def report(options: argparse.Namespace, problems: Sequence[Problem]) -> None:
    """Print each problem, where their codes are explained, and how many there are."""
    show(problems)
    if problems and not options.quiet:
        aloud(
            "\n  ".join((translate("More about these, with examples:"), *pages(problems))), stream=sys.stderr
        )
    sum_up(problems, voice(options))

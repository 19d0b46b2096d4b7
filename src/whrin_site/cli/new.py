"""The command `new`: begin a case study, a section or a language."""

import argparse

from whrin_site.cli import new_case_study, new_language, new_section
from whrin_site.cli.options import Commands

_EPILOG = """\
examples:
  python3 build.py new case-study
  python3 build.py new case-study --lang ru
  python3 build.py new section --title "A new section" --text words.md
  python3 build.py new language es

On a terminal it asks for what no option says; elsewhere it names the options that are missing.
"""


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "new",
        help="begin a case study, a section or a language",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kinds = parser.add_subparsers(title="what", metavar="WHAT", required=True)
    for kind in (new_case_study, new_section, new_language):
        kind.add(kinds)

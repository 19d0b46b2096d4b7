"""The command `due`: contacts and reviews that it is time to look at again, and letters to ask with."""

import argparse
from datetime import date

from whrin_site.cli.codes import OK
from whrin_site.cli.options import Commands, a_day, shared


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("due", parents=[shared()], help="list contacts and reviews to look at again")
    parser.add_argument("--on", type=a_day, help="as if it were that day: 2026-11-20 (default: today)")
    parser.add_argument("--letters", action="store_true", help="print a letter to each contact as well")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what is due, oldest first."""
    from whrin_site.due import due, letter
    from whrin_site.pipeline import read, sources

    files = sources(options.root)
    library = read(files)
    found = due(library, options.on or date.today())
    print("last        what     who and where")
    for item in found:
        print(f"{item.last}  {item.kind:7}  {item.who}  {item.place}")
    print(f"{len(found)} due.")
    for item in found if options.letters else ():
        if item.contact:
            print(f"\n--- {item.who}\n\n{letter(library, files, item.contact)}")
    return OK

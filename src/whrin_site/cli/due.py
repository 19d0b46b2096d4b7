"""The command `due`: contacts and reviews that it is time to look at again, and letters to ask with."""

import argparse
from datetime import date

from whrin_site.cli.codes import OK
from whrin_site.cli.options import Commands, a_day, shared
from whrin_site.cli.tongue import translate
from whrin_site.model.problems import visible
from whrin_site.tools.marked import M_

_KINDS = {"contact": M_("contact"), "review": M_("review")}


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("due", parents=[shared()], help="list contacts and reviews to look at again")
    parser.add_argument("--on", type=a_day, help="as if it were that day: 2026-11-20 (default: today)")
    parser.add_argument("--letters", action="store_true", help="print a letter to each contact as well")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what is due, oldest first."""
    from whrin_site.due import due, letter
    from whrin_site.reading import read, sources

    files = sources(options.root)
    library = read(files)
    found = due(library, options.on or date.today())
    print(_row(translate("last"), translate("what"), translate("who and where")))
    for item in found:
        print(_row(item.last.isoformat(), translate(_KINDS[item.kind]), visible(f"{item.who}  {item.place}")))
    print(translate("Due: {n}.").format(n=len(found)))
    for item in found if options.letters else ():
        if item.contact:
            print(f"\n--- {visible(item.who)}\n\n{letter(library, files, item.contact)}")
    return OK


def _row(last: str, what: str, where: str) -> str:
    return f"{last:10}  {what:8}  {where}"

"""The command `verify`: check a copy, offline, from the copy alone."""

import argparse
import sys
from pathlib import Path

from whrin_site.cli.codes import FOREIGN, OK, PROBLEMS
from whrin_site.cli.options import Commands
from whrin_site.cli.tongue import translate
from whrin_site.model.problems import visible


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("verify", help="check a copy: a folder, a stick, a ZIP archive")
    parser.add_argument("path", type=Path, help="the folder or archive to check")
    parser.add_argument("--quiet", action="store_true", help="say nothing about a copy that is whole")
    parser.add_argument(
        "--lang", help="the language to speak, for example ru (default: that of the environment)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what is damaged, missing or foreign; anything of that shows in the exit code."""
    from whrin_site.verify import verify

    found = verify(options.path)
    for what, names in (
        (translate("damaged"), found.damaged),
        (translate("missing"), found.missing),
        (translate("foreign"), found.foreign),
    ):
        for name in names:
            print(f"{what}: {visible(name)}", file=sys.stderr)
    if not found.is_whole:
        print(_verdict(found.unfinished, len(found.damaged), len(found.missing)), file=sys.stderr)
        return PROBLEMS
    if not options.quiet:
        told = translate("This copy is whole. Its edition: {edition}; files as they were made: {n}.")
        print(told.format(edition=visible(found.edition or "?"), n=found.whole))
        told = translate("Its fingerprint is {sum}; whoever made it can tell you theirs.")
        print(told.format(sum=fingerprint(found.fingerprint)))
    if found.foreign:
        print(translate("The files named above are not part of it. Do not open them unless you know them."))
        return FOREIGN
    return OK


def fingerprint(digest: str) -> str:
    """Return the beginning of a sum as groups of four, to be read out to somebody."""
    return " ".join(digest[start : start + 4] for start in range(0, 32, 4))


def _verdict(unfinished: bool, damaged: int, missing: int) -> str:
    if unfinished:
        return translate(
            "Copying was stopped before it was done. Run the same command again: it goes on where it was."
        )
    told = translate("This copy is not whole; damaged: {damaged}, missing: {missing}. Make or get a new one.")
    return told.format(damaged=damaged, missing=missing)

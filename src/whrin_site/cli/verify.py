"""The command `verify`: check a copy, offline, from the copy alone."""

import argparse
import sys
from pathlib import Path

from whrin_site.cli.codes import FOREIGN, OK, PROBLEMS
from whrin_site.cli.options import Commands


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("verify", help="check a copy: a folder, a stick, a ZIP archive")
    parser.add_argument("path", type=Path, help="the folder or archive to check")
    parser.add_argument("--quiet", action="store_true", help="say nothing about a copy that is whole")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what is damaged, missing or foreign; anything of that shows in the exit code."""
    from whrin_site.verify import verify

    found = verify(options.path)
    for what, names in (("damaged", found.damaged), ("missing", found.missing), ("foreign", found.foreign)):
        for name in names:
            print(f"{what}: {_shown(name)}", file=sys.stderr)
    if not found.is_whole:
        print(_verdict(found.unfinished, len(found.damaged), len(found.missing)), file=sys.stderr)
        return PROBLEMS
    if not options.quiet:
        edition = f" of {found.edition}" if found.edition else ""
        print(f"This copy{edition} is whole: {found.whole} files are as they were made.")
        print(f"Its fingerprint is {fingerprint(found.fingerprint)}; whoever made it can tell you theirs.")
    if found.foreign:
        print("The files named above are not part of it. Do not open them unless you know them.")
        return FOREIGN
    return OK


def fingerprint(digest: str) -> str:
    """Return the beginning of a sum as groups of four, to be read out to somebody."""
    return " ".join(digest[start : start + 4] for start in range(0, 32, 4))


def _verdict(unfinished: bool, damaged: int, missing: int) -> str:
    if unfinished:
        return "Copying was stopped before it was done. Run the same command again: it goes on where it was."
    return f"This copy is not whole: {damaged} damaged, {missing} missing. Make or get a new one."


def _shown(name: str) -> str:
    # A name on a stranger's stick must not move the cursor of a terminal.
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in name)

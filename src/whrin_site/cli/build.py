"""The command `build`: make the site and publish it into a folder."""

import argparse
import sys
from time import perf_counter

from whrin_site.cli.codes import OK, PROBLEMS
from whrin_site.cli.options import Commands, commit_of, out_folder, placed, shared, traced
from whrin_site.cli.voice import progress, show, sum_up, voice


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "build", parents=[shared(), placed(), traced()], help="build the site (the default)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Build, and publish what has no errors."""
    from whrin_site.pipeline import build, sources
    from whrin_site.write import write

    say, report = voice(options), progress(options)
    started = perf_counter()
    out = out_folder(options)
    built = build(sources(options.root), not options.no_index, report, commit_of(options))
    if built.failed:
        report("")
        show(built.problems)
        sum_up(built.problems)
        print(f"Nothing was published; {out} is as it was.", file=sys.stderr)
        return PROBLEMS
    report("Writing the site")
    write(built.files, out)
    report("")
    show(built.problems)
    pages = sum(path.endswith(".html") for path in built.files)
    say(f"{pages} pages, {len(built.files)} files in {out} ({perf_counter() - started:.1f} s).")
    return OK

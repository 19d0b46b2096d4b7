"""The command `build`: make the site and publish it into a folder."""

import argparse
import gc
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from whrin_site.cli.codes import OK, PROBLEMS
from whrin_site.cli.options import Commands, commit_of, out_folder, placed, shared, traced
from whrin_site.cli.report import report, reported
from whrin_site.cli.tongue import counted, translate
from whrin_site.cli.voice import aloud, progress, voice
from whrin_site.tools.marked import M_

if TYPE_CHECKING:
    from whrin_site.known import Sameness

_YOUNG_BEFORE_OLDER = 100
"""Collections of new objects before one of older ones: what was read stays to the end, and 10,000 case
studies are many objects to look at in vain."""


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "build", parents=[shared(), placed(), traced(), reported()], help="build the site (the default)"
    )
    parser.add_argument(
        "--afresh", action="store_true", help="make everything anew, whatever is known from the last build"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Build, and publish what has no errors. Where nothing at all has changed, there is nothing to do."""
    from whrin_site.known import Sameness
    from whrin_site.model.addresses import SOURCES
    from whrin_site.tools.program import program

    started = perf_counter()
    gc.set_threshold(gc.get_threshold()[0], _YOUNG_BEFORE_OLDER)
    out, commit = out_folder(options), commit_of(options)
    sameness = Sameness(options.root, SOURCES, out, (program(), str(options.no_index), str(commit)))
    made = None if options.afresh else sameness.report()
    if made is None:
        made = _built(options, out, commit, sameness)
    elif options.format == "json":
        report(options, ())
    if made:
        voice(options)(
            translate("{pages}, {files} in {out} ({seconds} s).").format(
                pages=counted("{n} page", "{n} pages", made["pages"]),
                files=counted("{n} file", "{n} files", made["files"]),
                out=out,
                seconds=f"{perf_counter() - started:.1f}",
            )
        )
    return OK if made else PROBLEMS


def _built(
    options: argparse.Namespace, out: Path, commit: str | None, sameness: "Sameness"
) -> dict[str, int]:
    """Build, publish, and return how many pages and files that were: none if there were errors."""
    from whrin_site.known import known
    from whrin_site.pipeline import build
    from whrin_site.reading import sources
    from whrin_site.tools.workers import processors
    from whrin_site.write import write

    begin = progress(options)
    with known(options.root, out, options.afresh) as memory:
        built = build(
            sources(options.root),
            not options.no_index,
            begin,
            commit,
            strict=options.strict,
            known=memory,
            processes=processors(),
        )
        if built.failed:
            begin("")
            report(options, built.problems)
            aloud(translate("Nothing was published; {out} is as it was.").format(out=out), stream=sys.stderr)
            return {}
        begin(M_("Writing the site"))
        write(built.files, out)
        made = {"pages": sum(path.endswith(".html") for path in built.files), "files": len(built.files)}
        if memory:
            memory.remember(built.files)
            if not built.problems:  # warnings are told each time
                sameness.remember(made)
    begin("")
    if built.problems or options.format == "json":
        report(options, built.problems)
    return made

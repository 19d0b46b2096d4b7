"""The command `build`: make the site and publish it into a folder."""

import argparse
import sys
from time import perf_counter

from whrin_site.cli.codes import OK, PROBLEMS
from whrin_site.cli.options import Commands, commit_of, out_folder, placed, shared, traced
from whrin_site.cli.report import report, reported
from whrin_site.cli.tongue import counted, translate
from whrin_site.cli.voice import aloud, progress, voice
from whrin_site.tools.marked import M_


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "build", parents=[shared(), placed(), traced(), reported()], help="build the site (the default)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Build, and publish what has no errors."""
    from whrin_site.known import known
    from whrin_site.pipeline import build, sources
    from whrin_site.tools.workers import processors
    from whrin_site.write import write

    tell, begin = voice(options), progress(options)
    started = perf_counter()
    out, index, commit = out_folder(options), not options.no_index, commit_of(options)
    with known(options.root, out) as memory:
        built = build(
            sources(options.root),
            index,
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
            return PROBLEMS
        begin(M_("Writing the site"))
        write(built.files, out)
        if memory:
            memory.remember(built.files)
    begin("")
    if built.problems or options.format == "json":
        report(options, built.problems)
    pages = sum(path.endswith(".html") for path in built.files)
    tell(
        translate("{pages}, {files} in {out} ({seconds} s).").format(
            pages=counted("{n} page", "{n} pages", pages),
            files=counted("{n} file", "{n} files", len(built.files)),
            out=out,
            seconds=f"{perf_counter() - started:.1f}",
        )
    )
    return OK

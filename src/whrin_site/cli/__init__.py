"""The command line: its commands, one file each, and exit codes."""

import argparse
import io
import os
import signal
import sys
from collections.abc import Sequence

from whrin_site import __version__
from whrin_site.cli import build, check, pack, schema, serve, weigh
from whrin_site.cli.codes import CANNOT, TERMINATED
from whrin_site.model.problems import SiteError

COMMANDS = (build, check, serve, pack, schema, weigh)
"""Each adds itself to the parser with `add`; the first one is meant when none is named."""

_OF_THE_PROGRAM = {"-h", "--help", "--version"}

_EPILOG = """\
examples:
  python3 build.py                        build the site into _site/
  python3 build.py check                  show every mistake, write nothing
  python3 build.py serve                  preview that reloads while you write
  python3 build.py build --out /tmp/copy  build into another folder
  python3 build.py pack                   build it, and all that people take along
  python3 build.py weigh                  print what each page weighs
  python3 build.py test                   run the tests

exit codes:
  0  all is well
  1  there are mistakes in the content; nothing was published
  2  the command was not understood
  3  the program cannot go on: the disk, the network or the set-up
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal of another encoding shows what it can
            stream.reconfigure(errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in _OF_THE_PROGRAM):
        given.insert(0, "build")
    options = _parser().parse_args(given)
    try:
        return int(options.run(options))
    except SiteError as error:
        print(error, file=sys.stderr)
        return CANNOT
    except BrokenPipeError:  # whoever listened has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CANNOT
    except KeyboardInterrupt:
        print("Stopped. The last site is as it was.", file=sys.stderr)
        return CANNOT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="whrin-site",
        description="Make a bilingual static site of case studies out of YAML and Markdown.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"whrin-site {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add(commands)
    return parser

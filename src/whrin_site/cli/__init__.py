"""The command line: its commands, one file each, and exit codes."""

import argparse
import gc
import os
import signal
import sys
from collections.abc import Sequence

from whrin_site import __version__
from whrin_site.cli import (
    build,
    check,
    due,
    headers,
    new,
    pack,
    review,
    schema,
    serve,
    translations,
    verify,
    weigh,
    words,
)
from whrin_site.cli.codes import CANNOT, TERMINATED
from whrin_site.cli.tongue import choose, translate
from whrin_site.cli.voice import hush, provide_streams
from whrin_site.model.problems import SiteError

COMMANDS = (build, check, serve, pack, verify, translations, words, new, due, review, schema, weigh, headers)
"""Each adds itself to the parser with `add`; the first one is meant when none is named."""

_OF_THE_PROGRAM = {"-h", "--help", "--version"}

_SELDOM = 50_000
"""New objects after which Python looks for unused ones that refer to one another; a build leaves few such."""

_EPILOG = """\
examples:
  python3 build.py                        build the site into _site/
  python3 build.py check                  show every mistake, write nothing
  python3 build.py check --lang ru        the same in Russian
  python3 build.py serve                  preview that reloads while you write
  python3 build.py build --out /tmp/copy  build into another folder
  python3 build.py pack                   build it, and all that people take along
  python3 build.py new case-study         begin a case study: it asks, and writes the file
  python3 build.py translations           what there is to translate and to read
  python3 build.py pack usb --to /media/stick
                                          copy it onto a stick, or bring that up to date
  python3 build.py verify /media/stick    tell whether a copy is whole
  python3 build.py weigh                  print what each page weighs
  python3 build.py headers nginx          settings for a web server, also for apache
  python3 build.py test                   run the tests

exit codes:
  0  all is well
  1  there are mistakes in the content, and nothing was published; or a copy is not whole (verify)
  2  the command was not understood
  3  the program cannot go on: the disk, the network or the set-up
  4  the copy is whole, but not alone: files that are not part of it lie among its own (verify)
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    gc.set_threshold(_SELDOM)
    # What else is installed has no say in what is right, and need not be searched for it.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    provide_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in _OF_THE_PROGRAM):
        given.insert(0, "build")
    try:
        code = _run(given)
        sys.stdout.flush()
        return code
    except SiteError as error:
        return _cannot(error.text(translate))
    except KeyboardInterrupt:
        return _cannot(translate("Stopped. The last site is as it was."))
    except OSError as error:
        if error.filename is not None:  # no stream, but a file that nobody had thought of
            raise
        hush(sys.stdout)
        return _cannot(
            translate("What there is to say could not be printed: {why}.").format(why=error.strerror)
        )


def _run(given: Sequence[str]) -> int:
    try:
        options = _parser().parse_args(given)
    except SystemExit as end:  # argparse has said what there is to say
        return int(end.code or 0)
    choose(getattr(options, "lang", None))
    return int(options.run(options))


def _cannot(why: str) -> int:
    try:
        print(why, file=sys.stderr, flush=True)
    except OSError:
        hush(sys.stderr)
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

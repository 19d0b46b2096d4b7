"""The command line: commands, what they print, and exit codes."""

import argparse
import io
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from whrin_site import __version__
from whrin_site.model.problems import Problem, SiteError

OK, PROBLEMS, CANNOT = 0, 1, 3
TERMINATED = 128 + signal.SIGTERM

_OF_THE_PROGRAM = {"-h", "--help", "--version"}

_EPILOG = """\
examples:
  python3 build.py                        build the site into _site/
  python3 build.py check                  show every mistake, write nothing
  python3 build.py serve                  preview that reloads while you write
  python3 build.py build --out /tmp/copy  build into another folder
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
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--root", type=Path, default=Path(), help="the folder with content/, templates/ and static/"
    )
    shared.add_argument("--quiet", action="store_true", help="say nothing but problems")
    placed = argparse.ArgumentParser(add_help=False)
    placed.add_argument("--out", type=Path, help="the folder to publish into (default: _site in the root)")
    placed.add_argument("--no-index", action="store_true", help="leave the search index out")

    build = commands.add_parser("build", parents=[shared, placed], help="build the site (the default)")
    build.set_defaults(run=_build)
    commands.add_parser("check", parents=[shared], help="show every mistake").set_defaults(run=_check)
    serve = commands.add_parser("serve", parents=[shared, placed], help="preview on this computer")
    serve.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 (default: 8000)")
    serve.set_defaults(run=_serve)
    weigh = commands.add_parser("weigh", parents=[shared, placed], help="print what each page weighs")
    weigh.set_defaults(run=_weigh)
    return parser


def _build(options: argparse.Namespace) -> int:
    from whrin_site.pipeline import build, sources
    from whrin_site.write import write

    say, report = _voice(options), _progress(options)
    started = perf_counter()
    out = _out(options)
    built = build(sources(options.root), not options.no_index, report)
    if built.failed:
        report("")
        _show(built.problems)
        _sum_up(built.problems)
        print(f"Nothing was published; {out} is as it was.", file=sys.stderr)
        return PROBLEMS
    report("Writing the site")
    write(built.files, out)
    report("")
    _show(built.problems)
    pages = sum(path.endswith(".html") for path in built.files)
    say(f"{pages} pages, {len(built.files)} files in {out} ({perf_counter() - started:.1f} s).")
    return OK


def _check(options: argparse.Namespace) -> int:
    from whrin_site.pipeline import examine, sources

    problems = examine(sources(options.root))
    _show(problems)
    _sum_up(problems, _voice(options))
    return PROBLEMS if any(problem.severity == "error" for problem in problems) else OK


def _serve(options: argparse.Namespace) -> int:
    from whrin_site.serve import serve

    serve(options.root, _out(options), options.port, not options.no_index, _voice(options))
    return OK


def _weigh(options: argparse.Namespace) -> int:
    from whrin_site.weigh import LIMIT, REQUESTS, SEARCH_LIMIT, weigh, weigh_search

    out = _out(options)
    pages = [(weight, weight.gzipped > LIMIT or weight.requests > REQUESTS) for weight in weigh(out)]
    searches = [(weight, weight.gzipped > SEARCH_LIMIT) for weight in weigh_search(out)]
    for weight, too_much in (*pages, *searches):
        remark = "  too heavy" if too_much else ""
        print(f"{weight.gzipped:7d} B gzipped  {weight.requests} requests  {weight.path}{remark}")
    heavy = any(too_much for _, too_much in (*pages, *searches))
    return PROBLEMS if heavy else OK


def _out(options: argparse.Namespace) -> Path:
    """Return the folder to publish into. Raises SiteError for one among the sources."""
    root, out = options.root.resolve(), Path(options.out or options.root / "_site").absolute()
    for folder in ("content", "templates", "static"):
        if out.resolve().is_relative_to(root / folder):
            raise SiteError(f"{out} is among the sources of the site; give another folder with --out.")
    return out


def _voice(options: argparse.Namespace) -> Callable[[str], None]:
    return (lambda text: None) if options.quiet else lambda text: print(text, flush=True)


def _progress(options: argparse.Namespace) -> Callable[[str], None]:
    """Return what tells which stage begins: on a terminal in one line that ends empty, else line by line."""
    if options.quiet:
        return lambda stage: None
    if sys.stdout.isatty():
        return lambda stage: print(f"\r\033[K{stage and stage + ' …'}", end="", flush=True)
    return lambda stage: print(f"{stage} …", flush=True) if stage else None


def _show(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _sum_up(problems: Sequence[Problem], say: Callable[[str], None] | None = None) -> None:
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    text = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}."
    if say:
        say(text)
    else:
        print(text, file=sys.stderr)

"""The command `weigh`: print what each page costs its reader."""

import argparse

from whrin_site.cli.codes import OK, PROBLEMS
from whrin_site.cli.options import Commands, out_folder, placed, shared
from whrin_site.cli.tongue import translate


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("weigh", parents=[shared(), placed()], help="print what each page weighs")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the weights; too heavy a page makes the exit code that of problems."""
    from whrin_site.weigh import LIMIT, REQUESTS, SEARCH_LIMIT, weigh, weigh_search

    out = out_folder(options)
    pages = [(weight, weight.gzipped > LIMIT or weight.requests > REQUESTS) for weight in weigh(out)]
    searches = [(weight, weight.gzipped > SEARCH_LIMIT) for weight in weigh_search(out)]
    for weight, too_much in (*pages, *searches):
        size = translate("{bytes} B gzipped").format(bytes=f"{weight.gzipped:7d}")
        requests = translate("requests: {n}").format(n=weight.requests)
        remark = translate("too heavy") if too_much else ""
        print("  ".join(filter(None, (size, requests, weight.path, remark))))
    heavy = any(too_much for _, too_much in (*pages, *searches))
    return PROBLEMS if heavy else OK

"""The command `serve`: preview the site on this computer while it is written."""

import argparse

from whrin_site.cli.codes import OK
from whrin_site.cli.options import Commands, out_folder, placed, shared
from whrin_site.cli.voice import voice


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("serve", parents=[shared(), placed()], help="preview on this computer")
    parser.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 (default: 8000)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until stopped."""
    from whrin_site.serve import serve

    serve(options.root, out_folder(options), options.port, not options.no_index, voice(options))
    return OK

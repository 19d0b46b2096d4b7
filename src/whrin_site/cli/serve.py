"""The command `serve`: preview the site on this computer while it is written."""

import argparse

from whrin_site.cli.codes import OK
from whrin_site.cli.options import Commands, indexed, shared
from whrin_site.cli.tongue import translate
from whrin_site.cli.voice import voice

_LAST_PORT = 65535


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("serve", parents=[shared(), indexed()], help="preview on this computer")
    parser.add_argument("--port", type=_port, default=8000, help="the port on 127.0.0.1 (default: 8000)")
    parser.set_defaults(run=run)


def _port(text: str) -> int:
    """Return the number of a port; 0 means any that is free."""
    if not (text.isdecimal() and int(text[:6]) <= _LAST_PORT):
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number up to {_LAST_PORT}")
    return int(text[:6])


def run(options: argparse.Namespace) -> int:
    """Serve until stopped."""
    from whrin_site.serve import serve

    index, say = not options.no_index, voice(options)
    serve(options.root, options.port, index, say, translate)
    return OK

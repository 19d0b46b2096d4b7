"""The command `headers`: print the settings with which a web server keeps readers safe."""

import argparse

from whrin_site.cli.codes import OK
from whrin_site.cli.options import Commands


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("headers", help="print settings for a web server")
    parser.add_argument("server", choices=("nginx", "apache"), help="the kind of server")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the settings."""
    from whrin_site.render import hosting

    print({"nginx": hosting.nginx, "apache": hosting.apache}[options.server](), end="")
    return OK

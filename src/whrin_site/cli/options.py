"""Options that commands share."""

import argparse
from datetime import date
from pathlib import Path
from typing import TypeAlias

from whrin_site.model.problems import SiteError
from whrin_site.tools.marked import M_

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def shared() -> argparse.ArgumentParser:
    """Return the options of every command."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--root", type=Path, default=Path(), help="the folder with content/, templates/ and static/"
    )
    parser.add_argument("--quiet", action="store_true", help="say nothing but problems")
    parser.add_argument(
        "--lang", help="the language to speak, for example ru (default: that of the environment)"
    )
    return parser


def indexed() -> argparse.ArgumentParser:
    """Return the option of the commands that make a search."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--no-index", action="store_true", help="leave the search index out")
    return parser


def placed() -> argparse.ArgumentParser:
    """Return the options of the commands that make or read a built site."""
    parser = argparse.ArgumentParser(add_help=False, parents=[indexed()])
    parser.add_argument("--out", type=Path, help="the folder to publish into (default: _site in the root)")
    return parser


def traced() -> argparse.ArgumentParser:
    """Return the options of the commands that write down what a site was made from."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--commit", help="the commit that is built (default: what git has checked out)")
    return parser


def out_folder(options: argparse.Namespace) -> Path:
    """Return the folder to publish into. Raises SiteError for one among or around the sources."""
    root, out = options.root.resolve(), Path(options.out or options.root / "_site").absolute()
    for folder in ("content", "templates", "static"):
        if out.resolve().is_relative_to(root / folder):
            message = M_("{out} is among the sources of the site; give another folder with --out.")
            raise SiteError(message, out=out)
    if root.is_relative_to(out.resolve()):
        message = M_("{out} holds the sources of the site; give another folder with --out.")
        raise SiteError(message, out=out)
    return out


def commit_of(options: argparse.Namespace) -> str | None:
    """Return the commit from which the site is built: the one that was named, or what git has checked out."""
    from whrin_site.tools.gitfiles import checked_out

    return options.commit or checked_out(options.root)


def a_day(text: str) -> date:
    """Return the day that an option names; argparse tells the sentence for any other text."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is no date; write it as year-month-day") from error

"""The command `review`: what is new in a proposed change and needs the eyes of a person."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from whrin_site.cli.codes import OK
from whrin_site.cli.options import Commands, shared
from whrin_site.cli.report import github
from whrin_site.cli.tongue import translate
from whrin_site.cli.voice import aloud
from whrin_site.model.problems import SiteError, visible

if TYPE_CHECKING:
    from whrin_site.review import Remark

_FOLDERS = ("content", "templates", "static", "src", "requirements", ".github")
_FILES = ("build.py", "pyproject.toml")


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "review", parents=[shared()], help="show what a change adds that a person should look at"
    )
    parser.add_argument("base", metavar="BASE", help="what was there before: a git revision, or a folder")
    parser.add_argument(
        "--format", choices=("text", "github"), default="text", help="github adds it to the summary of a job"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print new hosts, pictures, contacts, unseen signs, odd lengths, and what is no content."""
    from whrin_site.load import load
    from whrin_site.reading import read
    from whrin_site.review import review

    before, after = _before(options.root, options.base), _below(options.root)
    was = load(before)[0] if "content/site.yaml" in before else None
    remarks = review(before, after, was, read(after))
    for remark in remarks:
        aloud(f"{visible(str(remark.place))}: {remark.text(translate)}")
    aloud(_summary(remarks))
    if options.format == "github":
        github.sum_up(_table(remarks))
    return OK


def _before(root: Path, base: str) -> Mapping[str, bytes]:
    from whrin_site.tools.history import tree

    if Path(base).is_dir():
        return _below(Path(base))
    found = tree(root, base, (*_FOLDERS, *_FILES))
    if found is None:
        raise SiteError("There is no folder “{base}” here, and no such revision in git.", base=base)
    return found


def _below(root: Path) -> Mapping[str, bytes]:
    from whrin_site.tools.disk import read_tree

    try:
        beside = {name: (root / name).read_bytes() for name in _FILES if (root / name).is_file()}
        return read_tree(root, _FOLDERS) | beside
    except OSError as error:
        raise SiteError("Could not read {file}: {why}.", file=error.filename, why=error.strerror) from error


def _summary(remarks: Sequence["Remark"]) -> str:
    if not remarks:
        return translate("Nothing new that a person would have to look at.")
    return translate("To be looked at: {n}. These are no mistakes.").format(n=len(remarks))


def _table(remarks: Sequence["Remark"]) -> str:
    lines = [f"### {_summary(remarks)}", ""]
    if remarks:
        where, what = translate("Where"), translate("What is new")
        lines += [f"| {where} | {what} |", "|---|---|"]
        lines += [
            f"| {github.plain(str(remark.place))} | {github.plain(remark.text(translate))} |"
            for remark in remarks
        ]
    return "\n".join(lines) + "\n\n"

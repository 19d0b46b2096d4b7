"""The records of `translations`: `mark` writes who has read what, `keep` keeps the sources."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from difflib import unified_diff
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from whrin_site.cli.codes import OK
from whrin_site.cli.options import Commands, a_day
from whrin_site.cli.tongue import translate
from whrin_site.model.problems import SiteError
from whrin_site.tools.marked import M_

if TYPE_CHECKING:
    from whrin_site.tools.worddiff import Change

_VOUCHED = ("reviewed", "approved")


def add(records: Commands) -> None:
    """Add both to the parser of the command."""
    mark = records.add_parser("mark", help="record status, method, source and review in a translation's file")
    mark.add_argument("file", type=Path, metavar="FILE")
    mark.add_argument("--language", default=argparse.SUPPRESS, help="which translation, if the file has more")
    mark.add_argument("--status", choices=("draft", *_VOUCHED, "published-translation"), required=True)
    mark.add_argument("--method", choices=("human", "software-assisted", "unknown"))
    mark.add_argument("--by", help="who has read it against the source, for reviewed and approved")
    mark.add_argument("--on", type=a_day, help="the day of that, such as 2026-11-20 (default: today)")
    mark.add_argument("--yes", action="store_true", help="do not ask before writing")
    mark.set_defaults(run=run_mark, refuse=mark.error)
    keep = records.add_parser("keep", help="keep the sources of all translations, to show later changes")
    keep.set_defaults(run=run_keep)


def run_mark(options: argparse.Namespace) -> int:
    """Show what changed in the source and what will change in the file; write that once it is agreed to."""
    from whrin_site.reading import known_source, read, sources
    from whrin_site.tools.textfile import decode, encode_like
    from whrin_site.translate.kept import keep
    from whrin_site.translate.mark import Mark, find, marked
    from whrin_site.translate.work import of_pair

    if options.status in _VOUCHED and not options.by:
        told = translate("--status {status} needs --by: who has read it against the source")
        options.refuse(told.format(status=options.status))
    files, path = sources(options.root), _within(options.root, options.file)
    pair = find(read(files), path, options.language)
    show_changes(of_pair(pair, partial(known_source, files, options.root)).changes)
    on = options.on or date.today()
    mark = Mark(options.status, options.method, options.by if options.status in _VOUCHED else None, on)
    old, _ = decode(files[path])
    new = marked(old, pair, mark)
    print("\n".join(unified_diff(old.splitlines(), new.splitlines(), path, path, n=1, lineterm="")))
    if not _agreed(options):
        print(translate("Nothing was written."))
        return OK
    for name, data in ((path, encode_like(files[path], new)), keep(pair.source)):
        _save(options.root / name, data)
    return OK


def run_keep(options: argparse.Namespace) -> int:
    """Write the sources that are not kept yet, and remove those that no translation names any more."""
    from whrin_site.reading import read, sources
    from whrin_site.translate.kept import FOLDER, still_named, to_keep

    files = sources(options.root)
    library = read(files)
    new = {path: data for path, data in to_keep(library).items() if files.get(path) != data}
    surplus = {path for path in files if path.startswith(f"{FOLDER}/")} - still_named(library)
    for path, data in new.items():
        _save(options.root / path, data)
    for path in surplus:
        (options.root / path).unlink(missing_ok=True)
    told = translate("Sources kept: {new}, removed: {surplus}.")
    print(told.format(new=len(new), surplus=len(surplus)))
    return OK


def show_changes(changes: "Sequence[Change] | None") -> None:
    """Print what changed in a source text, one change a line; None is a source that is not known."""
    if changes is None:
        told = translate("what changed is not known here: the old source is neither kept nor in the history")
        print(f"          {told}")
    for change in changes or ():
        print(f"          … {change} …")


def _within(root: Path, file: Path) -> str:
    """Return the path of a file from the root, wherever it was named from."""
    place = file if file.is_absolute() or file.exists() else root / file
    try:
        path = place.resolve(strict=True).relative_to(root.resolve())
    except (OSError, ValueError) as error:
        raise SiteError(M_("There is no {file} among the files of this site."), file=file) from error
    return path.as_posix()


def _agreed(options: argparse.Namespace) -> bool:
    if options.yes or not sys.stdin.isatty():
        return True
    return input(translate("Write this? [y/n]") + " ").strip().lower() in ("y", "yes", "д", "да")


def _save(file: Path, data: bytes) -> None:
    from whrin_site.tools.disk import put

    try:
        put(file, data)
    except OSError as error:
        raise SiteError(M_("Could not write {file}: {said}."), file=file, said=error.strerror) from error

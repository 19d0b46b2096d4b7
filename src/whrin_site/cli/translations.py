"""The command `translations`: what there is to translate and to read."""

import argparse
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from whrin_site.cli import translation_records
from whrin_site.cli.codes import OK
from whrin_site.cli.options import Commands, shared
from whrin_site.cli.tongue import translate
from whrin_site.cli.translation_records import show_changes
from whrin_site.tools.marked import M_

if TYPE_CHECKING:
    from whrin_site.translate.work import Work

_HEADS = (M_("language"), M_("state"), M_("to translate"), M_("to read"), M_("text"))
_STATES = {
    "source": M_("source"),
    "published-translation": M_("published translation"),
    "draft": M_("draft"),
    "reviewed": M_("reviewed"),
    "approved": M_("approved"),
    "outdated": M_("out of date"),
    "missing": M_("missing"),
}

_EPILOG = """\
examples:
  python3 build.py translations --language ru
  python3 build.py translations mark content/paper/ru/lead.md --status reviewed --by "Vera V." --on 2026-11-20
  python3 build.py translations keep

--root stands before `mark` and `keep`.
"""


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "translations",
        parents=[shared()],
        help="show what there is to translate; record who has read it",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--language", help="only this language")
    parser.set_defaults(run=run)
    translation_records.add(parser.add_subparsers(title="records", metavar="RECORD"))


def run(options: argparse.Namespace) -> int:
    """Print a table of all translations, with what changed in the source of those that are out of date."""
    from whrin_site.reading import interface_messages, known_source, read, sources
    from whrin_site.translate.work import work

    files = sources(options.root)
    messages = {message.singular: None for message in interface_messages(files)}
    found = work(read(files), messages, partial(known_source, files, options.root))
    rows = [row for row in found if options.language in (None, row.language)]
    print(_line(*map(translate, _HEADS)))
    for row in rows:
        state = translate(_STATES[row.state])
        print(_line(row.language, state, str(row.to_translate), str(row.to_read), row.path))
        show_changes(row.changes)
    _sum_up(rows)
    return OK


def _sum_up(rows: Sequence["Work"]) -> None:
    for language in dict.fromkeys(row.language for row in rows):
        of_it = [row for row in rows if row.language == language]
        written, read = sum(row.to_translate for row in of_it), sum(row.to_read for row in of_it)
        told = translate("{language}: words to translate {translate}, to read against the source {read}.")
        print(told.format(language=language, translate=written, read=read))


def _line(language: str, state: str, written: str, read: str, path: str) -> str:
    return f"{language:8}  {state:24}  {written:>10}  {read:>9}  {path}"

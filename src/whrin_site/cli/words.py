"""The command `words`: bring the interface words of each language up to date, and check them."""

import argparse
from collections.abc import Mapping

from whrin_site.cli.codes import OK, PROBLEMS
from whrin_site.cli.options import Commands, shared
from whrin_site.cli.tongue import translate
from whrin_site.cli.voice import show, voice
from whrin_site.model.problems import SiteError
from whrin_site.tools.marked import M_

FOLDER = "content/words/"
ENGLISH = "en"  # the language of the messages themselves


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "words", parents=[shared()], help="bring the interface words up to date, and check them"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write each .po file that lacks a message or has one too many; begin those that are not there yet."""
    from whrin_site.reading import examine, read, sources
    from whrin_site.tools.disk import put

    say, files = voice(options), sources(options.root)
    changed = {path: data for path, data in up_to_date(files).items() if files.get(path) != data}
    for path, data in changed.items():
        put(options.root / path, data)
        say(translate("Wrote {path}.").format(path=path))
    files = {**files, **changed}
    for language, words in sorted(read(files).words.items()):
        told = translate("{language}: without words {untranslated}, to mend (fuzzy) {guessed}.")
        counts = {"untranslated": len(words.untranslated), "guessed": len(words.guessed)}
        say(told.format(language=language, **counts))
    problems = [problem for problem in examine(files) if problem.place.path.startswith(FOLDER)]
    show(problems)
    return PROBLEMS if any(problem.severity == "error" for problem in problems) else OK


def up_to_date(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return each .po file with just the messages there are; one that has no file yet begins one."""
    from whrin_site.reading import interface_messages, read
    from whrin_site.tools import pomerge
    from whrin_site.tools.textfile import decode, encode_like

    messages = pomerge.wanted(interface_messages(files))
    paths = [path for path in files if path.startswith(FOLDER) and path.endswith(".po")]
    there = {path: decode(files[path])[0] for path in paths}
    begun = [f"{FOLDER}{language}.po" for language in read(files).languages if language != ENGLISH]
    made: dict[str, bytes] = {}
    hints: dict[str, tuple[str, ...]] = {}
    # Those that are there come first: what they tell translators is told to those that begin as well.
    for path, text in (there | {path: "" for path in begun if path not in there}).items():
        language = path.removeprefix(FOLDER).removesuffix(".po")
        try:
            hints |= {name: said for name, said in pomerge.comments(text).items() if said}
            merged = pomerge.merged(text, messages, language, hints)
        except ValueError as error:
            raise SiteError(M_("{path} cannot be read: {said}."), path=path, said=error) from error
        made[path] = encode_like(files.get(path, b""), merged)
    return made

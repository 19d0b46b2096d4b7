"""What the commands that begin a file have in common."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from whrin_site.cli.ask import can_ask, line
from whrin_site.cli.codes import MISUSED, OK, PROBLEMS
from whrin_site.cli.tongue import translate
from whrin_site.cli.voice import aloud, show, voice
from whrin_site.model.problems import SiteError

if TYPE_CHECKING:
    from whrin_site.model.library import Library

Says = Callable[[str], str]


def words_of(options: argparse.Namespace, library: "Library") -> tuple[str, Says]:
    """Return the language in which to ask, and what puts a message into it."""
    found = options.lang or next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    language = found[:2].lower()
    if language in library.words:
        return language, library.words[language].text
    return "en", lambda message: message


def lacks(options: argparse.Namespace, names: Iterable[str]) -> int:
    """Return the exit code for options that are missing where nobody can be asked, or 0."""
    missing = [f"--{name}" for name in names if not getattr(options, name)]
    if not missing or can_ask():
        return OK
    told = translate("Nobody can be asked here; please give {options} as well.")
    aloud(told.format(options=", ".join(missing)), stream=sys.stderr)
    return MISUSED


def text_from(path: Path) -> str:
    """Return the text of a file. Raises SiteError for one that cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SiteError("{path} cannot be read: {said}.", path=path, said=error) from error


def name_of(options: argparse.Namespace, title: str, says: Says) -> str:
    """Return the name of the file: as given, or proposed from the title, in Latin letters."""
    from slugify import slugify

    from whrin_site.model.patterns import NAME

    proposed = slugify(title, max_length=60, word_boundary=True)
    if options.id or not can_ask():
        return str(options.id or proposed)
    return line(
        says("Name of the file"),
        says("It becomes the address of the page: small Latin letters, digits and hyphens."),
        proposed,
        lambda name: (
            "" if _is(NAME, name) else says("Only the letters a–z, digits, and single hyphens between them.")
        ),
    )


def write(options: argparse.Namespace, files: Mapping[str, bytes], new: Mapping[str, bytes]) -> int:
    """Write new files that `check` has nothing against; otherwise show why not, and write nothing."""
    from whrin_site.reading import examine
    from whrin_site.tools.disk import put

    before = {str(problem) for problem in examine(files)}
    errors = [
        problem
        for problem in examine({**files, **new})
        if problem.severity == "error" and str(problem) not in before
    ]
    if errors:
        show(errors)
        aloud(translate("Nothing was written. What it would have been:") + "\n", stream=sys.stderr)
        for path, data in new.items():
            if path not in files:
                aloud(data.decode(), stream=sys.stderr)
        return PROBLEMS
    for path, data in new.items():
        put(options.root / path, data)
        voice(options)(translate("Wrote {path}.").format(path=path))
    return OK


def is_free(path: str, files: Mapping[str, bytes]) -> bool:
    """Tell whether there is no file of this name, also on systems that take A and a for one letter."""
    return path.casefold() not in {known.casefold() for known in files}


def _is(pattern: str, text: str) -> bool:
    import re

    return bool(re.fullmatch(pattern, text))

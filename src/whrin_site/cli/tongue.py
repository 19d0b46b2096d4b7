"""The language in which commands speak: the words of the package's own `messages/`, English without."""

import os
from functools import cache
from pathlib import Path

from whrin_site.tools.catalogue import Catalogue, english

_FOLDER = Path(__file__).parent.parent / "messages"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

_spoken = english()


def choose(language: str | None) -> None:
    """Speak this language from now on, or that of the environment (POSIX); English where it is not known."""
    global _spoken
    _spoken = _catalogue(_known(language or _of_environment()))


def current() -> str:
    """Return the language that is spoken."""
    return _spoken.language


def translate(message: str) -> str:
    """Return a message in the language that is spoken."""
    return _spoken.text(message)


def counted(singular: str, plural: str, n: int) -> str:
    """Return a message about `n` things in the language that is spoken."""
    return _spoken.count(singular, plural, n).format(n=n)


def _of_environment() -> str:
    return next((value for name in _VARIABLES if (value := os.environ.get(name))), "")


def _known(name: str) -> str:
    language = name.replace("-", "_").split("_")[0].split(".")[0].lower()
    return language if language in _languages() else "en"


def _languages() -> tuple[str, ...]:
    return ("en", *sorted(path.stem for path in _FOLDER.glob("*.po")))


@cache
def _catalogue(language: str) -> Catalogue:
    if language == "en":
        return english()
    from whrin_site.tools.pofile import read

    return read((_FOLDER / f"{language}.po").read_text(encoding="utf-8"), language)[0]

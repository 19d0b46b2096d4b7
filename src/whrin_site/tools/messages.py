"""The messages of the interface, found where they are written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.extract import DEFAULT_KEYWORDS, extract, extract_python
from jinja2.ext import babel_extract

# Our names for gettext's functions: `says` takes one message, `counts` and `forms` take two.
_KEYWORDS = DEFAULT_KEYWORDS | {"says": None, "counts": (1, 2), "forms": (1, 2)}
# How messages to those who write and run a site are given: the arguments that count from 1.
_TO_EDITORS = {
    "M_": None,
    "Problem": (2,),
    "Fault": (2,),
    "SiteError": (1,),
    "translate": None,
    "counted": (1, 2),
}
_TEMPLATE_OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A message: its English text, its English plural if it counts, and where it stands."""

    singular: str
    plural: str | None
    path: str
    line: int
    comments: tuple[str, ...] = ()


def N_(message: str) -> str:
    """Return the message itself: marks it for translation where it is only kept."""
    return message


def in_templates(sources: Mapping[str, bytes]) -> Iterator[Message]:
    """Yield the messages of all templates among some files."""
    for path in sorted(sources):
        if path.startswith("templates/") and path.endswith((".html", ".xml", ".txt")):
            yield from _messages(babel_extract, path, sources[path], _TEMPLATE_OPTIONS)


def in_package(folder: Path) -> Iterator[Message]:
    """Yield the messages to readers in all Python files below a folder."""
    yield from _in_python(folder, _KEYWORDS)


def to_editors(folder: Path) -> Iterator[Message]:
    """Yield the messages to those who write and run a site in all Python files below a folder."""
    yield from _in_python(folder, _TO_EDITORS)


def _in_python(folder: Path, keywords: Mapping[str, Any]) -> Iterator[Message]:
    # Reading a file token by token is slow: most have no message at all.
    calls = re.compile(rf"\b(?:{'|'.join(keywords)})\(".encode())
    for file in sorted(folder.rglob("*.py")):
        data = file.read_bytes()
        if calls.search(data):
            path = file.relative_to(folder).as_posix()
            yield from _messages(extract_python, path, data, {}, keywords)


def _messages(
    method: object,
    path: str,
    data: bytes,
    options: dict[str, str],
    keywords: Mapping[str, Any] = _KEYWORDS,
) -> Iterator[Message]:
    found = extract(method, BytesIO(data), keywords, ("Translators:",), options)  # type: ignore[arg-type]
    for line, texts, comments, _context in found:
        singular, plural = (texts, None) if isinstance(texts, str) else (texts[0], texts[1])
        yield Message(singular, plural, path, line, tuple(comments))

"""The pages of one language, to be put into a file of their own."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shelf:
    """The site as it is in one language alone: files by path, of which `main` is opened first.

    `language` is the code of the site, `code` that of ISO 639-3; `title` and `description` are short
    and neutral.
    """

    path: str
    language: str
    code: str
    title: str
    description: str
    creator: str
    main: str
    files: Mapping[str, bytes]

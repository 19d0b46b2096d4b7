"""All that the editors wrote, read and placed, before anything is concluded from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Generic, Protocol, TypeVar

from whrin_site.model.problems import Place
from whrin_site.model.records import CaseStudy, Section
from whrin_site.model.settings import SiteSettings
from whrin_site.model.vocabulary import Alias, Note, Term

R = TypeVar("R")


class Places(Protocol):
    """Knows where the values of one file stand."""

    def place(self, *keys: str | int) -> tuple[int, int]: ...

    def place_of_key(self, *keys: str | int) -> tuple[int, int]: ...

    def place_of_words(self, words: str, *keys: str | int, nth: int = 0) -> tuple[int, int]: ...


class Words(Protocol):
    """The interface words of one language."""

    @property
    def untranslated(self) -> Mapping[str, int]: ...

    @property
    def guessed(self) -> Mapping[str, int]: ...

    def knows(self, message: str) -> bool: ...

    def text(self, message: str) -> str: ...

    def count(self, singular: str, plural: str, n: int) -> str: ...

    def forms(self, singular: str, plural: str) -> Mapping[str, str]: ...


class Picture(Protocol):
    """A picture as it is published; width and height in pixels."""

    @property
    def data(self) -> bytes: ...

    @property
    def width(self) -> int: ...

    @property
    def height(self) -> int: ...


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Entry(Generic[R]):
    """A record, the file it was read from, and the keys under which it stands there.

    `whole` is a fingerprint of the file, `outline` one of all in it but the long texts.
    """

    id: str
    path: str
    record: R
    places: Places
    below: tuple[str, ...] = ()
    body: str = ""
    body_line: int = 1
    whole: str = ""
    outline: str = ""

    def place(self, *keys: str | int) -> Place:
        """Return where the value under these keys stands, or its nearest parent."""
        return Place.found_by(self.path, partial(self.places.place, *self.below, *keys))

    def place_of_key(self, *keys: str | int) -> Place:
        """Return where the last of these keys itself stands."""
        return Place.found_by(self.path, partial(self.places.place_of_key, *self.below, *keys))

    def place_of_words(self, words: str, *keys: str | int, nth: int = 0) -> Place:
        """Return where words stand in the value under these keys: the first time, or the `nth` from 0."""
        return Place.found_by(
            self.path, partial(self.places.place_of_words, words, *self.below, *keys, nth=nth)
        )

    def place_in_body(self, position: int) -> Place:
        """Return where a position of the body stands in the file."""
        before = self.body[:position]
        return Place(self.path, self.body_line + before.count("\n"), position - before.rfind("\n"))


@dataclass(frozen=True, slots=True)
class Library:
    """Everything below `content/`, by kind and id.

    Texts (`sections`, `pages`) are held by language first. `broken` are the paths of files with
    an error in them, `unread` those of which not all is here: rules keep quiet about what they miss.
    `messages` are those of the interface, where somebody has looked for them.
    `pictures` are held by the names of their files. `schemas` are the texts of the JSON Schema
    files beside the content, by path.
    """

    site: Entry[SiteSettings]
    cases: Mapping[str, Entry[CaseStudy]]
    sections: Mapping[str, Mapping[str, Entry[Section]]]
    pages: Mapping[str, Mapping[str, Entry[Section]]]
    vocabulary: Mapping[str, Mapping[str, Entry[Term]]]
    aliases: Mapping[str, Entry[Alias]]
    notes: Mapping[str, Entry[Note]]
    words: Mapping[str, Words]
    broken: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    messages: frozenset[str] = frozenset()
    schemas: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site; the first is the one the others are translated from."""
        return tuple(language.id for language in self.site.record.languages)

    @property
    def source_language(self) -> str:
        return self.languages[0]

    def is_unread(self, path: str) -> bool:
        """Tell whether this file could not be read."""
        return path in self.unread

    def has_unread(self, folder: str) -> bool:
        """Tell whether any file below this folder, such as `content/paper/`, could not be read."""
        return any(path.startswith(folder) for path in self.unread)

    def is_partial(self, language: str) -> bool:
        """Tell whether texts may still be missing in this language."""
        return any(item.id == language and item.partial for item in self.site.record.languages)

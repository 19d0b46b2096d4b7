"""The whole directory of a language as a book: parts and their chapters, made ready to be bound."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Body:
    """What stands in a chapter.

    `also` are words it is found by, besides its own; `about` says in a few words what it is.
    """

    html: str
    also: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True)
class Chapter:
    """One chapter, whose body is made when somebody asks for it.

    `id` is its place in the book and begins every id in its HTML; `tag` and `direction` are the
    language of its `title`. `key` is the same as long as all that the body is made from is.
    """

    id: str
    title: str
    tag: str
    direction: str
    key: str
    make: Callable[[], Body]

    @cached_property
    def body(self) -> Body:
        """What stands in it."""
        return self.make()


@dataclass(frozen=True, slots=True)
class Part:
    """Chapters of one kind, under a heading of their own."""

    id: str
    title: str
    intro: str | None
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All that a reader of one language can carry away.

    `remarks` stand before the contents, `front` is the page of its full title, `contents` the word for
    the list of chapters; `access` says who can read it.
    """

    language: str
    tag: str
    direction: str
    name: str
    title: str
    tagline: str
    remarks: tuple[str, ...]
    contents: str
    creator: str
    source: str
    rights: str
    access: str
    front: Chapter
    parts: tuple[Part, ...]

    @property
    def chapters(self) -> Iterator[Chapter]:
        """Yield all chapters in the order of reading."""
        for part in self.parts:
            yield from part.chapters

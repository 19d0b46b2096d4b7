"""Every place in the library where something of one kind stands: words by language, contacts."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from whrin_site.model.library import Entry, Library
from whrin_site.model.records import Contact

BY_NATURE_PARTIAL = {"after", "gloss", "source_has", "we_believe"}
"""A mark or a gloss may be needed in one language only; what the source has, or should, is in its own."""

Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class TranslatedField:
    """The words of one field by language, the entry they belong to and the keys they stand under."""

    entry: Entry[Any]
    keys: Keys
    words: Mapping[str, str]


def translated_fields(library: Library) -> Iterator[TranslatedField]:
    """Yield each field of type `Translated` that an editor has filled in."""
    for entry in _entries(library):
        for keys, words in _inside(entry.record, ()):
            yield TranslatedField(entry, keys, words)


@dataclass(frozen=True, slots=True)
class PlacedContact:
    """A contact, the entry it belongs to and its number in the list there."""

    entry: Entry[Any]
    number: int
    contact: Contact


def placed_contacts(library: Library) -> Iterator[PlacedContact]:
    """Yield each contact, of the case studies first. Those of a text stand in the first language."""
    source = library.source_language
    entries: tuple[Entry[Any], ...] = (
        *library.cases.values(),
        *library.sections.get(source, {}).values(),
        *library.pages.get(source, {}).values(),
    )
    for entry in entries:
        for number, contact in enumerate(entry.record.contacts):
            yield PlacedContact(entry, number, contact)


def _entries(library: Library) -> Iterator[Entry[Any]]:
    yield library.site
    yield from library.cases.values()
    for family in library.vocabulary.values():
        yield from family.values()
    yield from library.aliases.values()
    yield from library.notes.values()


def _inside(value: object, keys: Keys) -> Iterator[tuple[Keys, Mapping[str, str]]]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _inside(item, (*keys, number))
    elif is_dataclass(value):
        for name in _names(type(value)):  # type: ignore[arg-type]
            found = getattr(value, name)
            if found:
                yield from _inside(found, (*keys, name))
    elif isinstance(value, Mapping) and all(isinstance(words, str) for words in value.values()):
        yield keys, value


@cache
def _names(record: Hashable) -> tuple[str, ...]:
    """Return the fields of a record in which words by language can stand, however deep."""
    hints = get_type_hints(record)
    return tuple(field.name for field in fields(record) if _may_hold_words(hints[field.name]))  # type: ignore[arg-type]


def _may_hold_words(annotation: object) -> bool:
    if is_dataclass(annotation):
        return bool(_names(annotation))  # type: ignore[arg-type]
    if get_origin(annotation) in (Mapping, dict):
        return True
    return any(_may_hold_words(inside) for inside in get_args(annotation))

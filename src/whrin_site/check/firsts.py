"""Rule: what counts for all languages stands in the file of the first language, and only there."""

from collections.abc import Iterator
from dataclasses import fields

from whrin_site.model.library import Entry, Library
from whrin_site.model.problems import Problem
from whrin_site.model.records import Section
from whrin_site.tools.marked import M_

OF_ITS_OWN = {"title", "description", "status", "method", "source_hash", "review", "passages"}
"""What the file of a translation says for itself."""


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each field of a translation that would be read over."""
    for shelf in (library.sections, library.pages):
        sources = shelf.get(library.source_language, {})
        for language, entries in shelf.items():
            if language == library.source_language:
                continue
            for name, entry in entries.items():
                if name in sources and sources[name].path not in library.broken:
                    yield from _surplus(entry, sources[name])


def _surplus(entry: Entry[Section], source: Entry[Section]) -> Iterator[Problem]:
    for field in fields(Section):
        said = getattr(entry.record, field.name)
        # What only repeats the first language is not lost.
        if field.name in OF_ITS_OWN or said in (field.default, getattr(source.record, field.name)):
            continue
        message = M_("“{key}” counts for all languages; write it into {path}, and take it out here")
        values = {"key": field.name, "path": source.path}
        yield Problem("not-here", message, entry.place_of_key(field.name), values)

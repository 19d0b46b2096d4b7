"""Rule: file names and ids can stand in an address, on every system."""

import re
from collections.abc import Iterator

from whrin_site.model import patterns
from whrin_site.model.library import Library
from whrin_site.model.problems import Place, Problem

_PLAIN = re.compile(patterns.NAME)
COUNTRY = re.compile(patterns.COUNTRY)

_RESERVED = {"index", "con", "prn", "aux", "nul"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)
}
_PAGES = frozenset(
    {"search", "corrections", "contribute", "404", "where", "who-does-what", "glossary", "take-along"}
)  # pages of a language that the program makes


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each name that is not plain ASCII, or that Windows keeps for itself."""
    paths = [(entry.id, entry.place()) for entry in library.cases.values()]
    for shelf in (library.sections, library.pages):
        paths += [(entry.id, entry.place()) for entries in shelf.values() for entry in entries.values()]
    for name, place in paths:
        is_page = place.path.startswith("content/pages/")
        yield from _name(name, Place(place.path), "file name", _PAGES if is_page else frozenset())
    for name, note in library.notes.items():
        yield from _name(name.lower(), note.place_of_key(), "id")
    for name in library.cases.keys() & library.sections.get(library.source_language, {}).keys():
        message = "a section of the paper has the same name; choose another"
        yield Problem("repeated-id", message, Place(library.cases[name].path))
    for family, terms in library.vocabulary.items():
        for name, term in terms.items():
            if family == "places" and COUNTRY.fullmatch(name):
                continue
            if family == "places" and term.record.country not in terms:
                message = "“{found}” must say in which country it is: “country:” and its two capital letters"
                place = term.place("country") if term.record.country else term.place_of_key()
                yield Problem("no-country", message, place, {"found": name})
            yield from _name(name, term.place_of_key(), "id")


def _name(name: str, place: Place, what: str, taken: frozenset[str] = frozenset()) -> Iterator[Problem]:
    values = {"found": name, "what": what}
    if not _PLAIN.fullmatch(name):
        message = (
            "the {what} “{found}” may only have the letters a–z, digits, and single hyphens between them"
        )
        yield Problem("wrong-name", message, place, values)
    elif name in _RESERVED | taken:
        yield Problem("reserved-name", "the {what} “{found}” is taken; choose another", place, values)

"""Rule: file names and ids can stand in an address, on every system."""

import re
from collections.abc import Iterator, Mapping

from whrin_site.model import addresses, patterns
from whrin_site.model.fields import LONGEST_NAME
from whrin_site.model.library import Entry, Library
from whrin_site.model.problems import Place, Problem
from whrin_site.model.vocabulary import Term
from whrin_site.tools.characters import cyrillic_in, is_disguised
from whrin_site.tools.marked import M_

_PLAIN = re.compile(patterns.NAME)
COUNTRY = re.compile(patterns.COUNTRY)

_RESERVED = {"index", "con", "prn", "aux", "nul"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)
}
_FILE = M_("the file name “{found}” may only have the letters a–z, digits, and single hyphens between them")
_ID = M_("the id “{found}” may only have the letters a–z, digits, and single hyphens between them")
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
        yield from _name(name, Place(place.path), True, _PAGES if is_page else frozenset())
    for name, note in library.notes.items():
        yield from _name(name.lower(), note.place_of_key(), False)
    for name in library.cases.keys() & library.sections.get(library.source_language, {}).keys():
        message = M_("a section of the paper has the same name; choose another")
        yield Problem("repeated-id", message, Place(library.cases[name].path))
    for family, terms in library.vocabulary.items():
        yield from _terms(family, terms)


def _terms(family: str, terms: Mapping[str, Entry[Term]]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for name, term in terms.items():
        page = addresses.term("countries" if family == "places" else family, name)
        if seen.setdefault(page, name) != name:
            message = M_("“{id}” and “{other}” would be the same page; choose another id")
            values = {"id": name, "other": seen[page]}
            yield Problem("repeated-id", message, term.place_of_key(), values)
        elif family != "places" or not COUNTRY.fullmatch(name):
            if family == "places" and term.record.country not in terms:
                message = M_("“{found}” must say where it is: “country:” and two capital letters")
                place = term.place("country") if term.record.country else term.place_of_key()
                yield Problem("no-country", message, place, {"found": name})
            yield from _name(name, term.place_of_key(), False)


def _name(name: str, place: Place, is_file: bool, taken: frozenset[str] = frozenset()) -> Iterator[Problem]:
    values = {"found": name, "letters": cyrillic_in(name)}
    if is_disguised(name):
        message = M_("“{found}” has Cyrillic letters that look like Latin ones ({letters}); type it again")
        yield Problem("foreign-letters", message, place, values)
    elif not _PLAIN.fullmatch(name):
        yield Problem("wrong-name", _FILE if is_file else _ID, place, values)
    elif len(name) > LONGEST_NAME:
        message = M_("“{found}” has {length} characters; a name may have {limit}")
        values |= {"length": str(len(name)), "limit": str(LONGEST_NAME)}
        yield Problem("too-long", message, place, values)
    elif name in _RESERVED | taken:
        message = M_("the name “{found}” is taken by the site or by Windows; choose another")
        yield Problem("reserved-name", message, place, values)

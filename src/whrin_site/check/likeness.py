"""Rule: what is named twice is written in one way."""

from collections.abc import Iterator, Mapping

from whrin_site.model.library import Library
from whrin_site.model.problems import Place, Problem
from whrin_site.tools.likeness import pairs
from whrin_site.tools.marked import M_


def check(library: Library) -> Iterator[Problem]:
    """Yield a warning for each name that differs from another one by a letter, a blank or a sign."""
    yield from _alike(_names(library))
    yield from _alike({name: Place(case.path) for name, case in library.cases.items()})
    for terms in library.vocabulary.values():
        yield from _alike({name: term.place_of_key() for name, term in terms.items() if len(name) > 2})


def _names(library: Library) -> Mapping[str, Place]:
    """Return the names of partners and programmes, and where each stands first."""
    found: dict[str, Place] = {}
    for case in library.cases.values():
        for field in ("partners", "programmes"):
            for number, item in enumerate(getattr(case.record, field)):
                if item.name not in found:
                    found[item.name] = case.place(field, number, "name")
    return found


def _alike(places: Mapping[str, Place]) -> Iterator[Problem]:
    for name, earlier in pairs(places):
        message = M_("“{found}” is almost “{other}” ({place}); if they are one, write them alike")
        values = {"found": name, "other": earlier, "place": places[earlier]}
        yield Problem("similar-name", message, places[name], values, "warning")

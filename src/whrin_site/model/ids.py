"""The ids that files may refer to, by what they name."""

import re
from collections.abc import Mapping

from whrin_site.model.library import Library
from whrin_site.model.patterns import COUNTRY

_FAMILIES = ("kinds", "service-groups", "services", "populations", "approaches", "content-notes")


def ids_of(library: Library) -> Mapping[str, tuple[str, ...]]:
    """Return all ids: of languages, of each family of the vocabulary, of countries and places, of notes."""
    places = tuple(library.vocabulary["places"])
    countries = tuple(name for name in places if re.fullmatch(COUNTRY, name))
    return {
        "languages": library.languages,
        **{family: tuple(library.vocabulary[family]) for family in _FAMILIES},
        "countries": countries,
        "places": tuple(name for name in places if name not in countries),
        "notes": tuple(library.notes),
    }

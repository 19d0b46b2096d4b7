"""Rule: the schemas beside the content know the ids that the content has."""

import json
from collections.abc import Iterator

from whrin_site.model.ids import ids_of
from whrin_site.model.library import Library
from whrin_site.model.problems import Place, Problem
from whrin_site.tools.marked import M_


def check(library: Library) -> Iterator[Problem]:
    """Yield a warning for each schema that would call a good id wrong, or a wrong one good."""
    ids = ids_of(library)
    for path, text in library.schemas.items():
        known = _known(text)
        if known is None or any(known[family] != ids[family] for family in known.keys() & ids.keys()):
            message = M_("this schema is out of date: programs of editors complete old ids; run “schema”")
            yield Problem("stale-schema", message, Place(path), severity="warning")


def _known(text: str) -> dict[str, tuple[str, ...]] | None:
    """Return the ids that a schema names, by what they name, or None for a file that is no schema."""
    try:
        definitions = json.loads(text)["$defs"]
        return {name: tuple(value["enum"]) for name, value in definitions.items() if "enum" in value}
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None

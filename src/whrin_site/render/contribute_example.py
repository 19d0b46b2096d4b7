"""A whole file of a case study with each key explained: for readers without scripts."""

from collections.abc import Mapping
from typing import Any

from whrin_site.model.library import Library
from whrin_site.render.press import Press
from whrin_site.tools import schemafile
from whrin_site.tools.messages import N_

_LINE = "# yaml-language-server: $schema=../schema/case-study.schema.json\n"


def example(press: Press) -> str:
    """Return the file, in the language of the page."""
    return _LINE + schemafile.write(_value(press), press.schema(), press.tongue.words.text)


def _value(press: Press) -> dict[str, Any]:
    says, library = press.tongue.words.text, press.site.library
    place = says(N_("Canada"))
    name = says(N_("Night Kitchen"))
    return {
        "order": len(library.cases) + 1,
        "kind": {"id": _first(library, "kinds", "centre"), "quote": says(N_("a kitchen"))},
        "place": {"country": {"id": _first(library, "places", "CA"), "quote": place}},
        "services": [
            {"id": _first(library, "services", "naloxone"), "quote": says(N_("give out naloxone"))},
        ],
        "origin": "contributed",
        "to_translate": [language for language in library.languages if language != press.language],
        "words": {
            press.language: {
                "status": "source",
                "name": name,
                "heading": says(N_("Night Kitchen, Toronto, Canada")),
                "summary": says(N_("A kitchen run by women who use drugs, open every night.")),
                "body": says(
                    N_("We run a kitchen that is open every night. We cook, talk, and give out naloxone.")
                )
                + "\n",
            }
        },
    }


def _first(library: Library, family: str, wanted: str) -> str:
    """Return an id that the vocabulary has: the wanted one, if it is there."""
    terms: Mapping[str, object] = library.vocabulary[family]
    return wanted if wanted in terms else next(iter(terms), wanted)

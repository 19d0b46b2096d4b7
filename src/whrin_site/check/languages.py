"""Rule: the languages of the site are languages, and words are kept only under them."""

import re
from collections.abc import Iterable, Iterator

from whrin_site.model.library import Library
from whrin_site.model.problems import Place, Problem
from whrin_site.model.walk import placed_contacts, translated_fields
from whrin_site.tools.locales import is_known
from whrin_site.tools.marked import M_

# The part of BCP 47 that sites need: language, script, region.
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each language that is none, and for each that `content/site.yaml` does not name."""
    yield from _settings(library)
    for placed in placed_contacts(library):
        if (language := placed.contact.language) and not _is_tag(language):
            yield _no_tag(language, placed.entry.place("contacts", placed.number, "language"))
    surplus = {name for name in library.words if name not in library.languages}
    for language in sorted(surplus):
        yield from _known(library, language, Place(f"content/words/{language}.po"))
    for language, place in _uses(library):
        if language not in surplus:
            yield from _known(library, language, place)


def _settings(library: Library) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, language in enumerate(library.site.record.languages):
        for key, found in (("id", language.id), ("tag", language.tag or language.id)):
            if not _is_tag(found):
                yield _no_tag(found, library.site.place("languages", number, key))
                break
            if f"{key} {found}" in seen:
                place = library.site.place("languages", number, key)
                yield Problem("repeated-id", M_("“{id}” is in this list twice"), place, {"id": found})
                break
            seen.add(f"{key} {found}")


def _is_tag(found: str) -> bool:
    return bool(_TAG.fullmatch(found)) and is_known(found)


def _no_tag(found: str, place: Place) -> Problem:
    message = M_("“{found}” is no language tag; write for example en, ru or pt-BR")
    return Problem("wrong-language", message, place, {"found": found})


def _uses(library: Library) -> Iterator[tuple[str, Place]]:
    for entry in library.cases.values():
        for language in entry.record.words:
            yield language, entry.place_of_key("words", language)
        for number, language in enumerate(entry.record.to_translate):
            yield language, entry.place("to_translate", number)
    for shelf in (library.sections, library.pages):
        for language, entries in shelf.items():
            for text in entries.values():
                yield language, Place(text.path)
                for number, wanted in enumerate(text.record.to_translate):
                    yield wanted, text.place("to_translate", number)
    for field in translated_fields(library):
        for language in field.words:
            yield language, field.entry.place_of_key(*field.keys, language)


def _known(library: Library, language: str, place: Place) -> Iterable[Problem]:
    if language not in library.languages:
        message = M_("content/site.yaml names no language “{found}”, only {known}")
        known = ", ".join(library.languages)
        yield Problem("unknown-language", message, place, {"found": language, "known": known})

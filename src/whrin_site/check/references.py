"""Rule: whatever a text refers to by name must exist."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from whrin_site.check.names import COUNTRY
from whrin_site.model.library import Entry, Library
from whrin_site.model.problems import Place, Problem
from whrin_site.model.records import CaseStudy, Tag
from whrin_site.tools.characters import as_latin, cyrillic_in
from whrin_site.tools.marked import M_
from whrin_site.tools.nearest import nearest

_TAG_FAMILIES = {
    "services": ("unknown-service", M_("no service is called “{found}”")),
    "populations": ("unknown-population", M_("no group of people is called “{found}”")),
    "approaches": ("unknown-approach", M_("no approach is called “{found}”")),
}

_NOTES = "content/notes/notes.yaml"

_ALSO = 5  # places that a message names besides its own


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each id that nobody has described, with the places that use it, a few at a time."""
    uses: dict[tuple[str, object], list[Problem]] = {}
    for problem in _uses(library):
        uses.setdefault((problem.code, problem.values.get("found", problem.place)), []).append(problem)
    for alike in uses.values():
        for start in range(0, len(alike), 1 + _ALSO):
            first, *others = alike[start : start + 1 + _ALSO]
            yield replace(first, also=tuple(other.place for other in others))


def _uses(library: Library) -> Iterator[Problem]:
    places = library.vocabulary["places"]
    countries = {name: place for name, place in places.items() if COUNTRY.fullmatch(name)}
    others = {name: place for name, place in places.items() if name not in countries}
    for case in library.cases.values():
        yield from _tags(library, case)
        if not _is_unknown(library, "content/vocabulary/places.yaml"):
            yield from _place(case, countries, others)
        yield from _notes(library, case, case.record.notes)
    for section in library.sections.get(library.source_language, {}).values():
        yield from _notes(library, section, section.record.notes)
        footnote = section.record.footnote
        sections = library.sections[library.source_language]
        if footnote and footnote not in sections and not library.has_unread("content/paper/"):
            message = M_("no section is called “{found}”")
            yield _unknown("unknown-section", message, footnote, sections, section.place("footnote"))
    yield from _groups(library)


def files(library: Library) -> Iterator[Problem]:
    """Yield one problem for each file that is not there at all, instead of one for each use of it."""
    paths = [f"content/vocabulary/{family}.yaml" for family in ("kinds", "places", *_TAG_FAMILIES)]
    for path in (*paths, _NOTES):
        if library.cases and _is_absent(library, path) and _is_used(library, path):
            yield Problem("no-file", "this file is missing or empty; case studies refer to it", Place(path))


def _is_absent(library: Library, path: str) -> bool:
    family = path.rsplit("/", 1)[-1].removesuffix(".yaml")
    found = library.notes if path == _NOTES else library.vocabulary[family]
    return not found and not library.is_unread(path)


def _is_used(library: Library, path: str) -> bool:
    family = path.rsplit("/", 1)[-1].removesuffix(".yaml")
    return any(getattr(case.record, family, True) for case in library.cases.values())


def _is_unknown(library: Library, path: str) -> bool:
    """Tell whether nobody can say which names a file holds."""
    return library.is_unread(path) or _is_absent(library, path)


def _tags(library: Library, case: Entry[CaseStudy]) -> Iterator[Problem]:
    kinds = library.vocabulary["kinds"]
    if case.record.kind.id not in kinds and not _is_unknown(library, "content/vocabulary/kinds.yaml"):
        message = M_("no kind is called “{found}”")
        yield _unknown("unknown-kind", message, case.record.kind.id, kinds, case.place("kind", "id"))
    for family, (code, message) in _TAG_FAMILIES.items():
        known = library.vocabulary[family]
        if _is_unknown(library, f"content/vocabulary/{family}.yaml"):
            continue
        tags: tuple[Tag, ...] = getattr(case.record, family)
        for number, tag in enumerate(tags):
            place = case.place(family, number, "id")
            if tag.id not in known:
                yield _unknown(code, message, tag.id, known, place)
            elif tag.id in {earlier.id for earlier in tags[:number]}:
                yield Problem("repeated-id", M_("“{id}” is in this list twice"), place, {"id": tag.id})


def _place(case: Entry[CaseStudy], countries: Collection[str], others: Collection[str]) -> Iterator[Problem]:
    where = case.record.place
    if where.country.id not in countries:
        message = M_("no country is called “{found}” in content/vocabulary/places.yaml")
        place = case.place("place", "country", "id")
        yield _unknown("unknown-country", message, where.country.id, countries, place)
    for key, tag in (("region", where.region), ("city", where.city)):
        if tag and tag.id not in others:
            message = M_("no place is called “{found}” in content/vocabulary/places.yaml")
            yield _unknown("unknown-place", message, tag.id, others, case.place("place", key, "id"))


def _notes(library: Library, entry: Entry[CaseStudy] | Entry, ids: Iterable[str]) -> Iterator[Problem]:  # type: ignore[type-arg]
    for number, name in enumerate(ids):
        if name not in library.notes and not _is_unknown(library, _NOTES):
            message = M_("no editorial note is called “{found}”")
            yield _unknown("unknown-note", message, name, library.notes, entry.place("notes", number))


def _groups(library: Library) -> Iterator[Problem]:
    groups = library.vocabulary["service-groups"]
    if library.is_unread("content/vocabulary/service-groups.yaml"):
        return
    for service in library.vocabulary["services"].values():
        group = service.record.group
        if group is None:
            message = M_("a service needs the “group” under which it is listed")
            yield Problem("missing-key", message, service.place_of_key())
        elif group not in groups:
            message = M_("no group of services is called “{found}”")
            yield _unknown("unknown-group", message, group, groups, service.place("group"))


def _unknown(code: str, message: str, found: str, known: Iterable[str], at: Place) -> Problem:
    latin = as_latin(found)
    if latin != found and latin in known:
        message = M_("“{found}” has Cyrillic letters that look like Latin ones ({letters}); type it again")
        return Problem("foreign-letters", message, at, {"found": found, "letters": cyrillic_in(found)})
    return Problem(code, message, at, {"found": found}, meant=nearest(found, known))

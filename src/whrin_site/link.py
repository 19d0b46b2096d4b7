"""Stage: Library → Site. Pairs, fallbacks, freshness of translations, back-links."""

from collections.abc import Mapping

from whrin_site.model.library import Entry, Library
from whrin_site.model.records import CaseStudy, CaseWords, Section
from whrin_site.model.site import (
    FAMILIES,
    ShownCase,
    ShownStatus,
    ShownText,
    Site,
    Standing,
    Tongue,
    vocabulary_of,
)
from whrin_site.model.texts import hash_of_case_words, hash_of_section, status_of
from whrin_site.tools.catalogue import english
from whrin_site.tools.fingerprint import fingerprint
from whrin_site.tools.locales import locale, own_name
from whrin_site.tools.overlap import closest

Shelf = Mapping[str, Mapping[str, Entry[Section]]]
Tagged = Mapping[str, Mapping[str, tuple[str, ...]]]

_COMMON = ("services", "populations", "approaches")
_MOST_RELATED = 3


def link(library: Library) -> Site:
    """Return the site of a library that has no errors."""
    tagged = {family: _tagged(library, family) for family in FAMILIES}
    carried = _carried(library, tagged)
    languages = library.languages
    cases = {
        name: tuple(_case(languages, entry, name) for entry in library.cases.values()) for name in languages
    }
    return Site(
        library=library,
        tongues={name: _tongue(library, name) for name in library.languages},
        cases=cases,
        sections={name: _texts(library, library.sections, name) for name in library.languages},
        pages={name: _texts(library, library.pages, name) for name in library.languages},
        tagged=tagged,
        carried=carried,
        related=_related(carried),
        tally=fingerprint(
            f"{family} {term} {len(cases)}"
            for family, terms in tagged.items()
            for term, cases in terms.items()
        ),
        outlines={name: fingerprint(case.outline for case in shown) for name, shown in cases.items()},
    )


def _tongue(library: Library, name: str) -> Tongue:
    record = next(language for language in library.site.record.languages if language.id == name)
    return Tongue(
        id=name,
        tag=record.tag or name,
        name=own_name(name),
        direction="rtl" if locale(name).text_direction == "rtl" else "ltr",
        is_draft=name != library.source_language and record.words == "draft",
        words=library.words.get(name, english()),
    )


def _case(languages: tuple[str, ...], entry: Entry[CaseStudy], language: str) -> ShownCase:
    all_words = entry.record.words
    source = next(name for name in languages if name in all_words)
    shown = language if language in all_words else source
    words = all_words[shown]
    of = hash_of_case_words(all_words[source]) if shown != source else None
    standing = _standing(words, shown, status_of(words, of) if shown == language else "missing")
    outline = fingerprint([entry.id, entry.outline, repr(standing)])
    return ShownCase(entry.id, entry.record, words, standing, entry.whole, outline)


def _texts(library: Library, shelf: Shelf, language: str) -> tuple[ShownText, ...]:
    sources = shelf.get(library.source_language, {})
    ordered = sorted(sources.values(), key=lambda entry: (entry.record.order, entry.id))
    return tuple(_text(library, shelf, source, language) for source in ordered)


def _text(library: Library, shelf: Shelf, source: Entry[Section], language: str) -> ShownText:
    translation = shelf.get(language, {}).get(source.id)
    entry = translation or source
    shown = language if translation else library.source_language
    of = hash_of_section(source.record, source.body) if translation else None
    standing = _standing(entry.record, shown, status_of(entry.record, of) if shown == language else "missing")
    return ShownText(source.id, entry.record, source.record, entry.body, standing)


def _standing(words: Section | CaseWords, language: str, status: ShownStatus) -> Standing:
    review = words.review
    return Standing(
        language=language,
        status=status,
        method=words.method,
        review_by=review.by if review else None,
        review_on=review.on if review else None,
    )


def _tagged(library: Library, family: str) -> dict[str, tuple[str, ...]]:
    """Return which case studies carry each term, in the order of the vocabulary."""
    found: dict[str, list[str]] = {name: [] for name in library.vocabulary[vocabulary_of(family)]}
    for entry in library.cases.values():
        for name in _ids(entry.record, family):
            found[name].append(entry.id)
    return {name: tuple(cases) for name, cases in found.items() if cases}


def _carried(library: Library, tagged: Tagged) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return which terms each case study carries, in the order of the vocabulary."""
    found: dict[str, dict[str, list[str]]] = {name: {f: [] for f in FAMILIES} for name in library.cases}
    for family, terms in tagged.items():
        for term, cases in terms.items():
            for case in cases:
                found[case][family].append(term)
    return {
        case: {family: tuple(terms) for family, terms in by_family.items()}
        for case, by_family in found.items()
    }


def _related(carried: Mapping[str, Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    names = list(carried)
    traits = [[(family, term) for family in _COMMON for term in terms[family]] for terms in carried.values()]
    found = zip(names, closest(traits, _MOST_RELATED), strict=True)
    return {name: tuple(names[number] for number in numbers) for name, numbers in found}


def _ids(case: CaseStudy, family: str) -> tuple[str, ...]:
    if family == "countries":
        return (case.place.country.id,)
    if family == "kinds":
        return (case.kind.id,)
    return tuple(tag.id for tag in getattr(case, family))

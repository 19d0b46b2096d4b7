"""Rule: what is written in the first language is there in the others, and not out of date."""

from collections.abc import Iterable, Iterator
from typing import Any

from whrin_site.model.library import Entry, Library
from whrin_site.model.problems import Place, Problem
from whrin_site.model.texts import case_source, hash_of_case_words, hash_of_section
from whrin_site.model.walk import BY_NATURE_PARTIAL, translated_fields
from whrin_site.tools.marked import M_
from whrin_site.tools.stand_in import STAND_IN


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each missing translation and a warning for each stale one."""
    yield from _fields(library)
    yield from _cases(library)
    for shelf in (library.sections, library.pages):
        yield from _texts(library, shelf.get(library.source_language, {}), shelf)


def _fields(library: Library) -> Iterator[Problem]:
    for field in translated_fields(library):
        if field.keys[-1] in BY_NATURE_PARTIAL or not _are_known(library, field.words):
            continue
        wanted = getattr(field.entry.record, "to_translate", ())
        for language in _others(library):
            if language not in field.words and not library.is_partial(language) and language not in wanted:
                may_wait = hasattr(field.entry.record, "to_translate")
                yield _missing(field.entry.place_of_key(*field.keys), language, may_wait)
        if library.source_language not in field.words:
            yield _missing(field.entry.place_of_key(*field.keys), library.source_language)


def _cases(library: Library) -> Iterator[Problem]:
    for case in library.cases.values():
        words = case.record.words
        source = next((words[language] for language in library.languages if language in words), None)
        if source is None:
            if _are_known(library, words):
                yield _missing(case.place_of_key("words"), library.source_language)
            continue
        current = hash_of_case_words(source)
        for language in (library.source_language, *_others(library)):
            if language not in words:
                if _are_known(library, words):
                    yield from _absent(library, case, language, case.place_of_key("words"))
            elif words[language] is not source:
                yield from _posing(words[language].status, case.place("words", language, "status"))
                if STAND_IN not in case_source(source):
                    places = (
                        case.place("words", language, "source_hash"),
                        case.place_of_key("words", language),
                    )
                    yield from _stale(words[language].source_hash, current, *places)


def _texts(library: Library, sources: Any, shelf: Any) -> Iterator[Problem]:
    for name, source in sources.items():
        current = hash_of_section(source.record, source.body)
        for language in _others(library):
            translation = shelf.get(language, {}).get(name)
            path = source.path.replace(f"/{library.source_language}/", f"/{language}/")
            if translation is not None:
                yield from _posing(translation.record.status, translation.place("status"))
                place = translation.place("source_hash")
                if source.path not in library.broken:
                    yield from _stale(translation.record.source_hash, current, place, translation.place())
            elif path not in library.unread:
                yield from _absent(library, source, language, source.place())
    for language in _others(library):
        for name, text in shelf.get(language, {}).items():
            path = text.path.replace(f"/{language}/", f"/{library.source_language}/")
            if name not in sources and path not in library.unread:
                message = M_("there is no {path} that this could be a translation of")
                yield Problem("orphan-translation", message, Place(text.path), {"path": path})


def _are_known(library: Library, languages: Iterable[str]) -> bool:
    """Tell whether these are languages of the site: one that is none may stand there for what is missing."""
    return all(language in library.languages for language in languages)


def _absent(library: Library, entry: Entry[Any], language: str, place: Place) -> Iterator[Problem]:
    if language in entry.record.to_translate:
        message = M_("this still has to be translated into “{language}”")
        yield Problem("to-translate", message, place, {"language": language}, "warning")
    elif not library.is_partial(language):
        yield _missing(place, language, may_wait=True)


def _stale(found: str | None, current: str, place: Place, fallback: Place) -> Iterator[Problem]:
    if found is None:
        message = M_("this translation does not say which text it was made from; add “source_hash: {hash}”")
        yield Problem("no-source-hash", message, fallback, {"hash": current}, "warning")
    elif found != current:
        message = M_("the text that this was translated from has changed; its hash is now {hash}")
        yield Problem("stale-translation", message, place, {"hash": current}, "warning")


def _posing(status: str, place: Place) -> Iterator[Problem]:
    if status == "source":
        message = M_("a translation cannot be the source; write draft, reviewed or approved")
        yield Problem("translation-as-source", message, place)


def _missing(place: Place, language: str, may_wait: bool = False) -> Problem:
    if may_wait:
        message = M_(
            "the words in “{language}” are missing; write them, or name “{language}” under to_translate"
        )
    else:
        message = M_("the words in “{language}” are missing; write them")
    return Problem("missing-translation", message, place, {"language": language})


def _others(library: Library) -> tuple[str, ...]:
    """Return the languages to translate into. One that has no interface words yet has only just begun."""
    return tuple(name for name in library.languages[1:] if name in library.words)

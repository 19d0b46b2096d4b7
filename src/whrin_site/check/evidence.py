"""Rule: what is quoted stands in the text, word for word."""

from collections.abc import Iterator

from whrin_site.model.library import Entry, Library
from whrin_site.model.problems import Place, Problem
from whrin_site.model.records import CaseStudy
from whrin_site.tools.marked import M_
from whrin_site.tools.stand_in import STAND_IN

_QUOTED = ("services", "populations", "approaches", "programmes", "links_lost")
_STATED = ("access", "limits", "resources_needed", "materials", "partners_unnamed")


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each quotation that its text does not hold."""
    for case in library.cases.values():
        language = next((name for name in library.languages if name in case.record.words), None)
        if language is None:
            continue
        text = _text(case, language)
        for quote, place in _quotes(case):
            if quote not in text and STAND_IN not in text:
                yield _not_found(quote, language, place)
        yield from _statements(case)
        for number, fact in enumerate(case.record.external):
            if not (fact.date or fact.consulted):
                message = M_("a fact from elsewhere needs a “date”, or the day on which it was “consulted”")
                yield Problem("no-date", message, case.place("external", number))


def _quotes(case: Entry[CaseStudy]) -> Iterator[tuple[str, Place]]:
    record = case.record
    yield record.kind.quote, case.place("kind", "quote")
    for key in ("country", "region", "city"):
        tag = getattr(record.place, key)
        if tag:
            yield tag.quote, case.place("place", key, "quote")
    for field in _QUOTED:
        for number, item in enumerate(getattr(record, field)):
            yield item.quote, case.place(field, number, "quote")
    for number, partner in enumerate(record.partners):
        yield partner.verbatim, case.place("partners", number, "verbatim")


def _statements(case: Entry[CaseStudy]) -> Iterator[Problem]:
    for field in _STATED:
        for number, statement in enumerate(getattr(case.record, field)):
            for language, words in statement.words.items():
                text = _text(case, language) if language in case.record.words else STAND_IN
                if words not in text and STAND_IN not in text:
                    yield _not_found(words, language, case.place(field, number, "words", language))


def _text(case: Entry[CaseStudy], language: str) -> str:
    words = case.record.words[language]
    return f"{words.heading}\n{words.body}"


def _not_found(quote: str, language: str, place: Place) -> Problem:
    message = M_("these words are not in the “{language}” text: “{quote}”")
    return Problem("quote-not-found", message, place, {"quote": quote, "language": language})

"""What the search knows: one document for each case study and each section."""

import re
from collections.abc import Iterable, Iterator

from whrin_site.model import addresses
from whrin_site.model.search import SearchDocument
from whrin_site.model.site import ShownCase, ShownText
from whrin_site.render import terms
from whrin_site.render.cards import UNKNOWN, UNKNOWN_WORDS, carried
from whrin_site.render.content_notes import spoken_of
from whrin_site.render.press import Press

_FILTERS = {
    "country": "countries",
    "service": "services",
    "population": "populations",
    "approach": "approaches",
    "kind": "kinds",
}


def of_all(presses: Iterable[Press]) -> tuple[SearchDocument, ...]:
    """Return the documents of all languages."""
    return tuple(document for press in presses for document in documents(press))


def documents(press: Press) -> Iterator[SearchDocument]:
    """Yield the documents of a language; texts not translated yet are in their own language's."""
    cases = (of_case(press, case) for case in press.site.cases[press.language])
    sections = (of_section(press, section) for section in press.site.sections[press.language])
    yield from filter(None, (*cases, *sections))


def of_case(press: Press, case: ShownCase) -> SearchDocument | None:
    """Return the document of a case study, or None for one that is not translated yet."""
    if case.standing.language != press.language:
        return None
    ids = {name: carried(press, case, family) for name, family in _FILTERS.items()}
    labels = [terms.label(press, _FILTERS[name], item)[0] for name, items in ids.items() for item in items]
    words = case.words
    place = terms.place(press, case.record)
    text = "\n\n".join((words.summary, words.body, place, ". ".join(labels)))
    return SearchDocument(
        url=addresses.within(press.language, addresses.case(case.id)),
        language=press.spoken.tag,
        title=words.name,
        summary=words.summary,
        text=_plain(text),
        also=tuple(_also(press, ids, text)),
        filters={name: tuple(item.lower() for item in items) for name, items in ids.items()},
        marks=(press.says("Case study"), place, *_warning(press, case)),
        note=spoken_of(press, case.record.content_notes),
    )


def _warning(press: Press, case: ShownCase) -> tuple[str, ...]:
    return (press.says(UNKNOWN_WORDS),) if case.record.status == UNKNOWN else ()


def of_section(press: Press, section: ShownText) -> SearchDocument | None:
    """Return the document of a section, or None for one that is not translated yet or has no words."""
    if section.standing.language != press.language or not section.body:
        return None
    record = section.record
    return SearchDocument(
        url=addresses.within(press.language, addresses.section(section.id)),
        language=press.spoken.tag,
        title=record.title,
        summary=record.description or "",
        text=_plain(section.body),
        also=tuple(_also(press, {}, section.body)),
        filters={},
        marks=(press.says("Position paper"),),
        note=spoken_of(press, _subjects(section)),
    )


def _subjects(section: ShownText) -> tuple[str, ...]:
    """Return the hard subjects of a section and of its passages, each once."""
    inside = (name for passage in section.record.passages for name in passage.content_notes)
    return tuple(dict.fromkeys((*section.facts.content_notes, *inside)))


def _also(press: Press, ids: dict[str, tuple[str, ...]], text: str) -> Iterator[str]:
    """Yield the other names of every term a document carries, and of the words that stand in it."""
    for name, items in ids.items():
        for item in items:
            yield from terms.vocabulary(press, _FILTERS[name])[item].record.also
    folded = text.casefold()
    for entry in press.site.library.aliases.values():
        if _stands_in(entry.record.shown, folded):
            yield from entry.record.also


def _stands_in(beginnings: Iterable[str], folded: str) -> bool:
    """Tell whether any word of a case-folded text begins so."""
    for word in map(str.casefold, beginnings):
        position = folded.find(word)
        while position >= 0:
            before = folded[position - 1 : position]
            if not before.isalnum() and before != "_":
                return True
            position = folded.find(word, position + 1)
    return False


def _plain(markdown: str) -> str:
    """Return the words of a Markdown text without its marks."""
    text = re.sub(r"^(?:[-*#>]+|\d+\.)\s+", "", markdown, flags=re.MULTILINE)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\\([\\`*_{}\[\]()#+.!-])|[*_`]{1,3}(?=\w)|(?<=\w)[*_`]{1,3}", r"\1", text)

"""Published form: the glossary, in plain words of ours."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from whrin_site.model import addresses
from whrin_site.model.library import Entry
from whrin_site.model.vocabulary import Term
from whrin_site.render.press import File, Press
from whrin_site.render.sheets import Sheet, sheet
from whrin_site.render.views import Spoken
from whrin_site.tools.searchwords import words


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the texts: what an abbreviation stands for, and what the word means."""

    id: str
    label: str
    spoken: Spoken | None
    stands_for: str | None
    stands_for_spoken: Spoken | None
    meaning: str | None
    meaning_spoken: Spoken | None


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The page."""

    title: str
    words: tuple[Word, ...]


def render(press: Press) -> Iterator[Sheet]:
    """Yield the page, if there is any word to explain."""
    if press.site.library.vocabulary["glossary"]:
        yield sheet(press, addresses.GLOSSARY, (), partial(_page, press))


def _page(press: Press) -> File:
    found = press.site.library.vocabulary["glossary"]
    title = press.says("Glossary")
    explained = sorted((_word(press, entry) for entry in found.values()), key=lambda word: words(word.label))
    description = press.says("Words and abbreviations of the texts, in plain words.")
    view = GlossaryView(title, tuple(explained))
    return press.page(addresses.GLOSSARY, "pages/glossary.html", view, title=title, description=description)


def _word(press: Press, entry: Entry[Term]) -> Word:
    term = entry.record
    label, spoken = press.picks(term.label)
    stands_for, stands_for_spoken = press.picks(term.stands_for) if term.stands_for else (None, None)
    meaning, meaning_spoken = press.picks(term.definition) if term.definition else (None, None)
    return Word(entry.id, label, spoken, stands_for, stands_for_spoken, meaning, meaning_spoken)

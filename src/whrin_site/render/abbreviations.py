"""The abbreviations of a text, written out above it: its own words stay as they are."""

import re
from collections.abc import Iterator

from whrin_site.render.press import Press
from whrin_site.render.views import Abbreviation


def abbreviations(press: Press, body: str, language: str) -> Iterator[Abbreviation]:
    """Yield those that stand in a text of this language, in the order of the glossary."""
    for entry in press.site.library.vocabulary["glossary"].values():
        term = entry.record
        if term.stands_for and language in term.label and _stands_in(term.label[language], body):
            words, spoken = press.picks(term.stands_for)
            yield Abbreviation(term.label[language], press.speaks(language), words, spoken)


def _stands_in(word: str, body: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", body) is not None

"""Rule: words are written in the letters of their language, unless they are marked as another one's."""

import re
from collections.abc import Iterator

from whrin_site.check.texts import Text, Words, lines, markdown
from whrin_site.model.library import Library
from whrin_site.model.problems import Problem
from whrin_site.model.records import Section
from whrin_site.tools.characters import cyrillic_in, mixed_words
from whrin_site.tools.locales import is_known
from whrin_site.tools.marked import M_
from whrin_site.tools.scripts import has_foreign_words, is_foreign, is_unreadable, script_of

_TARGET = re.compile(r"\]\([^)\n]*\)")  # the rule of addresses looks at these
_PARAGRAPH = re.compile(r"(?:.+\n?)+")
_PROSE = 4  # so many words with small letters make a text, rather than a name such as Museum of the City


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each word of mixed letters, a warning for what is in those of another language."""
    known = {language for language in library.languages if is_known(language)}
    for text in markdown(library):
        if text.language in known:
            yield from _mixed(text)
            yield from _paragraphs(text)
    for words in lines(library):
        if words.language in known:
            yield from _mixed(words)
            script = script_of(words.language)
            if is_foreign(words.text, script, _PROSE) or is_unreadable(words.text, script):
                yield _foreign(words, words.text, 0)


def _mixed(words: Words) -> Iterator[Problem]:
    text = _TARGET.sub(lambda found: " " * len(found[0]), words.text) if "](" in words.text else words.text
    for word in dict.fromkeys(mixed_words(text)):
        message = M_("“{found}” mixes Latin and Cyrillic letters ({letters}); type it again")
        values = {"found": word, "letters": cyrillic_in(word)}
        yield Problem("mixed-letters", message, words.place(word, text.find(word)), values)


def _paragraphs(text: Text) -> Iterator[Problem]:
    script = script_of(text.language)
    if not has_foreign_words(text.text, script, _PROSE):
        return
    for found in _PARAGRAPH.finditer(text.text):
        if is_foreign(found[0], script, _PROSE) and not _is_marked(text, found[0]):
            yield _foreign(text, found[0], found.start())


def _is_marked(text: Text, paragraph: str) -> bool:
    record = text.entry.record
    if not isinstance(record, Section):
        return False
    others = [passage.starts for passage in record.passages if passage.language not in (None, text.language)]
    # A passage that begins nowhere is a mistake of its own; it may have meant this paragraph.
    return any(paragraph.startswith(starts) or starts not in text.text for starts in others)


def _foreign(words: Words, text: str, position: int) -> Problem:
    begins = text.split("\n")[0]
    begins = begins if len(begins) <= 40 else begins[:40] + "…"
    place = words.place(text.split("\n")[0], position)
    if not words.keys:
        message = M_(
            "“{begins}” is not in the letters of “{language}”; translate it, "
            "or name it under “passages” with its language"
        )
    else:
        message = M_("“{begins}” is not in the letters of “{language}”; put it under its own language")
    return Problem("wrong-letters", message, place, {"begins": begins, "language": words.language}, "warning")

"""The interface words of one language, read from a gettext .po file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from gettext import c2py
from io import BytesIO

from babel import UnknownLocaleError
from babel.messages.pofile import PoFileError, read_po

from whrin_site.tools.fault import Fault
from whrin_site.tools.locales import locale
from whrin_site.tools.marked import M_

_SAMPLES = 200  # numbers for which a plural rule is tried
_FORMS = re.compile(r"nplurals\s*=\s*0*(\d+)")
_LEFT_TO_RIGHT, _AS_BEFORE = "\u2066", "\u2069"  # isolates (UAX 9): the full stop stays at the end
_NAME = re.compile(r"\{[a-z_]+\}")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Messages by their English text. A message that is not there stays English.

    `untranslated` tells on which line each message without words stands, `guessed` each
    whose words are only a guess (gettext calls it fuzzy); neither is shown to readers.
    """

    language: str
    messages: Mapping[str, str | tuple[str, ...]]
    form_for: Callable[[int], int]
    untranslated: Mapping[str, int] = field(default_factory=dict)
    guessed: Mapping[str, int] = field(default_factory=dict)

    def knows(self, message: str) -> bool:
        """Tell whether the message has words in this language."""
        return message in self.messages

    def text(self, message: str) -> str:
        """Return the message in this language."""
        found = self.messages.get(message) or self._in_english(message)
        return found if isinstance(found, str) else found[0]

    def count(self, singular: str, plural: str, n: int) -> str:
        """Return the message in the form that this language uses for `n` things."""
        found = self.messages.get(singular)
        if not isinstance(found, tuple):
            return self._in_english(singular if n == 1 else plural)
        return found[self.form_for(n)]

    def forms(self, singular: str, plural: str) -> dict[str, str]:
        """Return the message by CLDR plural category, for a script that counts by itself."""
        samples = _samples(self.language)
        by_category = {name: self.count(singular, plural, n) for name, n in samples.items()}
        by_category.setdefault("other", next(reversed(by_category.values())))
        return by_category

    def _in_english(self, message: str) -> str:
        """Return a message that has no words here, so that among words from right to left it reads on."""
        return f"{_LEFT_TO_RIGHT}{message}{_AS_BEFORE}" if _is_turned(self.language) else message


@cache
def _is_turned(language: str) -> bool:
    """Tell whether a language is written from right to left."""
    return locale(language).text_direction == "rtl"


@lru_cache(maxsize=64)
def _samples(language: str) -> dict[str, int]:
    """Return the smallest number of each CLDR plural category."""
    rule = locale(language).plural_form
    found: dict[str, int] = {}
    for n in range(_SAMPLES):
        found.setdefault(rule(n), n)
    return found


def english() -> Catalogue:
    """Return the catalogue of the language in which the messages are written."""
    return Catalogue("en", {}, lambda n: int(n != 1))


@lru_cache(maxsize=16)
def read(text: str, language: str) -> tuple[Catalogue, tuple[Fault, ...]]:
    """Return the catalogue that a .po file holds, and what is wrong with the file."""
    if any(len(forms) > 1 for forms in _FORMS.findall(text)):  # Babel makes room for as many as are named
        return english(), (
            Fault("po-plural", "the header names more plural forms than any language has", (1, 1)),
        )
    if "msgid" not in text:
        return english(), (
            Fault("po-empty", "this file holds no words; copy those of another language", (1, 1)),
        )
    try:
        catalog = read_po(BytesIO(text.encode()), locale=language, abort_invalid=True)
        rule = c2py(catalog.plural_expr)
        fits = all(0 <= rule(n) < catalog.num_plurals for n in range(_SAMPLES))
    except (PoFileError, ValueError, LookupError, ArithmeticError, UnknownLocaleError) as error:
        line = getattr(error, "lineno", 1) or 1
        fault = Fault("po-syntax", "this is not a valid .po file: {said}", (line, 1), {"said": str(error)})
        return english(), (fault,)
    if not fits:
        return english(), (
            Fault("po-plural", "the plural rule in the header names forms that are not there", (1, 1)),
        )
    messages: dict[str, str | tuple[str, ...]] = {}
    missing: dict[str, int] = {}
    guessed: dict[str, int] = {}
    faults: list[Fault] = []
    for message in catalog:
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        words = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if message.fuzzy:
            guessed[ids[0]] = message.lineno or 1
        elif not any(words):
            missing[ids[0]] = message.lineno or 1
        elif not all(words):
            at = message.lineno or 1, 1
            wrong = M_("the words for “{text}” are missing for some numbers; this language has {forms} forms")
            faults.append(Fault("po-plural", wrong, at, {"text": ids[0], "forms": catalog.num_plurals}))
        elif any(_placeholders(form) != _placeholders(ids[-1]) for form in words):
            at = message.lineno or 1, 1
            wrong = M_("the words for “{text}” need the same names in braces, and no other braces")
            faults.append(Fault("po-placeholder", wrong, at, {"text": ids[0]}))
        else:
            messages[ids[0]] = words[0] if len(ids) == 1 else words
    return Catalogue(language, messages, rule, missing, guessed), tuple(faults)


def _placeholders(text: str) -> set[str] | None:
    """Return the names in braces, or None where the braces are no plain names."""
    found = set(_NAME.findall(text))
    return None if set("{}") & set(_NAME.sub("", text)) else found

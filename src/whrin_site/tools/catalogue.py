"""The messages of one language. Babel, which is slow to come, is asked only for what needs it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

_SAMPLES = 200  # numbers for which a plural rule is tried
_LEFT_TO_RIGHT, _AS_BEFORE = "\u2066", "\u2069"  # isolates (UAX 9): the full stop stays at the end


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
    if language == "en":
        return False
    from whrin_site.tools.locales import locale

    return locale(language).text_direction == "rtl"


@lru_cache(maxsize=64)
def _samples(language: str) -> dict[str, int]:
    """Return the smallest number of each CLDR plural category."""
    from whrin_site.tools.locales import locale

    rule = locale(language).plural_form
    found: dict[str, int] = {}
    for n in range(_SAMPLES):
        found.setdefault(rule(n), n)
    return found


def english() -> Catalogue:
    """Return the catalogue of the language in which the messages are written."""
    return Catalogue("en", {}, lambda n: int(n != 1))

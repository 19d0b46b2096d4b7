"""The interface words of one language, read from a gettext .po file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from gettext import c2py
from io import BytesIO

from babel import Locale
from babel.messages.pofile import PoFileError, read_po

from whrin_site.tools.fault import Fault


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Messages by their English text. A message that is not there stays English.

    `untranslated` tells on which line each message without words stands.
    """

    language: str
    messages: Mapping[str, str | tuple[str, ...]]
    form_for: Callable[[int], int]
    untranslated: Mapping[str, int] = field(default_factory=dict)

    def knows(self, message: str) -> bool:
        """Tell whether the message has words in this language."""
        return message in self.messages

    def text(self, message: str) -> str:
        """Return the message in this language."""
        found = self.messages.get(message, message)
        return found if isinstance(found, str) else found[0]

    def count(self, singular: str, plural: str, n: int) -> str:
        """Return the message in the form that this language uses for `n` things."""
        found = self.messages.get(singular)
        if not isinstance(found, tuple):
            return singular if n == 1 else plural
        return found[self.form_for(n)]

    def forms(self, singular: str, plural: str) -> dict[str, str]:
        """Return the message by CLDR plural category, for a script that counts by itself."""
        rule = Locale.parse(self.language).plural_form
        samples: dict[str, int] = {}
        for n in range(200):
            samples.setdefault(rule(n), n)
        by_category = {name: self.count(singular, plural, n) for name, n in samples.items()}
        by_category.setdefault("other", next(reversed(by_category.values())))
        return by_category


def name_of(language: str, in_language: str) -> str:
    """Return what a language is called in another one (Unicode CLDR, through Babel)."""
    name = Locale.parse(language, sep="-").get_display_name(in_language.replace("-", "_"))
    return name or language


def english() -> Catalogue:
    """Return the catalogue of the language in which the messages are written."""
    return Catalogue("en", {}, lambda n: int(n != 1))


def read(text: str, language: str) -> tuple[Catalogue, tuple[Fault, ...]]:
    """Return the catalogue that a .po file holds, and what is wrong with the file."""
    try:
        catalog = read_po(BytesIO(text.encode()), locale=language, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        line = getattr(error, "lineno", 1) or 1
        fault = Fault("po-syntax", "this is not a valid .po file: {said}", (line, 1), {"said": str(error)})
        return english(), (fault,)
    messages: dict[str, str | tuple[str, ...]] = {}
    missing: dict[str, int] = {}
    for message in catalog:
        if not message.id:
            continue
        words = message.string or ""
        key = message.id if isinstance(message.id, str) else message.id[0]
        if message.fuzzy or not (words if isinstance(words, str) else all(words)):
            missing[key] = message.lineno or 1
        else:
            messages[key] = words if isinstance(words, str) else tuple(words)
    rule = c2py(catalog.plural_expr)
    return Catalogue(language, messages, rule, missing), ()

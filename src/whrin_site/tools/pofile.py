"""The interface words of one language, read from a gettext .po file."""

import re
from collections.abc import Iterator
from functools import lru_cache
from gettext import c2py
from io import BytesIO

from babel import UnknownLocaleError
from babel.messages.pofile import PoFileError, read_po

from whrin_site.tools.catalogue import Catalogue, english
from whrin_site.tools.fault import Fault
from whrin_site.tools.marked import M_

_SAMPLES = 200  # numbers for which a plural rule is tried
_FORMS = re.compile(r"nplurals\s*=\s*0*(\d+)")
_NAME = re.compile(r"\{[a-z_]+\}")
_WORDS = re.compile(r'\s*(?:(?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*(?=\S)|(?="))(.*)')
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


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
    if unquoted := tuple(_unquoted(text)):
        return english(), unquoted
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


def _unquoted(text: str) -> Iterator[Fault]:
    """Yield the lines whose words lack a mark around them: there Babel drops a letter without a word."""
    wrong = M_("these words need a quotation mark before and behind them, and a backslash before any between")
    for number, line in enumerate(text.split("\n"), start=1):
        found = _WORDS.fullmatch(line.rstrip())
        if found and not _QUOTED.fullmatch(found[1]):
            yield Fault("po-syntax", wrong, (number, found.start(1) + 1))


def _placeholders(text: str) -> set[str] | None:
    """Return the names in braces, or None where the braces are no plain names."""
    found = set(_NAME.findall(text))
    return None if set("{}") & set(_NAME.sub("", text)) else found

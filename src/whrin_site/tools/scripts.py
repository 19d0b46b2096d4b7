"""In which letters a language is written, and in which a text is."""

import re
from functools import cache
from typing import Literal

from babel import Locale
from babel.core import get_global

from whrin_site.tools.characters import CYRILLIC, LATIN

Script = Literal["Latn", "Cyrl"]

# Addresses, quotations and what stands in backticks are written in the letters that they are written in.
_AS_IT_IS = re.compile(r"\S*(?:@|://|\w\.\w)\S*|`[^`]*`|\]\([^)]*\)|«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"\n]*\"")
_LETTERS = {"Latn": re.compile(f"[{LATIN}]"), "Cyrl": re.compile(f"[{CYRILLIC}]")}
# Words of two letters and more. Their first letter is looked for before what stands around them.
_SMALL = {
    script: re.compile(rf"[{letters}](?<!\w.)[{letters}]+(?!\w)")
    for script, letters in (("Latn", "a-zà-ɏ"), ("Cyrl", "а-ѓ"))
}
_OTHER: dict[str, Script] = {"Latn": "Cyrl", "Cyrl": "Latn"}


@cache
def script_of(language: str) -> str:
    """Return the ISO 15924 code of the letters in which a language is mostly written (CLDR), or nothing."""
    locale = Locale.parse(language, sep="-")
    if locale.script:
        return locale.script
    likely = get_global("likely_subtags").get(locale.language, "")
    return str(likely).split("_")[1] if "_" in str(likely) else ""


def is_foreign(text: str, script: str, prose: int) -> bool:
    """Tell whether most of a text is in Cyrillic instead of Latin letters, or the other way round.

    Names and abbreviations of elsewhere are no foreign text: `prose` is how many words with small
    letters there must be at least.
    """
    if not has_foreign_words(text, script, prose):
        return False
    other = _OTHER[script]
    text = _AS_IT_IS.sub(" ", text)
    foreign = len(_LETTERS[other].findall(text))
    return foreign > len(_LETTERS[script].findall(text)) and len(_SMALL[other].findall(text)) >= prose


def has_foreign_words(text: str, script: str, least: int) -> bool:
    """Tell whether so many words of the other letters stand anywhere in a text, which is soon found out."""
    if script not in _OTHER or (script == "Latn" and text.isascii()):
        return False
    return len(_SMALL[_OTHER[script]].findall(text)) >= least


def is_unreadable(text: str, script: str) -> bool:
    """Tell whether readers of Latin letters find no word in a text, because all of it is Cyrillic.

    The other way round it is common: Russian leaves foreign names in Latin letters.
    """
    if script != "Latn" or text.isascii() or not _LETTERS["Cyrl"].search(text):
        return False
    text = _AS_IT_IS.sub(" ", text)
    return not _LETTERS["Latn"].search(text) and len(_LETTERS["Cyrl"].findall(text)) > 2

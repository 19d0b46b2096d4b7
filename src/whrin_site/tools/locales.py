"""What is known of languages (Unicode CLDR, through Babel)."""

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global


@lru_cache(maxsize=256)
def locale(tag: str) -> Locale:
    """Return the locale of a BCP 47 tag. Raises ValueError or UnknownLocaleError for others."""
    return Locale.parse(tag, sep="-")


def is_known(tag: str) -> bool:
    """Tell whether dates, plurals and names can be written in the language of this tag."""
    try:
        locale(tag)
    except (UnknownLocaleError, ValueError):
        return False
    return True


@lru_cache(maxsize=256)
def name_of(language: str, in_language: str) -> str:
    """Return what a language is called in another one."""
    return locale(language).get_display_name(locale(in_language)) or language


def own_name(language: str) -> str:
    """Return what a language calls itself, as at the beginning of a line."""
    name = name_of(language, language)
    return name[:1].upper() + name[1:]


# Old codes of libraries, which stand beside the ones of ISO 639-3 for the same languages.
_BIBLIOGRAPHIC = re.compile("alb|arm|baq|bur|chi|cze|dut|fre|geo|ger|gre|ice|mac|mao|may|per|rum|slo|tib|wel")


def three_letters(language: str) -> str:
    """Return the ISO 639-3 code of a language, or its own code where it has no shorter one."""
    known = get_global("language_aliases")
    codes = (code for code, short in known.items() if short == language and len(code) == 3)
    return min((code for code in codes if not _BIBLIOGRAPHIC.fullmatch(code)), default=language)

"""What is known of languages (Unicode CLDR, through Babel)."""

from babel import Locale, UnknownLocaleError


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


def name_of(language: str, in_language: str) -> str:
    """Return what a language is called in another one."""
    return locale(language).get_display_name(locale(in_language)) or language


def own_name(language: str) -> str:
    """Return what a language calls itself, as at the beginning of a line."""
    name = name_of(language, language)
    return name[:1].upper() + name[1:]

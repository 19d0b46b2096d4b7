"""Characters that have no place in a text, and letters that pass for others."""

import re

# Control characters but for tab and line ends, surrogates, signs without width that change what is
# found or which way it is written, and two private ones that stand for marks while a page is made.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ue000\ue001]"
)

# Cyrillic letters that nobody can tell from a Latin one, small and capital.
_LOOK_ALIKE = str.maketrans("асеорхуіјѕԁԛԝһАВСЕНІЈКМОРЅТХУ", "aceopxyijsdqwhABCEHIJKMOPSTXY")

LATIN = "A-Za-zÀ-ɏ"
CYRILLIC = "\u0400-\u052f"
_WORD = re.compile(f"[{LATIN}{CYRILLIC}]+")
_SEAM = re.compile(f"[{LATIN}](?:(?<=[{CYRILLIC}].)|(?=[{CYRILLIC}]))")
_CYRILLIC_LETTERS = re.compile(f"[{CYRILLIC}]")


def first_unseen(text: str) -> int:
    """Return where the first character stands that cannot be seen and changes what is, or -1."""
    found = _UNSEEN.search(text)
    return found.start() if found else -1


def as_latin(text: str) -> str:
    """Return the text with each Cyrillic letter that looks like a Latin one replaced by it."""
    return text.translate(_LOOK_ALIKE)


def is_disguised(text: str) -> bool:
    """Tell whether Cyrillic letters make a text look as if it were written in Latin ones."""
    return not text.isascii() and as_latin(text).isascii() and bool(_CYRILLIC_LETTERS.search(text))


def cyrillic_in(text: str) -> str:
    """Return the Cyrillic letters of a text, each once, for a message."""
    return ", ".join(dict.fromkeys(_CYRILLIC_LETTERS.findall(text)))


def mixed_words(text: str) -> list[str]:
    """Return the words in which Latin and Cyrillic letters stand side by side."""
    if text.isascii() or not _CYRILLIC_LETTERS.search(text) or not _SEAM.search(text):
        return []
    return [word for word in _WORD.findall(text) if _SEAM.search(word)]

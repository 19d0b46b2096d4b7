"""How a text is written for a search, so that one word in two spellings is one word."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# What a search index gets for a dash that stands alone: it keeps its place, and no word finds it.
_NO_WORD = "—"

_APOSTROPHES = re.compile("[’ʼ‘`´]")
_POSSESSIVE = re.compile(r"'s\b")
_UNHEARD = re.compile("['\u00ad\u0300-\u036f]")

# "гепатит С" is typed with either letter, and so are A and B.
_LETTERS = {"а": "a", "в": "b", "с": "c"}

# Pagefind takes the breve off й before it stems, and Snowball then does not know -ый, -ой, -ей, -ий any
# more. These endings of the same words have no й, and are cut off at the same place.
_SOFT_ENDINGS = ((re.compile("([ыи])й(ся)?$"), r"\1е\2"), (re.compile("([ое])й(ся)?$"), r"\1ю\2"))

# A vowel that comes and goes: тюрьма, тюрем; девушка, девушек; окно, окон.
_FLEETING = re.compile("^(..*[бвгджзклмнпрстфхцчшщ])(?:е([бгклмнрц])|о([гклнр]))$")
# A masculine name or noun in -ей, written as _SOFT_ENDINGS leaves it: Эней, Энея.
_MASCULINE = re.compile("^(.+е)ю$")
_IRREGULAR = {
    "women": "woman",
    "woman": "women",
    "men": "man",
    "man": "men",
    "children": "child",
    "child": "children",
}


def places(text: str) -> tuple[str, ...]:
    """Return the words of a text as the index gets them, one for each piece between two spaces.

    A piece of several words, such as drop-in, keeps its place and joins them with hyphens.

    >>> places("Ещё — «drop-in», women’s!")
    ('еще', '—', 'drop-in', 'women')
    """
    return tuple(map(_place, text.split()))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, each in the spelling that the index and the query share.

    The query goes through the same steps in static/js/search-engine.js.
    """
    plain = unicodedata.normalize("NFC", text).lower().replace("ё", "е")
    plain = _POSSESSIVE.sub("", _APOSTROPHES.sub("'", plain))
    plain = _UNHEARD.sub("", plain)
    return tuple(_spelling(word) for word in "".join(map(_letter, plain)).split())


@lru_cache(maxsize=100_000)
def forms(word: str) -> tuple[str, ...]:
    """Return what else an indexed word is found by, where cutting off endings is not enough.

    >>> forms("тюрем"), forms("women")
    (('тюрм', 'тюрьм'), ('woman',))
    """
    return tuple(form for part in word.split("-") for form in _forms(part))


def _forms(word: str) -> Iterator[str]:
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    elif fleeting := _FLEETING.match(word):
        end = fleeting[2] or fleeting[3]
        yield fleeting[1] + end
        yield fleeting[1] + "ь" + end
    elif masculine := _MASCULINE.match(word):
        yield masculine[1] + "я"


@lru_cache(maxsize=100_000)
def _place(piece: str) -> str:
    return "-".join(words(piece)) or _NO_WORD


def _letter(sign: str) -> str:
    return sign if sign.isalnum() or unicodedata.category(sign).startswith("M") else " "


def _spelling(word: str) -> str:
    for ending, other in _SOFT_ENDINGS:
        word = ending.sub(other, word)
    return _LETTERS.get(word, word)

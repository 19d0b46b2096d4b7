"""Names that are probably one name, written in two ways."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from whrin_site.tools.characters import as_latin

_SIGNS = re.compile(r"[\W_]+")
_SHORT = 6  # below that many letters, one letter makes another name


def plain(name: str) -> str:
    """Return a name without case, accents, blanks, signs, and with look-alike letters made one."""
    folded = unicodedata.normalize("NFKD", as_latin(name).casefold()).replace("ё", "е")
    return _SIGNS.sub("", "".join(sign for sign in folded if not unicodedata.combining(sign)))


def pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each name with an earlier one from which it differs by little: by a letter or so.

    Linear, because two words differ by one letter when they are alike without it.
    """
    seen: dict[str, str] = {}
    for name in dict.fromkeys(names):
        keys = _keys(plain(name))
        earlier = next((seen[key] for key in keys if key in seen), None)
        if earlier is not None:
            yield name, earlier
        for key in keys:
            seen.setdefault(key, name)


def _keys(word: str) -> list[str]:
    """Return the word, and what it is without each of its letters; numbers are never left out."""
    if len(word) < _SHORT:
        return [word]
    return [
        word,
        *(word[:place] + word[place + 1 :] for place, sign in enumerate(word) if not sign.isdigit()),
    ]

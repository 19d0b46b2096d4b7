"""No-break spaces where a language does not let a line end."""

import re
from functools import lru_cache

NBSP = "\u00a0"

# Words of one and two letters that Russian keeps with the word after them: в, во, к, ко, с, со, о, об, у, и,
# а, не, ни, на, за, по, из, от, до. The blank behind them stands first, since there are fewer blanks than
# letters; then come the letters before it, and what may not stand before these.
_ONE = "[вксоуиаВКСОУИА] "
_TWO = "|".join(("[вкспдВКСПД][оО] ", "[нН][еиаЕИА] ", "[зЗ][аА] ", "[оО][бтБТ] ", "[иИ][зЗ] "))
_AFTER_SHORT = re.compile(
    rf" (?=\S)(?:(?<={_ONE})(?<![\w{NBSP}-]. )(?<!епатит[ {NBSP}]. )"
    rf"|(?<={_TWO})(?<![\w{NBSP}-].. )(?<!епатит[ {NBSP}].. ))"
)
_HEPATITIS = re.compile(r"(епатит[а-я]*) (?=[АВС]\b)")
_BEFORE_PARTICLE = re.compile(r" (бы|б|же|ж|ли|ль)(?![\w-])")
_NUMBER_AND_NOUN = re.compile(r"(\d) (?=[а-яё])")
_INITIALISM = re.compile(r"\.(?<=[тип]\.)(?<!\w[тип]\.) (?=[едпк]\.)")


def russian(text: str) -> str:
    """Return the text with Russian no-break spaces (Мильчин, «Справочник издателя и автора»)."""
    text = _HEPATITIS.sub(rf"\1{NBSP}", text.replace(" —", f"{NBSP}—"))
    text = _AFTER_SHORT.sub(NBSP, text)
    text = _BEFORE_PARTICLE.sub(rf"{NBSP}\1", text)
    text = _NUMBER_AND_NOUN.sub(rf"\1{NBSP}", text)
    return _INITIALISM.sub(f".{NBSP}", text)


_RULES = {"ru": russian}
_SHORT = 300
"""Letters up to which a text is remembered: labels and sentences of the interface come again and again."""


def set_type(text: str, language: str) -> str:
    """Return a text of our own with the no-break spaces of its language."""
    rule = _RULES.get(language)
    if rule is None:
        return text
    return _remembered(text, language) if len(text) < _SHORT else rule(text)


@lru_cache(maxsize=4096)
def _remembered(text: str, language: str) -> str:
    return _RULES[language](text)

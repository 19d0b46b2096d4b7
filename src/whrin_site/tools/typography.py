"""No-break spaces where a language does not let a line end."""

import re

NBSP = "\u00a0"

# Words of one and two letters that Russian keeps with the word after them.
_SHORT = "в|во|к|ко|с|со|о|об|у|и|а|не|ни|на|за|по|из|от|до"
_AFTER_SHORT = re.compile(rf"(?<![\w{NBSP}-])(?<!епатит[ {NBSP}])({_SHORT}) (?=\S)", re.IGNORECASE)
_HEPATITIS = re.compile(r"(епатит[а-я]*) (?=[АВС]\b)")
_BEFORE_PARTICLE = re.compile(r" (бы|б|же|ж|ли|ль)(?![\w-])")
_NUMBER_AND_NOUN = re.compile(r"(\d) (?=[а-яё])")
_INITIALISM = re.compile(r"\b([тип])\. (?=[едпк]\.)")


def russian(text: str) -> str:
    """Return the text with Russian no-break spaces (Мильчин, «Справочник издателя и автора»)."""
    text = _HEPATITIS.sub(rf"\1{NBSP}", text.replace(" —", f"{NBSP}—"))
    # Twice, because short words follow one another: «и в Украине».
    text = _AFTER_SHORT.sub(rf"\1{NBSP}", text)
    text = _AFTER_SHORT.sub(rf"\1{NBSP}", text)
    text = _BEFORE_PARTICLE.sub(rf"{NBSP}\1", text)
    text = _NUMBER_AND_NOUN.sub(rf"\1{NBSP}", text)
    return _INITIALISM.sub(rf"\1.{NBSP}", text)


_RULES = {"ru": russian}


def set_type(text: str, language: str) -> str:
    """Return a text of our own with the no-break spaces of its language."""
    rule = _RULES.get(language)
    return rule(text) if rule else text

"""The page that readers in danger need is written in plain words."""

import re

import pytest
from kit import ROOT

GRADE = 6  # of school, for readers of about twelve years
WORDS_IN_A_SENTENCE = 11


def sentences(language: str) -> list[list[str]]:
    text = (ROOT / f"content/pages/{language}/reading-safely.md").read_text(encoding="utf-8")
    lines = [line for line in text.split("---\n", 2)[2].splitlines() if line and not line.startswith("#")]
    parts = (part for line in lines for part in re.split(r"[.!?]\W", line.removeprefix("- ")))
    found = (re.findall(r"\w[\w’'-]*", part) for part in parts)
    return [words for words in found if words]


def syllables(word: str) -> int:
    """Return roughly how many syllables an English word has: groups of vowels without a silent e."""
    groups = re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])es?$|(?<=[^aeioutd])ed$", "", word.lower()))
    return max(1, len(groups))


def test_the_english_page_is_read_by_twelve_year_olds():
    """Flesch-Kincaid grade level (Kincaid and others, 1975)."""
    found = sentences("en")
    words = [word for sentence in found for word in sentence]

    grade = 0.39 * len(words) / len(found) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    print(f"Flesch-Kincaid grade: {grade:.1f}")

    assert len(words) > 800
    assert grade <= GRADE


@pytest.mark.parametrize("language", ["en", "ru"])
def test_its_sentences_are_short(language):
    found = sentences(language)
    mean = sum(map(len, found)) / len(found)
    print(f"{language}: {mean:.1f} words in a sentence, the longest {max(map(len, found))}")

    assert mean <= WORDS_IN_A_SENTENCE
    assert max(map(len, found)) <= 26

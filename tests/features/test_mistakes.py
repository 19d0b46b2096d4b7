"""Every mistake is one message, at the place where it has to be mended.

One file of `mistakes/kinds` holds one mistake: in which file of the good site, what is changed, and what
is said then. Nothing else may be said.
"""

import re
from typing import Any

import pytest
from kit import BLOCK, HOUSE, SITE, VOCABULARY, problems
from mistakes import GOOD, MISTAKES, spoilt

from whrin_site.reading import examine


def test_the_good_site_has_no_problems_at_all():
    assert list(map(str, examine(GOOD))) == []


def test_there_are_at_least_120_mistakes():
    assert len(MISTAKES) >= 120


@pytest.mark.parametrize("name", sorted(MISTAKES))
def test_a_mistake_is_one_message(name):
    mistake = MISTAKES[name]

    assert list(map(str, examine(spoilt(mistake)))) == [mistake["says"]]


def test_all_mistakes_of_a_file_are_told_at_once_those_of_its_form_and_those_of_its_facts():
    house = BLOCK.replace("order: 1", "order: one\nlimit: []").replace("id: naloxone", "id: nalokson")

    assert [found.partition(": error: ")[0::2] for found in problems({HOUSE: house})] == [
        (f"{HOUSE}:1:8", "“one” is no whole number [wrong-number]"),
        (f"{HOUSE}:2:1", "there is no key “limit” here; did you mean “limits”? [unknown-key]"),
        (f"{HOUSE}:9:9", "no service is called “nalokson”; did you mean “naloxone”? [unknown-service]"),
    ]


REQUIRED = (
    "mail-without-at",
    "no-quote",
    "order-in-words",
    "status-misspelt",
    "single-quote-not-closed",
    "text-instead-of-a-list",
    "unknown-escape",
    "yes-instead-of-true",
)
END_OF_READING = {"control-character", "yaml-indentation", "yaml-missing-colon", "yaml-too-deep"}
"""After these nobody can say what the rest of a file means."""


@pytest.mark.parametrize("one", REQUIRED)
def test_two_mistakes_of_one_file_are_two_messages(one):
    tried = 0
    for other, mistake in MISTAKES.items():
        files = spoilt_twice(MISTAKES[one], mistake)
        if files is None or code(mistake) in END_OF_READING:
            continue
        tried += 1
        expected = sorted(map(without_line, (MISTAKES[one]["says"], mistake["says"])))
        assert sorted(without_line(str(found)) for found in examine(files)) == expected, other

    assert tried > 20


def spoilt_twice(one: dict[str, Any], other: dict[str, Any]) -> dict[str, bytes] | None:
    """Return the good site with two mistakes in one file, or nothing if they need the same place."""
    text = GOOD.get(one["in"], b"").decode()
    for mistake in (one, other):
        if mistake["in"] != one["in"] or mistake.keys() != {"in", "changes", "says"}:
            return None
        for change in mistake["changes"]:
            if change["was"] not in text:
                return None
            text = text.replace(change["was"], change["now"], 1)
    return None if one is other or near(one, other) else GOOD | {one["in"]: text.encode()}


def near(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether one mistake may hide the other: they stand in the same item of the same list."""
    lines = [int(mistake["says"].split(":")[1]) for mistake in (one, other)]
    return abs(lines[0] - lines[1]) < 3


def code(mistake: dict[str, Any]) -> str:
    return mistake["says"].rsplit("[", 1)[1].rstrip("]")


def without_line(message: str) -> str:
    return re.sub(r":\d+:\d+: | in line \d+", ": ", message)


REST = [
    f"{HOUSE}: error: no service is called “nalokson”; did you mean “naloxone”? [unknown-service]",
]
KIND, PLACE = "kind:\n  id: centre\n  quote: a centre\n", "  country: {id: CA, quote: Canada}\n"
WORDS = BLOCK[BLOCK.index("words:") :]


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (KIND, "kind: centre\n", "wrong-type"),
        (KIND, "", "missing-key"),
        (PLACE, "  country: Canada\n", "wrong-type"),
        ("place:\n" + PLACE, "place: [CA]\n", "wrong-type"),
        (WORDS, "words: House\n", "wrong-type"),
        (WORDS, "", "missing-key"),
        (WORDS[WORDS.index("  ru:") :], "  ru: Дом\n", "wrong-type"),
    ],
)
def test_where_a_required_fact_is_wrong_the_rest_of_its_file_is_checked(was, now, told):
    house = BLOCK.replace("id: naloxone", "id: nalokson").replace(was, now)

    first, second = sorted(problems({HOUSE: house}), key=lambda line: told not in line)
    assert told in first
    assert [without_line(second)] == REST


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        (
            "site.yaml",
            SITE.replace("- {id: en, tag: en-GB}\n  - {id: ru}", "- en\n  - ru"),
            ["wrong-type"] * 2,
        ),
        ("site.yaml", SITE.replace("en: A directory", "en: A directory: yours"), ["yaml-bracket"]),
        ("site.yaml", SITE.replace("2026-11-23", "tomorrow"), ["wrong-date"]),
        (
            "vocabulary/services.yaml",
            VOCABULARY["services"].replace("{en: Training", "{en: @"),
            ["yaml-character"],
        ),
        ("vocabulary/services.yaml", VOCABULARY["services"].replace("label", "lable"), ["unknown-key"] * 2),
    ],
)
def test_a_mistake_in_a_file_hides_none_in_those_that_refer_to_it(path, text, told):
    found = problems(
        {HOUSE: BLOCK.replace("id: naloxone", "id: nalokson"), f"content/{path}": text},
    )

    assert [line.rsplit("[")[-1].rstrip("]") for line in found] == ["unknown-service", *told]


def test_what_may_be_missing_only_because_its_key_is_misspelt_is_not_told():
    house = BLOCK.replace("order: 1", "order: 1\nto_tranlate: [ru]").replace("  ru:\n", "  xx:\n")

    (found,) = (found for found in problems({HOUSE: house}) if "unknown-language" not in found)
    assert "to_tranlate" in found

"""Every mistake is one message, at the place where it has to be mended.

One file of `mistakes/kinds` holds one mistake: in which file of the good site, what is changed, and what
is said then. Nothing else may be said.
"""

import pytest
from kit import BLOCK, HOUSE, problems
from mistakes import GOOD, MISTAKES, spoilt

from whrin_site.pipeline import examine


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


def test_what_may_be_missing_only_because_its_key_is_misspelt_is_not_told():
    house = BLOCK.replace("order: 1", "order: 1\nto_tranlate: [ru]").replace("  ru:\n", "  xx:\n")

    (found,) = (found for found in problems({HOUSE: house}) if "unknown-language" not in found)
    assert "to_tranlate" in found

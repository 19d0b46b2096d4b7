"""Every mistake is one message, at the place where it has to be mended.

One file of `mistakes/kinds` holds one mistake: in which file of the good site, what is changed, and what
is said then. Nothing else may be said.
"""

import pytest
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

"""Who shares most with whom."""

from hypothesis import given
from hypothesis import strategies as st

from whrin_site.tools.overlap import closest


@given(st.lists(st.lists(st.integers(0, 7), max_size=6), max_size=12))
def test_those_who_share_most_come_first_and_ties_keep_their_order(traits):
    def slowly(number):
        shared = {
            other: len(set(traits[number]) & set(traits[other]))
            for other in range(len(traits))
            if other != number
        }
        return tuple(sorted((n for n in shared if shared[n]), key=lambda n: -shared[n])[:3])

    assert list(closest(traits, 3)) == [slowly(number) for number in range(len(traits))]

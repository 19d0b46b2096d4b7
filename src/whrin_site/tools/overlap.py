"""Which members of a list have most in common."""

from collections.abc import Hashable, Iterable, Iterator, Sequence


def closest(traits: Sequence[Iterable[Hashable]], most: int) -> Iterator[tuple[int, ...]]:
    """Yield for each member the numbers of those that share most traits with it, the closest first.

    Those that share as many follow one another as in the list; who shares nothing is left out.
    The members of a trait are the bits of one number, and are counted all at once: a list ten
    times as long takes not a hundred times as long.
    """
    members: dict[Hashable, int] = {}
    for number, own in enumerate(traits):
        for trait in set(own):
            members[trait] = members.get(trait, 0) | 1 << number
    for number, own in enumerate(traits):
        digits = _added([members[trait] for trait in set(own)])
        yield tuple(_highest(digits, ~(1 << number), most))


def _added(masks: Iterable[int]) -> list[int]:
    """Return, digit by digit in base two, in how many of the masks each bit is set."""
    digits: list[int] = []
    for mask in masks:
        carried = mask
        for place, digit in enumerate(digits):
            digits[place], carried = digit ^ carried, digit & carried
            if not carried:
                break
        if carried:
            digits.append(carried)
    return digits


def _highest(digits: list[int], among: int, most: int) -> Iterator[int]:
    """Yield up to `most` bits, of those `among` which to choose, the highest count first."""
    shares_any = 0
    for digit in digits:
        shares_any |= digit
    left = shares_any & among
    while left and most:
        best = left
        for digit in reversed(digits):
            best = best & digit or best
        while best and most:
            lowest = best & -best
            yield lowest.bit_length() - 1
            best ^= lowest
            left ^= lowest
            most -= 1

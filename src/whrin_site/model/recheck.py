"""When something that was once made sure of is due to be looked at again."""

from datetime import date

_MONTHS_A_YEAR = 12


def is_due(checked: date, on: date, months: int) -> bool:
    """Tell whether so many calendar months have begun since a check, on a day."""
    return (on.year - checked.year) * _MONTHS_A_YEAR + on.month - checked.month >= months

"""How long a text takes to read, for readers who have little time."""

from whrin_site.render.press import Press

_WORDS_A_MINUTE = 180  # slower than most: many read in their second language


def minutes(press: Press, *texts: str) -> str | None:
    """Return the time in words, or None for what is read in less than a minute."""
    words = sum(len(text.split()) for text in texts)
    if words < _WORDS_A_MINUTE:
        return None
    number = round(words / _WORDS_A_MINUTE)
    return press.counts("about {n} minute to read", "about {n} minutes to read", number)

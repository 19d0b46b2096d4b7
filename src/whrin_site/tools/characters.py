"""Characters that have no place in a text: they cannot be seen, and change what is."""

import re

# Control characters but for tab and line ends, surrogates, the signs that turn the direction of
# writing, and two private ones that stand for marks while a page is made.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ue000\ue001]")


def first_unseen(text: str) -> int:
    """Return where the first such character stands, or -1."""
    found = _UNSEEN.search(text)
    return found.start() if found else -1

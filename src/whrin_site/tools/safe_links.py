"""Addresses in a text that may be followed: none that runs a program, or that leads where one cannot see."""

import re

# Browsers pass over tabs and line ends in an address, and take a backslash for a slash.
_REST = r"(?:[/?#][^\\\x00-\x20\x7f]*)?"
_SAFE = re.compile(
    rf"https?://[\w.-]+(?::\d+)?{_REST}"
    r"|mailto:[^\\/\x00-\x20\x7f]+"
    rf"|(?![/\\])[^:/?#\\\x00-\x20\x7f]*{_REST}",
    re.IGNORECASE,
)


def is_safe(address: str) -> bool:
    """Tell whether an address leads to a web page, to a mailbox, or to a page beside this one.

    >>> is_safe("about.html#x"), is_safe("javascript:x"), is_safe("//spy.example")
    (True, False, False)
    """
    return bool(_SAFE.fullmatch(address))

"""Messages to the people who write and run a site, marked where they are written."""


def M_(message: str) -> str:
    """Return the message itself: marks it for `messages/*.po`, where it is kept for later.

    What stands directly in `Problem(…)`, `Fault(…)`, `SiteError(…)` or `translate(…)` is found without it.
    """
    return message

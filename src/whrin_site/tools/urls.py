"""Addresses from one page of a folder to another."""

from functools import lru_cache


def relative(start: str, target: str) -> str:
    """Return the address of `target` as seen from the page `start`, both from the folder's root.

    >>> relative("en/paper/lead.html", "en/index.html")
    '../index.html'
    """
    page, hash_mark, fragment = target.partition("#")
    if page in ("", start):
        return hash_mark + fragment or start.rpartition("/")[2]
    folder, _, name = page.rpartition("/")
    return _way(start.rpartition("/")[0], folder) + name + hash_mark + fragment


@lru_cache(maxsize=1024)
def _way(start: str, target: str) -> str:
    """Return the way from one folder to another, empty or ending in a slash."""
    here, there = (tuple(filter(None, folder.split("/"))) for folder in (start, target))
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "".join(f"{step}/" for step in there[shared:])

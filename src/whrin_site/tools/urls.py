"""Addresses from one page of a folder to another."""

import posixpath


def relative(start: str, target: str) -> str:
    """Return the address of `target` as seen from the page `start`, both from the folder's root.

    >>> relative("en/paper/lead.html", "en/index.html")
    '../index.html'
    """
    page, hash_mark, fragment = target.partition("#")
    if page in ("", start):
        return hash_mark + fragment or posixpath.basename(start)
    return posixpath.relpath(page, posixpath.dirname(start) or ".") + hash_mark + fragment

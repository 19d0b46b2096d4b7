"""Rule: names, headings and summaries fit where they are shown."""

from collections.abc import Iterator

from whrin_site.check.texts import lines
from whrin_site.model.fields import ROOM
from whrin_site.model.library import Library
from whrin_site.model.problems import Problem
from whrin_site.tools.marked import M_


def check(library: Library) -> Iterator[Problem]:
    """Yield a warning for each text too long for its place, or broken into lines where it cannot be."""
    for words in lines(library):
        key = str(words.keys[-2] if words.keys[-1] == words.language else words.keys[-1])
        if key not in ROOM:
            continue
        place = words.entry.place(*words.keys)
        if len(words.text) > ROOM[key]:
            message = M_("“{key}” has {length} characters; there is room for {limit}")
            values = {"key": key, "length": len(words.text), "limit": ROOM[key]}
            yield Problem("too-long", message, place, values, "warning")
        elif "\n" in words.text.strip("\n"):
            message = M_("“{key}” must stand on a single line")
            yield Problem("line-break", message, place, {"key": key}, "warning")

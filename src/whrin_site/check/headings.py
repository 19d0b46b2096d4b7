"""Rule: each heading of a text has words of its own, so that a link leads to just one place."""

from collections.abc import Iterator

from whrin_site.check.anchors import OWN
from whrin_site.check.texts import markdown
from whrin_site.model.library import Library
from whrin_site.model.problems import Problem
from whrin_site.tools.marked import M_
from whrin_site.tools.marks import headings, without_code


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each heading that gives its page a second place of the same name."""
    for text in markdown(library):
        seen: set[str] = set()
        for heading in headings(without_code(text.text)):
            place = text.place(heading.words, text.text.find(heading.words, heading.position))
            if heading.id in seen:
                message = M_("there is a heading “{words}” above already; word one of them otherwise")
                yield Problem("repeated-heading", message, place, {"words": heading.words})
            elif heading.id in OWN:
                message = M_("every page has a place called “{id}” already; word this heading otherwise")
                yield Problem("repeated-heading", message, place, {"id": heading.id})
            seen.add(heading.id)

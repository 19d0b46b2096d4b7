"""What a Markdown text has too much of. Python-Markdown takes for ever, or gives up, on such texts."""

import re

from whrin_site.tools import limits
from whrin_site.tools.fault import Fault
from whrin_site.tools.marked import M_

_RUN = re.compile(rf"(.)\1{{{limits.RUN}}}", re.DOTALL)
# So long a run shows in a few of its letters, which are sooner looked through than all.
_STEP = limits.RUN // 4
_SHORT_RUN = re.compile(r"(.)\1{3}", re.DOTALL)
# Marks of quotations and lists that follow one another, or lines that stand far to the right.
_MARKS = rf"(?:(?:[>*+-]|\d+[.)]|:)[ \t]*){{{limits.DEPTH + 1}}}"
_INDENT = rf"[ \t]{{{(limits.DEPTH + 1) * 4},}}\S"
_DEEP = re.compile(rf"^[ \t]*(?:{_MARKS}(?![-* \t]*$)|{_INDENT})", re.MULTILINE)

_COUNTED = (
    ("[", limits.BRACKETS, M_("this text has more than {most} opening brackets “[”; take some out")),
    ("|", limits.CELLS, M_("this text has more than {most} bars “|”; make its tables smaller")),
    ("\n:", limits.DEFINITIONS, M_("this text has more than {most} definitions; part it")),
    ("\n", limits.MARKDOWN_LINES, M_("this text has more than {most} lines; part it")),
)


def excess(text: str) -> Fault | None:
    """Return the first thing that the text has too much of; its place is counted within the text."""
    if len(text) > limits.MARKDOWN:
        message = M_("this text is longer than {most} characters; part it")
        return _fault(text, limits.MARKDOWN, message, limits.MARKDOWN)
    for sign, most, message in _COUNTED:
        if text.count(sign) > most:
            return _fault(text, _nth(text, sign, most), message, most)
    if _SHORT_RUN.search(text[::_STEP]) and (run := _RUN.search(text)):
        message = M_("the same character stands here more than {most} times in a row; take some out")
        return _fault(text, run.start(), message, limits.RUN)
    if deep := _DEEP.search(text):
        message = M_(
            "quotations and lists stand here more than {most} deep inside one another; make it flatter"
        )
        return _fault(text, deep.start(), message, limits.DEPTH)
    return None


def _nth(text: str, sign: str, number: int) -> int:
    position = -1
    for _ in range(number + 1):
        position = text.index(sign, position + 1)
    return position


def _fault(text: str, position: int, message: str, most: int) -> Fault:
    at = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    return Fault("too-much", message, at, {"most": most})

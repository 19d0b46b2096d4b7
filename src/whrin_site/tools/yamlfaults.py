"""What is wrong with a text that is no YAML, said for people who do not know YAML."""

import re

import yaml

from whrin_site.tools.fault import Fault
from whrin_site.tools.marked import M_
from whrin_site.tools.yamltraps import NO_BREAK, blank, escape

# A key or a list mark, and then a quotation mark that opens a value.
_OPENED = re.compile(r"""(?:^|[\s{\[,])(?:[\w-]+:\s+|-\s+)(?P<mark>["'])""")

_ITEM = re.compile(r"[ ]*([–—•·*]) ")  # what programs and telephones make of a hyphen
_IS_KEY = re.compile(r"\s*(?:-\s+)?[\w-]+")
_HAS_KEY = re.compile(r"\s*(?:-\s+)?[\w-]+:(?: |$)")

# A key or a list mark, and then a whole quoted value, before the place where YAML gave up.
_CLOSED = re.compile(r"""(?:^|[\s{\[,])(?:[\w-]+:\s+|-\s+)(["']).*\1\s*$""")

_TAB = M_("a tab stands here; indent with spaces")
_BEGINNING = M_("a value cannot begin with this character; put the value in quotation marks")
_FIT = M_("this line does not fit the ones above it; check its indentation and the line before")
_NO_COLON = M_("no colon and blank follow the key here, or the line belongs to the value above: indent it")
_DOCUMENTS = M_("“---” or “...” would begin a second text here; take the line out")

_PLAIN_WORDS = {
    "found character '\\t'": ("yaml-tab", _TAB),
    "found a tab character": ("yaml-tab", _TAB),
    "cannot start any token": ("yaml-character", _BEGINNING),
    "alphabetic or numeric character": ("yaml-character", _BEGINNING),
    "unknown directive": ("yaml-character", _BEGINNING),
    "mapping keys are not allowed": ("yaml-character", _BEGINNING),
    "sequence entries are not allowed": (
        "yaml-dash",
        M_("“- ” begins a list, which needs a line of its own; put a text that begins so in quotation marks"),
    ),
    "mapping values are not allowed": (
        "yaml-colon",
        M_(
            "a colon followed by a blank stands inside this value, or the line is indented too far; "
            "put the value in quotation marks"
        ),
    ),
    "could not find expected ':'": ("yaml-missing-colon", _NO_COLON),
    "expected comment or line break": (
        "yaml-block",
        M_("nothing may follow “|” or “>”; the text begins on the next line, indented"),
    ),
    "another document": ("yaml-documents", _DOCUMENTS),
    "<document start>": ("yaml-documents", _DOCUMENTS),
    "control characters are not allowed": (
        "control-character",
        M_("an invisible control character stands here; delete it"),
    ),
    "found undefined alias": (
        "yaml-alias",
        M_("a value cannot begin with “*”; put it in quotation marks"),
    ),
    "did not find expected": ("yaml-indentation", _FIT),
}

# Where the value, key or bracket in question begins, rather than where YAML gave up on it.
_FROM_ITS_BEGINNING = ("could not find expected ':'", "alphabetic or numeric character", "unknown directive")


def explain(error: yaml.YAMLError, text: str, first_line: int) -> Fault:
    """Return the fault behind PyYAML's error, at the place where it has to be mended."""
    lines = text.split("\n")
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    line, column = _place(error, text, said)
    here = line + first_line, column + 1
    unclosed = _unclosed_quote(lines, line)
    if unclosed:
        at = (unclosed[0] + first_line, unclosed[1] + 1)
        return Fault("yaml-unclosed-quote", "this quotation mark is never closed", at)
    if line < len(lines) and "\t" in lines[line][: len(lines[line]) - len(lines[line].lstrip())]:
        return Fault("yaml-tab", _TAB, (line + first_line, 1))
    if line < len(lines) and (item := _ITEM.match(lines[line])):
        return _no_item(item, line + first_line)
    if "mapping values" in said and _IS_KEY.fullmatch(lines[line][:column]):
        return _line_before(lines, line, first_line)
    if line < len(lines) and f":{NO_BREAK}" in lines[line]:
        return blank((line + first_line, lines[line].index(f":{NO_BREAK}") + 2))
    if "escape character" in said:
        return escape((line + first_line, column))
    if "flow" in str(getattr(error, "context", None)) and "did not find expected" in said:
        mark = error.context_mark  # type: ignore[attr-defined]
        message = M_("this bracket is not closed, or a comma is missing between the things in it")
        return Fault("yaml-bracket", message, (mark.line + first_line, mark.column + 1))
    if line < len(lines) and _CLOSED.search(lines[line][:column]):
        message = M_(
            "this value goes on behind its closing quotation mark; "
            "use the other kind of quotation marks around all of it"
        )
        return Fault("yaml-after-quote", message, here)
    for pattern, (code, message) in _PLAIN_WORDS.items():
        if pattern in said:
            return Fault(code, message, here)
    return Fault("yaml-syntax", "this is not valid YAML: {said}", here, {"said": said})


def _no_item(found: re.Match[str], line: int) -> Fault:
    message = M_("an item of a list begins with a hyphen and a blank: “- ”, not “{found}”")
    return Fault("yaml-dash", message, (line, found.start(1) + 1), {"found": found[1]})


def _line_before(lines: list[str], line: int, first_line: int) -> Fault:
    """Return the fault of a key that YAML took for a part of what stands above it."""
    begins = len(lines[line]) - len(lines[line].lstrip())
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), line)
    for number in (line, above):
        if NO_BREAK in lines[number][: len(lines[number]) - len(lines[number].lstrip())]:
            return blank((number + first_line, lines[number].index(NO_BREAK) + 1))
    if f":{NO_BREAK}" in lines[above]:
        return blank((above + first_line, lines[above].index(f":{NO_BREAK}") + 2))
    if item := _ITEM.match(lines[above]):
        return _no_item(item, above + first_line)
    if _HAS_KEY.match(lines[above]):
        return Fault("yaml-indentation", _FIT, (line + first_line, begins + 1))
    at = above + first_line, len(lines[above]) - len(lines[above].lstrip()) + 1
    return Fault("yaml-missing-colon", _NO_COLON, at)


def _place(error: yaml.YAMLError, text: str, said: str) -> tuple[int, int]:
    """Return line and column, counted from 0, at which an editor has to look."""
    mark = getattr(error, "problem_mark", None)
    if any(pattern in said for pattern in _FROM_ITS_BEGINNING):
        mark = getattr(error, "context_mark", None) or mark
    if mark is not None:
        return mark.line, mark.column
    position = getattr(error, "position", None) or 0
    before = text[:position]
    return before.count("\n"), position - (before.rfind("\n") + 1)


def _unclosed_quote(lines: list[str], last: int) -> tuple[int, int] | None:
    """Return the last place, up to the line of the error, where a quotation mark stays open on its line."""
    found = None
    for number, line in enumerate(lines[: last + 1]):
        position = 0
        while opened := _OPENED.search(line, position):
            mark, start = opened["mark"], opened.end()
            end = _closing(line, mark, start)
            if end < 0:
                found = number, start - 1
                break
            position = end + 1
    return found


def _closing(line: str, mark: str, start: int) -> int:
    """Return where the quoted value that begins before `start` ends on this line, or -1."""
    if mark == "'":
        pattern = re.compile(r"(?:[^']|'')*'(?!')")
    else:
        pattern = re.compile(r'(?:[^"\\]|\\.)*"')
    found = pattern.match(line, start)
    return found.end() - 1 if found else -1

"""What is wrong with a text that is no YAML, said for people who do not know YAML."""

import re

import yaml

from whrin_site.tools.fault import Fault

# A key or a list mark, and then a quotation mark that opens a value.
_OPENED = re.compile(r"""(?:^|[\s{\[,])(?:[\w-]+:\s+|-\s+)(?P<mark>["'])""")

_PLAIN_WORDS = {
    "found character '\\t'": (
        "yaml-tab",
        "a tab stands here; indent with spaces",
    ),
    "found character that cannot start any token": (
        "yaml-character",
        "a value cannot begin with this character; put the value in quotation marks",
    ),
    "mapping values are not allowed": (
        "yaml-colon",
        "a colon followed by a blank stands inside this value, or the line is indented too far; "
        "put the value in quotation marks",
    ),
    "could not find expected ':'": (
        "yaml-missing-colon",
        "this line has no colon after its key, or belongs to the value above and is not indented",
    ),
    "did not find expected": (
        "yaml-indentation",
        "this line does not fit the ones above it; check its indentation and the line before",
    ),
    "control characters are not allowed": (
        "yaml-control-character",
        "an invisible control character stands here; delete it",
    ),
    "found undefined alias": (
        "yaml-alias",
        "a value cannot begin with “*”; put it in quotation marks",
    ),
}


def explain(error: yaml.YAMLError, text: str, first_line: int) -> Fault:
    """Return the fault behind PyYAML's error, at the place where it has to be mended."""
    lines = text.split("\n")
    line, column = _place(error, text)
    unclosed = _unclosed_quote(lines, line)
    if unclosed:
        at = (unclosed[0] + first_line, unclosed[1] + 1)
        return Fault("yaml-unclosed-quote", "this quotation mark is never closed", at)
    if line < len(lines) and "\t" in lines[line][: len(lines[line]) - len(lines[line].lstrip())]:
        return Fault("yaml-tab", _PLAIN_WORDS["found character '\\t'"][1], (line + first_line, 1))
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    for pattern, (code, message) in _PLAIN_WORDS.items():
        if pattern in said:
            return Fault(code, message, (line + first_line, column + 1))
    return Fault(
        "yaml-syntax", "this is not valid YAML: {said}", (line + first_line, column + 1), {"said": said}
    )


def _place(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    """Return line and column, counted from 0, at which PyYAML gave up."""
    mark = getattr(error, "problem_mark", None)
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

"""A text that is no YAML made one, with stand-ins where it is wrong, so that its rest can be read."""

import re

from whrin_site.tools.fault import Fault
from whrin_site.tools.stand_in import STAND_IN
from whrin_site.tools.yamltraps import NO_BREAK

# What opens a value: list marks, and a key with its colon.
_OPENING = re.compile(r"[ ]*(?:-[ ]+)*(?:[\w-]+:[ ]+)?")
_NO_BLANK = re.compile(r"([ ]*(?:-[ ]+)*[\w-]+:)(?!//)\S.*")
_INDENTATION = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_TAB_WIDTH = "  "

_VALUES = {
    *("yaml-after-quote", "yaml-alias", "yaml-bracket", "yaml-character", "yaml-colon"),
    *("yaml-dash", "yaml-escape", "yaml-unclosed-quote"),
}


def mended(text: str, fault: Fault, first_line: int) -> str | None:
    """Return the text without this fault, in as many lines, or None where only its author knows how."""
    lines, number = text.split("\n"), fault.at[0] - first_line
    if number >= len(lines):
        return None
    if fault.code == "yaml-tab":
        return _INDENTATION.sub(lambda found: found[0].replace("\t", _TAB_WIDTH), text)
    if fault.code == "control-character":
        column = fault.at[1] - 1
        line = lines[number][:column] + STAND_IN + lines[number][column + 1 :]
    elif fault.code == "yaml-blank":
        line = lines[number].replace(NO_BREAK, " ")
    elif fault.code == "yaml-dash" and "found" in fault.values:
        line = lines[number].replace(str(fault.values["found"]), "-", 1)
    elif fault.code == "yaml-documents":
        line = ""
    elif fault.code in ("yaml-block", "yaml-syntax"):
        line = re.sub(r"([|>]).*", r"\1", lines[number])
    elif fault.code == "yaml-missing-colon":
        line = _NO_BLANK.sub(rf"\1 {STAND_IN}", lines[number])
    elif fault.code in _VALUES and not _goes_on(lines, number):
        opening = _OPENING.match(lines[number])
        line = opening[0] + STAND_IN if opening and opening[0].strip() else lines[number]
    else:
        return None
    return None if line == lines[number] else "\n".join([*lines[:number], line, *lines[number + 1 :]])


def _goes_on(lines: list[str], number: int) -> bool:
    """Tell whether the next line is indented further, and so may belong to this one."""
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    return _indented(below) > _indented(lines[number])


def _indented(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))

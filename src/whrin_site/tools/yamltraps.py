"""What YAML would read otherwise than it was typed, without a word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

from whrin_site.tools.fault import Fault
from whrin_site.tools.marked import M_

NO_BREAK = "\u00a0"

# Programs that write JSON mean a new line by “\\n”; who types "C:\\new" means a folder. Nobody means “\\_”.
_ESCAPE = re.compile(r"(?:(?<![A-Za-z])[A-Za-z]:(?=\\[A-Za-z])|(?<!\\)(?:\\\\)*(?=\\_))(?P<sign>\\)")
# Behind an id, a number or a quotation, “# why” can only be a remark; “Maggie # 1” is a name.
_COMMENT = re.compile(r"(?<=[^ \t])[ \t]+(#)")
_REMARK = re.compile(r"[ \t]+#[# ]*[ ][^\W\d]")
_NO_TEXT = re.compile(r"[a-z0-9.-]+|[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class _Span:
    """From which column to which a key or value stands on a line; whether it is plain words of a text."""

    start: int
    end: int
    is_text: bool


_TAG = M_("“{found}” is a YAML tag; write the value without it")
_ANCHOR = M_("a value cannot begin with “&”; put it in quotation marks")


class Traps:
    """Looks at the values of one text; a text without the signs concerned costs nothing."""

    def __init__(self, text: str, first_line: int) -> None:
        self._lines = text.split("\n")
        self._first_line = first_line
        self._has_comments = " #" in text or "\t#" in text
        self._has_escapes = ":\\" in text or "\\_" in text
        self._has_marks = "&" in text or "!" in text
        self._spans: dict[int, list[_Span]] = {}

    def faults(self, node: yaml.Node) -> Iterator[Fault]:
        """Yield a fault for each thing at this key or value that YAML would drop or change."""
        if self._has_marks:
            yield from self._marks(node)
        if not isinstance(node, yaml.ScalarNode):
            return
        if self._has_comments:
            self._note(node)
        if self._has_escapes and node.style == '"':
            yield from self._escape(node)

    def remarks(self) -> Iterator[Fault]:
        """Yield a fault for each `#` that cuts a line off, once all keys and values have been looked at."""
        if not self._has_comments:
            return
        for number, line in enumerate(self._lines):
            spans = self._spans.get(number, [])
            for found in _COMMENT.finditer(line):
                if not any(span.start <= found.end(1) - 1 < span.end for span in spans):
                    if not _is_remark(line, found.start(), spans):
                        yield _comment((number + self._first_line, found.end(1)))
                    break

    def _note(self, node: yaml.ScalarNode) -> None:
        first, last = node.start_mark.line, node.end_mark.line
        is_block = node.style in ("|", ">")
        for number in range(first + is_block, last + 1):
            start = node.start_mark.column if number == first else 0
            end = node.end_mark.column if number == last else len(self._lines[number]) + 1
            is_text = node.style in (None, "") and not _NO_TEXT.fullmatch(node.value)
            self._spans.setdefault(number, []).append(_Span(start, end, is_text))

    def _marks(self, node: yaml.Node) -> Iterator[Fault]:
        line, column = node.start_mark.line, node.start_mark.column
        sign = self._lines[line][column : column + 1]
        at = line + self._first_line, column + 1
        if sign == "&":
            yield Fault("yaml-alias", _ANCHOR, at)
        elif sign == "!":
            yield Fault("yaml-tag", _TAG, at, {"found": self._lines[line][column:].split(" ")[0]})

    def _escape(self, node: yaml.ScalarNode) -> Iterator[Fault]:
        first, last = node.start_mark.line, node.end_mark.line
        for number in range(first, last + 1):
            begin = node.start_mark.column if number == first else 0
            end = node.end_mark.column if number == last else len(self._lines[number])
            if found := _ESCAPE.search(self._lines[number], begin, end):
                yield escape((number + self._first_line, found.start("sign") + 1))
                return


def _is_remark(line: str, start: int, spans: Iterable[_Span]) -> bool:
    """Tell whether what begins at `start` can only be a remark: “# why”, not behind plain words."""
    return bool(_REMARK.match(line, start)) and not any(s.is_text and s.end == start for s in spans)


def _comment(at: tuple[int, int]) -> Fault:
    message = M_(
        "what follows “#” would be left out; put the whole value in quotation marks, "
        "or the remark on a line of its own"
    )
    return Fault("yaml-comment", message, at)


def escape(at: tuple[int, int]) -> Fault:
    """Return the fault of a backslash that has a meaning of its own."""
    message = M_(
        "a backslash has a meaning of its own in double quotes; use single quotes, or write it twice: “\\\\”"
    )
    return Fault("yaml-escape", message, at)


def blank(at: tuple[int, int]) -> Fault:
    """Return the fault of a no-break space where YAML needs a plain one."""
    message = M_("a no-break space stands here, perhaps copied from a web page; type a plain blank instead")
    return Fault("yaml-blank", message, at)

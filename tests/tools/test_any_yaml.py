"""Whatever is typed into a YAML file is read as it was typed, or somebody is told."""

import re
from collections import Counter
from collections.abc import Iterator

from hypothesis import example, given, settings
from hypothesis import strategies as st
from kit import BLOCK

from whrin_site.tools.yamlfile import parse

SIGNS = "\t:-#'\"[]{}&*!|>%@`, \n~=<?+.0"
WORDS = (
    "NO",
    "0123",
    "21:30",
    "1.10",
    " #1",
    " # why",
    "~",
    "&a ",
    "*a",
    "!x ",
    "---\n",
    "\u00a0",
    "'",
    "\\n",
)


@st.composite
def typed(draw: st.DrawFn) -> str:
    """Return a good case study after one to four slips of the hand."""
    lines = BLOCK.splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 4))):
        number = draw(st.integers(0, len(lines) - 1))
        line = lines[number]
        column = draw(st.integers(0, len(line)))
        slips = [
            "",
            line + line,
            "  " + line,
            line.lstrip(" "),
            line[: line.find(":") + 1] + " " + draw(st.sampled_from(WORDS)) + "\n",
            line[:column] + draw(st.sampled_from(WORDS)) + line[column:],
            line[:column] + draw(st.sampled_from(SIGNS)) + line[column:],
            line[:column] + line[column + 1 :],
        ]
        lines[number] = draw(st.sampled_from(slips))
    return "".join(lines)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def said(value: object) -> Iterator[str]:
    """Yield every key and every value of a document."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from said(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from said(inner)
    else:
        yield str(value)


def without_remarks(text: str) -> str:
    """Return the text without what is allowed to be no value: remarks, and the signs of a block."""
    text = re.sub(r"^[ \t]*#.*$", "", text, flags=re.MULTILINE)
    text = re.sub(
        r"""((?:^|[ \[{,])[^\s#"']+|["'\]}])[ \t]+#[# ]* [^\W\d].*$""", r"\1", text, flags=re.MULTILINE
    )
    return re.sub(r":[ \t]+[|>][-+0-9]*[ \t]*$", ":", text, flags=re.MULTILINE)


@given(typed())
@example(BLOCK.replace('"A house."', r'"\nA house."'))
@settings(max_examples=500, deadline=None)
def test_no_word_is_lost_and_none_is_changed_without_a_message(text):
    document = parse(text)
    if not document.faults:
        read = words(" ".join(said(document.value)))
        meant = (text, text.replace("\\n", " "))  # in double quotes it is the end of a line
        assert any(not words(without_remarks(reading)) - read for reading in meant), "lost"
        assert any(not read - words(reading) for reading in meant), "changed"


@given(typed())
@settings(max_examples=200, deadline=None)
def test_each_fault_has_a_place_inside_the_text(text):
    lines = text.split("\n")
    for fault in parse(text).faults:
        line, column = fault.at
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1

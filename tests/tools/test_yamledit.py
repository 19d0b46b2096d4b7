"""One value of a YAML text changes, and nothing else."""

import pytest

from whrin_site.tools.yamledit import put, scalar
from whrin_site.tools.yamlfile import parse

REVIEW = {"by": "Vera", "on": "2026-11-20"}


@pytest.mark.parametrize(
    ("text", "keys", "value", "changed"),
    [
        ("a: 1 # why\nb: 2\n", ("a",), "3", "a: 3 # why\nb: 2\n"),
        ("# head\n\na: 'it''s'   # x\n", ("a",), "so", "# head\n\na: so   # x\n"),
        ("a: 😀\nё: {b: 1, c: 2} # x\n", ("ё", "b"), "3", "a: 😀\nё: {b: 3, c: 2} # x\n"),
        ("a: 1 # why\n", ("a",), "x: #1", 'a: "x: #1" # why\n'),
        ("a: 1 # why\nb: 2\n", ("c",), "3", "a: 1 # why\nc: 3\nb: 2\n"),
        ("a: 1", ("c",), "3", "a: 1\nc: 3"),
        ("x:\n    a: 1\n    b: 2\n", ("x", "c"), "3", "x:\n    a: 1\n    c: 3\n    b: 2\n"),
        ("x: {a: 1, b: 2}\n", ("x", "c"), "3", "x: {a: 1, c: 3, b: 2}\n"),
        ("a: 1\nb: 2\n", ("r",), REVIEW, "a: 1\nr:\n  by: Vera\n  on: 2026-11-20\nb: 2\n"),
        ("x: {a: 1}\n", ("x", "r"), REVIEW, "x: {a: 1, r: {by: Vera, on: 2026-11-20}}\n"),
        ("a: 1\nr: {by: X} # x\n", ("r",), REVIEW, "a: 1\nr: {by: Vera, on: 2026-11-20} # x\n"),
        ("r:\n  by: X\n  on: 2020-01-01 # x\n", ("r",), REVIEW, "r:\n  by: Vera\n  on: 2026-11-20 # x\n"),
    ],
)
def test_comments_and_layout_stay(text, keys, value, changed):
    assert put(text, keys, value, "a") == changed


@pytest.mark.parametrize(
    "value",
    [
        "NO",
        "Вера: В.",
        "yes",
        "#1",
        "a #b",
        "- x",
        "“V”",
        "it's",
        '"',
        " x ",
        "{",
        "[x]",
        "😀",
        "1.10",
    ],
)
def test_a_value_reads_back_as_it_was_given(value):
    assert parse(f"key: {scalar(value)}\n").value == {"key": value}
    assert parse(f"{{key: {scalar(value)}}}\n").value == {"key": value}


@pytest.mark.parametrize("text", ["a: 1\nr: words\n", "a: [1]\n"])
def test_what_cannot_be_changed_by_itself_is_refused(text):
    with pytest.raises(ValueError, match=r"“(r|a)” "):
        put(text, ("a", "b") if "[" in text else ("r",), REVIEW, "a")

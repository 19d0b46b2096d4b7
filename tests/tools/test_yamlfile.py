"""YAML is read as it was typed."""

import pytest

from whrin_site.tools.yamlfile import _explained, parse
from whrin_site.tools.yamlvalues import plain_value


@pytest.mark.parametrize(
    "typed",
    [
        "0701234567",
        "21:30",
        "NO",
        "yes",
        "1.10",
        "2024-13-45",
        "+49 30 1234",
        "~",
        "null",
        "1e3",
        "0x1F",
        "Maggie#1",
    ],
)
def test_a_plain_value_stays_what_was_typed(typed):
    assert parse(f"key: {typed}").value == {"key": typed}


def test_a_place_is_where_the_value_begins_and_else_where_its_parent_does():
    document = parse("a:\n  - b: one\n    c: two\n", first_line=5)

    assert document.place("a", 0, "c") == (7, 8)
    assert document.place_of_key("a", 0, "c") == (7, 5)
    assert document.place("a", 0, "missing") == (6, 5)


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("a: 1\na: 2\n", "duplicate-key", (2, 1)),
        ("a: &x [1]\n", "yaml-alias", (1, 4)),
        ("a: !!int 1\n", "yaml-tag", (1, 4)),
        ("a: '   '\n", "empty-value", (1, 4)),
        ('a: "x\nb: "y"\n', "yaml-unclosed-quote", (1, 4)),
        ("a: 'x\nb: 1\n", "yaml-unclosed-quote", (1, 4)),
        ('a: {b: "x, c: 1}\n', "yaml-unclosed-quote", (1, 8)),
        ("a: x: y\n", "yaml-colon", (1, 5)),
        ("a:\n\t- x\n", "yaml-tab", (2, 1)),
        ("a: @x\n", "yaml-character", (1, 4)),
        ("a: [1, 2\nb: 3\n", "yaml-bracket", (1, 4)),
        ("a: \x07\n", "control-character", (1, 4)),
        ("[a]: 1\n", "yaml-key", (1, 1)),
        ("a: " + "[" * 50 + "]" * 50, "yaml-too-deep", None),
        ("a: " + "[" * 5000, "yaml-too-deep", None),
    ],
)
def test_what_yaml_would_hide_or_refuse_is_a_fault_with_a_place(text, code, at):
    faults = parse(text).faults

    assert [fault.code for fault in faults] == [code]
    assert at is None or faults[0].at == at


def test_quotation_marks_in_a_text_are_no_opened_values():
    assert parse('a: |\n  "Quoted" and \'single\' and it\'s\nb: "x"\n').faults == ()


@pytest.mark.parametrize(
    "text",
    ["a: 1\n", "- a\n- b: [c, {d: e}]\n", "a: |\n  b\n\n  c\n", "---\na: 1\n", "only words"],
)
def test_a_text_without_mistakes_has_the_values_that_looking_for_mistakes_finds(text):
    assert plain_value(text) == _explained(text, 1).value


@pytest.mark.parametrize(
    "text", ["", "a: 1\n---\nb: 2\n", 'a: "\\u202e"\n', "a: !x 1\n", "a:\n", "a: 1\na: 2\n"]
)
def test_a_text_with_something_to_tell_is_never_taken_as_plain(text):
    assert plain_value(text) is None

"""What YAML would turn into something else is read as it was typed, or refused with a message."""

import pytest
from kit import BLOCK, HOUSE, problems, section, tree

from whrin_site.load import load

TYPED = "    name: Дом\n"


@pytest.mark.parametrize(
    "typed",
    [
        *("NO", "no", "yes", "on", "off", "y", "true", "True", "~", "null", "=", "N/A"),
        *(
            "0701234567",
            "+49 30 1234",
            "0123",
            "007",
            "1.10",
            "1e3",
            "0x1F",
            "0o17",
            "0b1",
            "1_000",
            ".5",
            ".inf",
        ),
        *("12:30", "21:30", "12:30:45", "2024-13-45", "2019-12-10", "10.12.2019", "190:20:30"),
        *(
            "Maggie#1",
            "C#",
            "a & b",
            "50%",
            "5 * 3",
            "5 > 3",
            "a|b",
            "[sic",
            "x]",
            "it's",
            "«Дом»",
            "“House”",
        ),
        *("a, b", "- ", "—", "http://x.org", "a:b", "e\u0301", "😀", "<b", "\\n", "C:\\new"),
    ],
)
def test_a_value_without_quotes_is_what_was_typed(typed):
    library, found = load(tree({HOUSE: BLOCK.replace(TYPED, f"    name: {typed}\n")}))
    if typed in ("[sic", "- "):  # these begin a list
        assert [problem.code for problem in found] == ["yaml-bracket" if typed == "[sic" else "yaml-dash"]
    else:
        assert library.cases["house"].record.words["ru"].name == typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("'0123'", "0123"),
        ('"NO"', "NO"),
        ("'it''s'", "it's"),
        ('"say \\"so\\""', 'say "so"'),
        ("'C:\\new'", "C:\\new"),
        ('"C:\\\\new"', "C:\\new"),
        ("'Maggie #1'", "Maggie #1"),
        ('"\\u0414\\u043e\\u043c"', "Дом"),
        ('"one\\ntwo"', "one\ntwo"),  # as programs write JSON; a name of two lines is a warning of its own
        ("'Maggie' # later", "Maggie"),
        ("maggie # later", "maggie"),
    ],
)
def test_a_value_in_quotes_is_what_stands_between_them(typed, read):
    library, _ = load(tree({HOUSE: BLOCK.replace(TYPED, f"    name: {typed}\n")}))

    assert library.cases["house"].record.words["ru"].name == read


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Maggie #1", "yaml-comment"),
        ("Maggie # 1", "yaml-comment"),
        ("A house # of women", "yaml-comment"),
        ("#1", "yaml-comment"),
        ('"House" #1', "yaml-comment"),
        ("Maggie # later", "yaml-comment"),
        ("Мэгги # позже", "yaml-comment"),
        ('"C:\\new"', "yaml-escape"),
        ('"one\\_two"', "yaml-escape"),
        ('"50\\%"', "yaml-escape"),
        ("&a House", "yaml-alias"),
        ("! House", "yaml-tag"),
        ("!!str 12", "yaml-tag"),
        ("", "empty-value"),
        ("''", "empty-value"),
    ],
)
def test_a_value_that_yaml_would_change_is_one_message(typed, code):
    found = problems({HOUSE: BLOCK.replace(TYPED, f"    name: {typed}\n")})

    assert [line.rsplit(" ", 1)[1] for line in found] == [f"[{code}]"]


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("order", "010", "wrong-number"),
        ("order", "1_000", "wrong-number"),
        ("order", "1e3", "wrong-number"),
        ("order", "0x1F", "wrong-number"),
        ("order", "12:30", "wrong-number"),
        ("updated", "2024-13-45", "wrong-date"),
        ("updated", "2019-12-10 10:00", "wrong-date"),
        ("services_open_list", "yes", "wrong-truth"),
        ("services_open_list", "on", "wrong-truth"),
        ("services_open_list", "1", "wrong-truth"),
    ],
)
def test_a_number_a_day_and_a_truth_are_written_in_one_way(field, typed, code):
    text = BLOCK.replace(
        "order: 1\n", f"order: 1\n{field}: {typed}\n" if field != "order" else f"order: {typed}\n"
    )

    assert [line.rsplit(" ", 1)[1] for line in problems({HOUSE: text})] == [f"[{code}]"]


@pytest.mark.parametrize("key", ["content", "handler", "metadata"])
def test_front_matter_has_no_secret_keys(key):
    found = problems({"content/paper/en/beginning.md": section(**{key: "x"})})

    assert [line.rsplit(" ", 1)[1] for line in found] == ["[unknown-key]"]


def test_a_list_is_no_front_matter():
    found = problems({"content/paper/en/beginning.md": "---\n- title\n---\n\nWords.\n"})

    assert [line.rsplit(" ", 1)[1] for line in found] == ["[wrong-type]"]


def test_a_byte_order_mark_loses_no_front_matter():
    files = tree()
    path = "content/paper/en/beginning.md"
    library, found = load(files | {path: b"\xef\xbb\xbf" + files[path]})

    assert [problem.code for problem in found] == ["byte-order-mark"]
    assert library.sections["en"]["beginning"].record.title == "Beginning"

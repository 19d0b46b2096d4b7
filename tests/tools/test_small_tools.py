"""Corners of the small tools."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whrin_site.tools.frontmatter_file import split
from whrin_site.tools.markdown import _ALL, _converter, _with_hosts, clean, to_html
from whrin_site.tools.nearest import nearest
from whrin_site.tools.typography import russian
from whrin_site.tools.urls import relative


@pytest.mark.parametrize(
    ("start", "target", "address"),
    [
        ("en/paper/lead.html", "en/index.html", "../index.html"),
        ("en/index.html", "en/paper/lead.html", "paper/lead.html"),
        ("en/index.html", "en/about.html#privacy", "about.html#privacy"),
        ("en/about.html", "en/about.html#privacy", "#privacy"),
        ("en/about.html", "en/about.html", "about.html"),
        ("index.html", "ru/index.html", "ru/index.html"),
    ],
)
def test_an_address_leads_from_page_to_page(start, target, address):
    assert relative(start, target) == address


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("в 2019 году и в Украине", "в·2019·году и·в·Украине"),
        ("ОЗТ — это лечение", "ОЗТ·— это лечение"),
        ("7 примеров из практики", "7·примеров из·практики"),
        ("секс-работница", "секс-работница"),
        ("если бы не она", "если·бы не·она"),
        ("гепатит С и многое другое", "гепатит·С и·многое другое"),
        ("и т. д.", "и·т.·д."),
    ],
)
def test_russian_lines_do_not_end_in_short_words(typed, printed):
    assert russian(typed).replace("\u00a0", "·") == printed


def test_headings_in_any_script_can_be_linked_to():
    assert to_html("## Конфиденциальность") == '<h2 id="конфиденциальность">Конфиденциальность</h2>'


def test_footed_lines_and_columns_of_a_body_are_those_of_its_file():
    file = split("---\ntitle: x\n---\n\n\nFirst line.\n")

    assert (file.body, file.body_line) == ("First line.", 6)
    assert file.front.place("title") == (2, 8)


@pytest.mark.parametrize(("word", "meant"), [("nalokson", "naloxone"), ("KA", "CA"), ("zzz", None)])
def test_the_nearest_word_is_one_that_looks_alike(word, meant):
    assert nearest(word, ("naloxone", "training", "CA")) == meant


@pytest.mark.parametrize(
    ("word", "meant"), [("word-0790x", "word-0790"), ("wodr-0790", "word-0790"), ("xord-0790", "word-0790")]
)
def test_of_many_words_the_nearest_is_found_as_well(word, meant):
    assert nearest(word, [f"word-{number:04d}" for number in range(0, 5_000, 10)]) == meant


_BLOCKS = st.sampled_from(
    [
        "Plain words.",
        "Слова «так» — и ещё.",
        "**Bold** first",
        "A [link](https://x.example/a).",
        "- one¶- two",
        "1. one¶2. two",
        "> quote",
        "Two¶lines",
        "word:",
        ": def",
        "# Head",
        "text  ",
        "---",
        "a¶---",
        "=",
        "",
        "¶A",
        "| a |¶|---|¶| 1 |",
        "[x]: https://x.example",
        "    code",
        "`code`",
        "a <b>",
        "&amp;",
        "a_b_c",
        "\ue0001\ue001",
        "![p](x.png) <https://x.example> <a@x.example>",
        "[a][x] and [x] ![x]",
        "> - a¶>   b\t¶>   ===",
        "- a¶¶      === ¶  b",
        "Two\r=",
        "[x]\x02: https://x.example",
        "a\\*b* 3 * 4 __c__",
        "* a¶+ b",
    ]
)


@given(st.lists(_BLOCKS, max_size=6))
def test_a_text_comes_out_as_from_the_whole_of_the_parser(blocks):
    text = "\n\n".join(blocks).replace("¶", "\n")

    assert to_html(text) == _with_hosts(clean(_converter(2, _ALL).reset().convert(text)))

"""No file keeps a build busy or fills the memory: what is too much is a message with its place."""

import os
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kit import BLOCK, HOUSE, VOCABULARY, case, problems, section, tree, words

from whrin_site.model.problems import SiteError
from whrin_site.reading import sources
from whrin_site.tools import limits, source_tree
from whrin_site.tools.excess import excess
from whrin_site.tools.markdown import to_html

SECTION, PO, NOTES = "content/paper/en/beginning.md", "content/words/ru.po", "content/notes/notes.yaml"
RUSSIAN = tree()[PO].decode()
BOMB = "a: &a [x]\n" + "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        pytest.param(HOUSE, BOMB, "yaml-alias", id="alias bomb"),
        pytest.param(HOUSE, BLOCK + "# x\n" * 1_000_000, "too-large", id="a million lines"),
        pytest.param(HOUSE, BLOCK.replace("A house.", "x " * 5_000_000), "too-large", id="10 MB field"),
        pytest.param(HOUSE, "x" * 10_000_000 + ": y\n", "too-large", id="10 MB key"),
        pytest.param(HOUSE, "a:\n - " + "- " * 100_000 + "x\n", "too-large", id="lists on one line"),
        pytest.param(HOUSE, "a:\n - " + "- " * 20_000 + "x\n", "yaml-too-deep", id="lists in lists"),
        pytest.param(HOUSE, "a: " + "[" * 20_000 + "]" * 20_000, "yaml-too-deep", id="brackets"),
        pytest.param(HOUSE, "a: " + "[\n" * 200_000, "yaml-too-deep", id="brackets on many lines"),
        pytest.param(HOUSE, "".join(" " * n + "a:\n" for n in range(900)), "yaml-too-deep", id="indented"),
        pytest.param(HOUSE, "order: " + "9" * 20_000 + "\n", "wrong-number", id="a huge number"),
        pytest.param(NOTES, "? " * 20_000 + "x\n", "yaml-key", id="keys of keys"),
        pytest.param(NOTES, "\x85".join("ab"), "control-character", id="U+0085"),
        pytest.param(NOTES, "a\0b", "control-character", id="NUL"),
        pytest.param(
            NOTES, 'A1: {actions: [V], on: ["\\ud800"], lines: [1]}', "yaml-syntax", id="half a pair"
        ),
        pytest.param(NOTES, "A1: \u202ex", "control-character", id="turned direction"),
        pytest.param(SECTION, "---\n" + "---\n" * 300_000, "too-large", id="front matter without an end"),
        pytest.param(SECTION, section("x" * 30_000), "too-much", id="a long text"),
        pytest.param(SECTION, section("[" * 19_000), "too-much", id="opening brackets"),
        pytest.param(SECTION, section("[a](" * 4_000), "too-much", id="links begun"),
        pytest.param(SECTION, section("![a](b " * 2_000), "too-much", id="pictures begun"),
        pytest.param(SECTION, section("[a]: b\n" * 2_000), "too-much", id="references"),
        pytest.param(SECTION, section("<![CDATA[" * 2_000), "too-much", id="CDATA"),
        pytest.param(SECTION, section("*" * 5_000), "too-much", id="asterisks"),
        pytest.param(SECTION, section(">" * 5_000 + " x"), "too-much", id="quotations"),
        pytest.param(SECTION, section("> " * 500 + "x"), "too-much", id="quotations with blanks"),
        pytest.param(SECTION, section("- " * 5_000 + "x"), "too-much", id="lists"),
        pytest.param(SECTION, section("1. " * 400 + "x"), "too-much", id="numbered lists"),
        pytest.param(
            SECTION,
            section("\n".join("  " * n + "- x" for n in range(90))),
            "too-much",
            id="lists below lists",
        ),
        pytest.param(SECTION, section("a\n: b\n" * 700), "too-much", id="definitions"),
        pytest.param(SECTION, section("x\n---\n" * 3_000), "too-much", id="headings"),
        pytest.param(SECTION, section("=\n" * 9_000), "too-much", id="lines"),
        pytest.param(
            SECTION, section("|" + "a|" * 4_000 + "\n|" + "-|" * 4_000), "too-much", id="a wide table"
        ),
        pytest.param(
            SECTION,
            section("Слова.", passages='[{starts: Слова, rendering: "' + "[" * 300 + '"}]'),
            "too-much",
            id="a rendering",
        ),
        pytest.param(
            HOUSE,
            case(words="{en: " + words(body='"' + "[" * 300 + '"') + "}"),
            "too-much",
            id="a case study",
        ),
        pytest.param(PO, RUSSIAN.replace("nplurals=3", "nplurals=100000000"), "po-plural", id="plural forms"),
        pytest.param(PO, RUSSIAN.replace("plural=", "plural=" + "(" * 5_000), "po-syntax", id="plural rule"),
        pytest.param(
            PO, RUSSIAN + '\nmsgid "a"\nmsgstr "' + "\\" * 100_001 + '"\n', "too-large", id="backslashes"
        ),
    ],
)
def test_what_is_too_much_is_a_message_with_the_name_of_its_file(path, text, code):
    found = [problem for problem in problems({path: text}) if problem.startswith(f"{path}:")]

    assert any(problem.endswith(f"[{code}]") for problem in found), [problem[:200] for problem in found[:5]]
    assert all(problem.isprintable() for problem in found)


def test_a_large_vocabulary_with_brackets_is_not_too_much():
    terms = "".join(f"s{n}: {{group: health, label: {{en: S{n}, ru: S{n}}}}}\n" for n in range(1_000))

    assert problems({"content/vocabulary/services.yaml": VOCABULARY["services"] + terms}) == []


def calls(work):
    """Return how many calls of functions a piece of work takes, on any machine."""
    counted = 0

    def count(_frame, event, _argument):
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("content/case-studies/b{n}.yaml", BLOCK + "key-{n}: x\n", id="unknown keys"),
        pytest.param(
            "content/case-studies/b{n}.yaml", BLOCK.replace("id: naloxone", "id: term-{n}"), id="unknown ids"
        ),
        pytest.param("content/paper/en/b{n}.md", section("[a](b{n}x.html)", order="{n}"), id="dead links"),
        pytest.param("content/images/b{n}.png", "no picture", id="pictures"),
    ],
)
def test_four_times_the_broken_files_take_four_times_the_work(path, text):
    def work(first, number):
        numbers = range(first, first + number)
        files = {path.format(n=n): text.replace("{n}", str(n)) for n in numbers}
        return calls(lambda: problems(files))

    work(1000, 70)  # with what is made once and kept

    assert work(3000, 280) < 5 * work(2000, 70)


def test_a_message_tells_where_the_text_is_too_much():
    found = problems({SECTION: section("Words.\n\nMore " + "!" * 200)})

    assert found == [
        f"{SECTION}:9:6: error: the same character stands here more than 120 times in a row; "
        "take some out [too-much]"
    ]


def test_a_message_does_not_repeat_all_of_a_long_value():
    found = problems({HOUSE: BLOCK.replace("id: naloxone", "id: " + "naloxone" * 2_000)})

    assert len(found) == 1
    assert len(found[0]) < 500


UNITS = [
    "[",
    "](",
    ")",
    "<a ",
    "*",
    "*a ",
    "**",
    "_",
    "`",
    "\n",
    "\n\n",
    "    ",
    "> ",
    "- ",
    "1. ",
    "a\n: b\n\n",
]
UNITS += [
    "|",
    "|-|\n",
    "## ",
    "===\n",
    "---\n",
    "\\",
    "&",
    "<!--",
    "&#x6a;",
    "    - x\n",
    "[a]: b\n",
    "слово ",
]


@given(st.lists(st.sampled_from(UNITS), min_size=1, max_size=6), st.integers(1, 4_000), st.randoms())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_not_too_much_can_be_read(units, length, chance):
    text = "".join(chance.choice(units) for _ in range(length))

    assert excess(text) or isinstance(to_html(text), str)


@pytest.mark.parametrize(
    "path",
    [
        "content/case-studies/house.yaml",
        "content/case-studies",
        "content/paper/en",
        "content",
        "templates/parts",
        "static",
    ],
)
@pytest.mark.parametrize("target", ["elsewhere", "inside", "nowhere"])
def test_a_link_is_refused_wherever_it_leads(tmp_path, path, target):
    root, aside = tmp_path / "tree", tmp_path / "aside"
    for name, data in tree().items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    place = root / path
    moved = {"elsewhere": aside, "inside": root / f"moved{place.suffix}", "nowhere": aside}[target]
    os.rename(place, moved if target != "nowhere" else tmp_path / "gone")
    place.symlink_to(moved)

    with pytest.raises(SiteError, match=f"{place}: it is a link; put the file itself there"):
        sources(root)


def test_a_pipe_among_the_sources_is_refused_and_not_waited_for(tmp_path):
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content/site.yaml")

    with pytest.raises(SiteError, match=r"site\.yaml: it is no file"):
        sources(tmp_path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    (tmp_path / "static").mkdir()
    with (tmp_path / "static/film.mp4").open("wb") as file:
        file.truncate(5_000_000_000)

    with pytest.raises(SiteError, match=r"film\.mp4: it is larger than 20 MB"):
        sources(tmp_path)


def test_too_many_files_are_refused(tmp_path, monkeypatch):
    (tmp_path / "content").mkdir()
    for number in range(4):
        (tmp_path / f"content/{number}.yaml").write_text("x", encoding="utf-8")
    monkeypatch.setattr(limits, "FILES", 3)

    with pytest.raises(SiteError, match="there are more than 3 files"):
        sources(tmp_path)


def test_too_much_in_all_is_refused_before_any_of_it_is_read(tmp_path, monkeypatch):
    (tmp_path / "content").mkdir()
    for number in range(4):
        (tmp_path / f"content/{number}.yaml").write_text("x" * 100, encoding="utf-8")
    monkeypatch.setattr(limits, "ALL_FILES", 300)
    monkeypatch.setattr(source_tree, "read_file", lambda file: pytest.fail(f"read {file}"))

    with pytest.raises(SiteError, match="all files together are larger"):
        sources(tmp_path)


@pytest.mark.parametrize(
    "name", ["con", "nul", "aux", "prn", "com1", "lpt9", "index", "..", "a b", "a.", "-a", "ä", "A"]
)
def test_a_name_that_some_system_cannot_keep_is_refused(name):
    assert problems({f"content/case-studies/{name}.yaml": case()}) != []


@pytest.mark.parametrize("id", ["..", "../x", "/x", "a/b", "con", "a\\b", "C:", "x.", "%2e%2e"])
def test_an_id_that_could_leave_its_folder_is_refused(id):
    services = VOCABULARY["services"].replace("naloxone:", f"{id!r}:")
    text = case(services=f"[{{id: {id!r}, quote: naloxone}}]")

    assert problems({"content/vocabulary/services.yaml": services, HOUSE: text}) != []

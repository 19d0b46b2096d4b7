"""Each code of a problem has a page in both languages, and its examples do what they say."""

import ast
import re
from pathlib import Path

import pytest
from kit import ROOT
from mistakes import GOOD, MISTAKES

from whrin_site.reading import examine

PAGES = ROOT / "docs" / "problems"
LANGUAGES = ("en", "ru")
ELSEWHERE = {"too-large", "broken-picture", "picture-too-large", "picture-with-place", "unused-picture"}
"""Codes whose examples are no texts: tests of their own hold them."""
UNTYPED = {
    *("encoding", "byte-order-mark", "control-character"),  # not to be seen on a page
    *("no-file", "po-empty", "po-syntax", "stale-schema"),  # a whole file, or none
}
"""Codes whose examples nobody could type from a page: tests/features/mistakes/kinds has them."""

TOLD = {mistake["says"].rsplit("[", 1)[1].rstrip("]") for mistake in MISTAKES.values()}
MAKERS = {"Problem", "Fault", "Wording"}


def codes(language: str) -> set[str]:
    return {path.stem for path in (PAGES / language).glob("*.md")} - {"README"}


def written() -> set[str]:
    """Return the codes that stand directly where a problem is made."""
    calls = (
        node
        for path in (ROOT / "src" / "whrin_site").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MAKERS and node.args
    )
    return {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_code_has_a_page_and_each_page_its_code(language):
    assert sorted(written() - codes(language)) == [], "codes without a page"
    assert codes(language) == TOLD | ELSEWHERE, "each code needs a file in tests/features/mistakes/kinds"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_names_each_page_by_its_title(language):
    index = (PAGES / language / "README.md").read_text(encoding="utf-8")

    for code in codes(language):
        page = (PAGES / language / f"{code}.md").read_text(encoding="utf-8")
        title = re.search(r"^# (.+)$", page, re.MULTILINE)
        assert title
        assert f"- [`{code}`]({code}.md): {title[1]}\n" in index


@pytest.mark.parametrize("code", sorted(codes("en")))
def test_the_wrong_example_gives_the_code_and_the_right_one_nothing(code):
    for language in LANGUAGES:
        page = (PAGES / language / f"{code}.md").read_text(encoding="utf-8")
        for wrong, fine in examples(page):
            assert {problem.code for problem in examine(wrong)} == {code}
            assert examine(fine) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_an_example_that_can_be_typed(language):
    bare = {
        code
        for code in codes(language)
        if not list(examples((PAGES / language / f"{code}.md").read_text(encoding="utf-8")))
    }

    assert bare == ELSEWHERE | UNTYPED


def examples(page: str):
    """Yield a site with the wrong and one with the right example of a page, if it has any."""
    blocks = re.findall(r"```\w+\n(.*?)```", page, re.DOTALL)
    if blocks:
        wrong, right = blocks
        path = re.search(r"\(`(content/[^`]+)`\)", page)[1]
        text = GOOD[path].decode()
        assert text.count(right) == 1
        yield GOOD | {path: text.replace(right, wrong).encode()}, GOOD
        return
    names = re.findall(r"^(?:Wrong|Right|Неверно|Верно): `(content/[^`]+)`$", page, re.MULTILINE)
    if names:
        wrong, right = names
        like = GOOD["content/pages/ru/about.md" if right.endswith(".md") else "content/case-studies/inn.yaml"]
        yield GOOD | {wrong: like}, GOOD | ({} if right.startswith("content/images/") else {right: like})


def test_the_pages_of_both_languages_show_the_same_examples():
    for code in codes("en"):
        shown = [
            re.findall(
                r"```.*?```|: `content/[^`]+`", Path(PAGES / name / f"{code}.md").read_text(), re.DOTALL
            )
            for name in LANGUAGES
        ]
        assert shown[0] == shown[1], code

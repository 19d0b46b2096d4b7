"""The documentation leads to files and commands that there are, and exists for editors in both languages."""

import re

import pytest
from kit import ROOT

from whrin_site.cli import COMMANDS

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
FOR_EDITORS = ("add", "correct", "translate", "consent", "languages")
DRAFT = "*Черновик: текст подготовлен с помощью программы, человек его пока не проверил.*"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_inside_the_project_leads_to_a_file(page):
    code = r"^```.*?^```|`[^`\n]*`|^    [^\n]*$"
    text = re.sub(code, "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_in_it_is_one_of_the_program(page):
    known = {command.__name__.rsplit(".", 1)[1] for command in COMMANDS} | {"test"}
    called = re.findall(r"python3 build\.py ([a-z]+)", page.read_text(encoding="utf-8"))

    assert set(called) <= known


@pytest.mark.parametrize("name", FOR_EDITORS)
def test_editors_find_each_page_in_both_languages_and_the_russian_one_is_marked_as_a_draft(name):
    english, russian = (
        (ROOT / f"docs/editing/{language}/{name}.md").read_text(encoding="utf-8") for language in ("en", "ru")
    )
    index = (ROOT / "docs/editing/README.md").read_text(encoding="utf-8")

    assert f"(en/{name}.md)" in index
    assert f"(ru/{name}.md)" in index
    assert russian.splitlines()[2] == DRAFT
    assert english.count("\n## ") == russian.count("\n## ")

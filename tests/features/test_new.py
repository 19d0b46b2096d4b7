"""What `new` begins passes `check` at once, explains itself, and never lies on top of something else."""

import os
import pty
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
import yaml
from kit import ROOT, problems

from whrin_site.cli import main
from whrin_site.draft.language import with_language
from whrin_site.pipeline import build
from whrin_site.reading import sources

KITCHEN = "content/case-studies/kitchen.yaml"
FLAGS = (
    *("--id", "kitchen", "--language", "en", "--name", "Night: Kitchen", "--heading", "Kitchen, Canada"),
    *("--summary", "Open every night # yes", "--kind", "centre=a centre", "--country", "CA=Canada"),
    *("--service", "naloxone=give out naloxone", "--population", "women=women"),
)
BODY = "We are a centre for women: we give out naloxone.\n\n  # not a comment\n"


@pytest.fixture
def root(root: Path) -> Path:
    (root / "body.md").write_text(BODY, encoding="utf-8")
    return root


@pytest.fixture(autouse=True)
def nobody_to_ask(monkeypatch):
    monkeypatch.setattr(sys, "stdin", StringIO())
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def new(root: Path, *arguments: str) -> int:
    return main(["new", arguments[0], "--root", str(root), *arguments[1:]])


def read(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


def test_a_case_study_from_options_passes_check_and_holds_what_was_given(root):
    assert new(root, "case-study", *FLAGS, "--text", str(root / "body.md")) == 0
    text = read(root, KITCHEN)
    value = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - strings only

    assert problems({KITCHEN: text}) == []
    assert value["words"]["en"]["name"] == "Night: Kitchen"
    assert value["words"]["en"]["summary"] == "Open every night # yes"
    assert value["words"]["en"]["body"] == BODY
    assert value["services"] == [{"id": "naloxone", "quote": "give out naloxone"}]
    assert value["order"] == "2"
    assert value["to_translate"] == ["ru"]
    assert value["origin"] == "contributed"


@pytest.mark.parametrize(
    ("language", "comment"),
    [("en", "# The words, by language.\n"), ("ru", "# Тексты — отдельно для каждого языка.\n")],
)
def test_its_keys_are_explained_in_the_language_that_was_chosen(root, language, comment):
    new(root, "case-study", *FLAGS, "--text", str(root / "body.md"), "--lang", language)

    assert comment in read(root, KITCHEN)
    assert "\n# limits: " in read(root, KITCHEN)


def test_without_a_terminal_the_missing_options_are_named(root, capsys):
    assert new(root, "case-study", "--name", "Kitchen") == 2
    assert capsys.readouterr().err == (
        "Nobody can be asked here; please give --heading, --text, --summary, --kind, --country as well.\n"
    )
    assert new(root, "section") == 2
    assert "--title, --text" in capsys.readouterr().err


def test_what_check_refuses_is_said_and_not_written(root, capsys):
    flags = [*FLAGS, "--service", "trainin=give out", "--text", str(root / "body.md")]

    assert new(root, "case-study", *flags) == 1
    assert "no service is called “trainin”; did you mean “training”?" in capsys.readouterr().err
    assert not (root / KITCHEN).exists()


def test_no_file_is_overwritten(root, capsys):
    (root / "content/case-studies/Kitchen.yaml").write_text("mine", encoding="utf-8")

    assert new(root, "case-study", *FLAGS, "--text", str(root / "body.md")) == 3
    assert "There is a file content/case-studies/kitchen.yaml already" in capsys.readouterr().err
    assert read(root, "content/case-studies/Kitchen.yaml") == "mine"


@pytest.mark.parametrize(("title", "name"), [("The кухня", "the-kukhnia"), ("Café Zoë", "cafe-zoe")])
def test_the_name_of_the_file_is_made_from_the_title(root, title, name):
    assert new(root, "section", "--title", title, "--text", str(root / "body.md")) == 0
    assert (root / f"content/paper/en/{name}.md").is_file()


def test_a_section_passes_check_and_waits_for_its_translation(root):
    path = "content/paper/en/next.md"
    given = ("--id", "next", "--title", "What: next", "--description", "More.")

    assert new(root, "section", *given, "--text", str(root / "body.md")) == 0
    assert problems({path: read(root, path)}) == []
    assert any("to-translate" in line for line in problems({path: read(root, path)}, warnings=True))
    assert read(root, path).endswith("---\n\n" + BODY.strip() + "\n")


def test_a_language_is_named_and_the_site_builds_with_the_words_of_the_first(root):
    assert new(root, "language", "es") == 0
    built = build(sources(root), index=False)
    page = built.files["es/case-studies/house.html"].decode()

    assert not built.failed
    assert "  - {id: ru}\n  - id: es\n    partial: true\nedition:" in read(root, "content/site.yaml")
    assert '<html lang="es" dir="ltr">' in page
    assert "We are a centre for women" in page
    assert 'msgid "Search"\nmsgstr ""' in read(root, "content/words/es.po")


@pytest.mark.parametrize("tag", ["xx", "english", "no such", "a: b"])
def test_what_is_no_language_changes_nothing(root, tag):
    before = read(root, "content/site.yaml")

    assert new(root, "language", tag) in (1, 3)
    assert read(root, "content/site.yaml") == before


def test_a_language_that_is_there_is_not_added_again(root, capsys):
    assert new(root, "language", "ru") == 3
    assert "names ru already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "languages:\n- id: en\n\n# next\nedition: x\n",
            "languages:\n- id: en\n- id: es\n  partial: true\n\n# next\nedition: x\n",
        ),
        ("languages: [{id: en}]\n", "languages: [{id: en}, {id: es, partial: true}]\n"),
        ("languages:\n  - id: en # first", "languages:\n  - id: en # first\n  - id: es\n    partial: true"),
    ],
    ids=["block", "flow", "no-line-end"],
)
def test_a_language_is_added_in_the_style_of_the_list(before, after):
    assert with_language(before, "es") == after


def test_on_a_terminal_it_asks_until_the_answers_can_be_right(root):
    typed = (
        *(
            "Night Kitchen",
            "kitchen",
            "Kitchen, Canada",
            "We are a centre.",
            "",
            "For all.",
            ".",
            "A kitchen.",
        ),
        *("castle", "centre", "no such words", "a centre", "CA", ""),
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C.UTF-8"}
    terminal, inside = pty.openpty()
    command = [sys.executable, "-m", "whrin_site", "new", "case-study", "--root", str(root)]
    process = subprocess.Popen(command, stdin=inside, stdout=inside, stderr=inside, env=environment)
    os.close(inside)
    os.write(terminal, "".join(f"{line}\n" for line in typed).encode())
    said = heard(terminal)
    os.close(terminal)
    process.wait()
    value = yaml.load(read(root, KITCHEN), Loader=yaml.BaseLoader)  # noqa: S506 - strings only

    assert "This is none of them." in said
    assert "These words are not in the heading or the text." in said
    assert "Wrote content/case-studies/kitchen.yaml." in said
    assert value["kind"] == {"id": "centre", "quote": "a centre"}
    assert value["place"] == {"country": {"id": "CA", "quote": "Canada"}}
    assert value["words"]["en"]["body"] == "We are a centre.\n\nFor all.\n"


def heard(terminal: int) -> str:
    """Return all that a program says on a terminal until it ends."""
    said = b""
    try:
        while part := os.read(terminal, 4096):
            said += part
    except OSError:  # how Linux says that nobody is there any more
        pass
    return said.decode(errors="replace")

"""Problems as lines for people, as annotations for GitHub, as an object for programs; in two languages."""

import json
import re
from pathlib import Path

import pytest
from kit import BLOCK, HOUSE, VOCABULARY, tree

from whrin_site.cli import main

SERVICE = "content/case-studies/house.yaml:8:9"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A tiny site with one error, and the warnings of its translations."""
    for path, data in tree({HOUSE: BLOCK.replace("id: naloxone", "id: nalokson")}).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def spoil(root: Path, kinds: int) -> None:
    """Put so many entries without words into the vocabulary."""
    more = "".join(f"kind-number-{n}: {{label: {{en: Kind {n}}}}}\n" for n in range(kinds))
    (root / "content/vocabulary/kinds.yaml").write_text(VOCABULARY["kinds"] + more, encoding="utf-8")


def test_text_ends_with_where_to_read_more_once_for_each_code(root, capsys):
    spoil(root, 3)

    assert main(["check", "--root", str(root)]) == 1
    said = capsys.readouterr().err
    assert (
        f"{SERVICE}: error: no service is called “nalokson”; did you mean “naloxone”? [unknown-service]"
        in said
    )
    assert said.count("docs/problems/en/missing-translation.md") == 1


def test_messages_are_in_russian_where_that_was_asked_for(root, capsys):
    assert main(["check", "--root", str(root), "--lang", "ru"]) == 1
    shown = capsys.readouterr()
    assert (
        f"{SERVICE}: ошибка: нет услуги с именем «nalokson»; может быть, «naloxone»? [unknown-service]"
        in shown.err
    )
    assert "docs/problems/ru/unknown-service.md" in shown.err
    assert "1 ошибка, 2 предупреждения." in shown.out


@pytest.mark.parametrize(
    ("variables", "word"),
    [
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "ru_RU.UTF-8"}, "ошибка:"),
        ({"LC_ALL": "", "LC_MESSAGES": "ru_KZ", "LANG": "en_GB.UTF-8"}, "ошибка:"),
        ({"LC_ALL": "C.UTF-8", "LANG": "ru_RU.UTF-8"}, "error:"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "de_DE.UTF-8"}, "error:"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}, "error:"),
    ],
)
def test_the_environment_says_which_language_is_spoken(root, capsys, monkeypatch, variables, word):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    main(["check", "--root", str(root)])

    assert word in capsys.readouterr().err


def test_what_makes_going_on_impossible_is_told_in_russian_too(tmp_path, capsys):
    assert main(["check", "--root", str(tmp_path), "--lang", "ru"]) == 3
    assert capsys.readouterr().err == "Здесь нет файла content/site.yaml. Та ли это папка?\n"


def test_json_is_one_object_that_says_everything(root, capsys):
    assert main(["check", "--root", str(root), "--format", "json"]) == 1
    shown = capsys.readouterr()
    found = json.loads(shown.out)
    assert shown.err == ""
    assert (found["version"], found["language"], found["errors"], found["warnings"]) == (1, "en", 1, 2)
    assert found["problems"][0] == {
        "path": HOUSE,
        "line": 8,
        "column": 9,
        "severity": "error",
        "code": "unknown-service",
        "message": "no service is called “nalokson”; did you mean “naloxone”?",
        "meant": "naloxone",
        "also": [],
        "page": "docs/problems/en/unknown-service.md",
    }


def test_a_build_prints_nothing_but_the_object_on_its_output(root, capsys):
    assert main(["build", "--root", str(root), "--no-index", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["errors"] == 1


def test_github_gets_annotations_on_the_lines(root, capsys):
    main(["check", "--root", str(root), "--format", "github"])

    assert (
        f"::error file={HOUSE},line=8,col=9,title=unknown-service"
        "::no service is called “nalokson”; did you mean “naloxone”?"
    ) in capsys.readouterr().out.splitlines()


def test_what_github_would_take_for_a_command_is_escaped(root, capsys):
    (root / "content/100%,a:b.txt").write_text("x", encoding="utf-8")
    main(["check", "--root", str(root), "--format", "github"])

    assert (
        "::error file=content/100%25%2Ca%3Ab.txt,line=1,col=1,title=unexpected-file::"
        in capsys.readouterr().out
    )


def test_github_shows_ten_and_the_tenth_says_how_many_more_there_are(root, capsys):
    spoil(root, 20)
    main(["check", "--root", str(root), "--format", "github"])
    lines = capsys.readouterr().out.splitlines()
    errors = [line for line in lines if line.startswith("::error ")]

    assert len(errors) == 10
    assert errors[-1].endswith("… and 12 more; the summary lists them all")
    assert len([line for line in lines if re.match(r"content/.*: error: ", line)]) == 21


def test_the_summary_on_github_is_a_table_of_everything(root, monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    spoil(root, 20)
    main(["check", "--root", str(root), "--format", "github"])
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")

    assert summary.startswith("### 21 errors, 2 warnings.\n")
    assert summary.count("| missing-translation |") == 20
    assert r"| content/case\-studies/house.yaml:8:9 | no service is called “nalokson”" in summary


def test_strict_takes_warnings_for_errors_and_publishes_nothing(root, capsys):
    (root / HOUSE).write_text(BLOCK, encoding="utf-8")

    assert main(["check", "--root", str(root)]) == 0
    assert main(["check", "--root", str(root), "--strict"]) == 1
    assert main(["build", "--root", str(root), "--strict", "--no-index"]) == 1
    assert not (root / "_site").exists()
    assert main(["build", "--root", str(root), "--no-index"]) == 0
    assert (root / "_site/index.html").is_file()
    assert "warning: " in capsys.readouterr().err

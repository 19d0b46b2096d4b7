"""What runs on pull requests is valid, pinned, read-only, and calls commands that there are."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from kit import ROOT

from whrin_site.cli import main

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
SCHEMAS = {
    "github-workflows": WORKFLOWS,
    "dependabot": [GITHUB / "dependabot.yml"],
    "github-issue-forms": [GITHUB / "ISSUE_TEMPLATE/suggest-a-case-study.yml"],
    "github-issue-config": [GITHUB / "ISSUE_TEMPLATE/config.yml"],
}


def run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, command)], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_files_are_as_their_schema_wants_them(name):
    tool = [sys.executable, "-P", "-m", "check_jsonschema", "--builtin-schema", f"vendor.{name}"]
    done = run(*tool, *SCHEMAS[name])

    assert done.returncode == 0, done.stdout


def test_an_auditor_finds_nothing_in_the_workflows():
    zizmor = Path(sys.executable).with_name("zizmor")
    done = run(zizmor, "--offline", "--persona", "auditor", "--no-progress", GITHUB)

    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_hash_and_says_its_version(path):
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))

    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


def test_a_pull_request_gets_no_secret_and_no_right_to_write():
    text = (GITHUB / "workflows/check.yml").read_text(encoding="utf-8")

    assert "pull_request:" in text
    assert not re.search(r"pull_request_target|secrets\.|: write", text)
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / ".pre-commit-config.yaml"], ids=lambda path: path.name)
def test_the_commands_are_those_of_the_program(path, capsys):
    called = re.findall(r"(?:run|entry): python3 build\.py ?(.*)", path.read_text(encoding="utf-8"))

    assert called
    for command in called:
        name, *options = command.split() or ["build"]
        if name != "test":
            assert main([name, "--help"]) == 0
            known = capsys.readouterr().out
            assert all(option in known for option in options if option.startswith("--"))

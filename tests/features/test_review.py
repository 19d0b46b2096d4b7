"""What is new in a change, and needs the eyes of a person, is named with its place."""

import os
import subprocess
import sys

import pytest
from kit import BLOCK, HOUSE, tree

from whrin_site.reading import read
from whrin_site.review import review

BODY = "      We are a centre for women and give out naloxone.\n"
ABOUT = "content/pages/en/about.md"
PAGE = "---\ntitle: About\nstatus: source\n---\n\n{}\n"
BEFORE = {HOUSE: BLOCK, ABOUT: PAGE.format("See https://harm-reduction.example.org/.")}


def remarks(changes, before=BEFORE):
    then, now = tree(before), tree(before | changes)
    return [f"{found.place}: {found.text()}" for found in review(then, now, read(then), read(now))]


def contact(text):
    return BLOCK + f"contacts:\n  - {text}\n    publish: true\n"


def test_where_nothing_has_changed_nothing_is_said():
    assert remarks({}) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("https://other.example.net/a", "8: other.example.net was named nowhere before"),
        ("write to a@other.example.net", "11: other.example.net was named nowhere before"),
        (
            "https://harm-reductlon.example.org",
            "8: harm-reductlon.example.org was named nowhere before, "
            "and looks almost like harm-reduction.example.org",
        ),
        (
            "https://xn--80ak6aa92e.com",
            "8: xn--80ak6aa92e.com: an address in other letters than Latin ones; is it what it looks like?",
        ),
    ],
)
def test_a_host_that_was_named_nowhere_is_told_once(words, said):
    column, message = said.split(": ", 1)
    found = remarks({ABOUT: PAGE.format(f"{words} and {words}")})

    assert [line.split(":", 2)[2] for line in found] == [f"{int(column) + 1}: {message}"]


def test_a_known_host_is_not_told_again():
    assert remarks({ABOUT: PAGE.format("See https://harm-reduction.example.org/other.")}) == []


def test_signs_that_nobody_sees_are_counted_and_named():
    assert remarks({ABOUT: PAGE.format("So\u00adft, ha\u00adrd https://harm-reduction.example.org/.")}) == [
        f"{ABOUT}:6:3: signs that nobody sees: SOFT HYPHEN, 2 more than before"
    ]


def test_a_contact_that_was_not_published_is_told():
    known = contact("email: a@harm-reduction.example.org")
    new = known.replace("a@harm", "b@harm")

    assert remarks({HOUSE: new}, BEFORE | {HOUSE: known}) == [
        f"{HOUSE}:26:5: a contact that was not published before: b@harm-reduction.example.org"
    ]
    assert remarks({HOUSE: known.replace("order: 1", "order: 2")}, BEFORE | {HOUSE: known}) == []


def test_a_translation_that_is_much_shorter_is_told():
    assert remarks({HOUSE: BLOCK.replace(BODY, BODY * 6)}) == [
        f"{HOUSE}:23:3: the text in “ru” has 13 % of the length of its original"
    ]


def test_a_picture_and_whatever_is_no_content_are_told():
    found = remarks({"content/images/house.jpg": "no picture", "src/whrin_site/new.py": "x = 1\n"})

    assert found == [
        "content/images/house.jpg:1:1: a picture that is new or changed (1 kB): "
        "who is to be seen, and has she agreed?",
        "src/whrin_site/new.py:1:1: no content, but a part of the program: who builds the site runs it",
    ]


def run(root, *options, **more):
    command = [sys.executable, "-P", "-m", "whrin_site", "review", *options, "--root", root]
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


def git(root, *arguments):
    command = ["git", "-c", "user.name=V", "-c", "user.email=v@example.org", *arguments]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path):
    for path, data in tree(BEFORE).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "before")
    (tmp_path / ABOUT).write_text(PAGE.format("https://other.example.net/|x"), encoding="utf-8")
    return tmp_path


def test_the_command_compares_with_a_revision_and_adds_a_table_to_the_summary(repository, tmp_path_factory):
    summary = tmp_path_factory.mktemp("job") / "summary.md"
    done = run(
        repository,
        *("HEAD", "--format", "github", "--lang", "ru"),
        env=os.environ | {"GITHUB_STEP_SUMMARY": str(summary)},
    )

    assert done.returncode == 0
    assert done.stdout == (
        f"{ABOUT}:6:9: other.example.net раньше нигде не упоминался\nСтоит посмотреть: 1. Это не ошибки.\n"
    )
    assert "| Где | Что нового |" in summary.read_text(encoding="utf-8")


@pytest.mark.parametrize("base", ["no-such-revision", "--output=x"])
def test_a_base_that_is_none_is_one_sentence(repository, base):
    done = run(repository, "--", base) if base.startswith("-") else run(repository, base)

    assert (done.returncode in (2, 3), "Traceback" in done.stderr) == (True, False)
    assert not (repository / "x").exists()

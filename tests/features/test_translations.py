"""The table of translations, the record of a review, and what a changed source makes stale."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from kit import BLOCK, HOUSE, ROOT, build, case, section, tree

from whrin_site.reading import read
from whrin_site.tools.disk import read_tree
from whrin_site.translate.work import work

RUSSIAN = "content/paper/ru/beginning.md"
ENGLISH = "content/paper/en/beginning.md"
GIT = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"]


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("marked")
    for path, data in tree({HOUSE: BLOCK + "    # Nobody has read it yet.\n"}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    mark(root, HOUSE, "--status", "draft")
    mark(root, RUSSIAN, "--status", "draft")
    return root


@pytest.fixture
def root(marked: Path, tmp_path: Path) -> Path:
    return shutil.copytree(marked, tmp_path / "site")


def run(root: Path, *arguments: str) -> str:
    command = [sys.executable, "-P", "-m", "whrin_site", "translations", "--root", root, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr
    return done.stdout


def mark(root: Path, path: str, *arguments: str) -> str:
    return run(root, "mark", path, *arguments)


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def states(files) -> dict[tuple[str, str], str]:
    return {(row.language, row.path): row.state for row in work(read(files), (), lambda *_: None)}


def test_a_changed_english_sentence_makes_exactly_its_translation_stale():
    files = read_tree(ROOT, ("content",))
    before = states(files)
    texts = [path for path in files if re.match(r"content/(paper|pages)/en/|content/case-studies/", path)]

    assert len(texts) >= 15
    for path in texts:
        is_case = path.endswith(".yaml")
        changed = files[path].replace(b"body: |\n", b"body: |\n      Now:\n", 1) if is_case else None
        after = states(files | {path: changed or files[path] + b"\nOne sentence more.\n"})
        stale = {key for key, state in after.items() if state != before[key]}
        assert stale == {("ru", path.replace("/en/", "/ru/"))}, path


def test_a_corrected_typo_in_a_translation_changes_nothing_about_it():
    stale = {"title": "Начало", "status": "draft", "source_hash": "0000000000000000"}

    for words in ("Слава документа.", "Слова документа."):
        assert states(tree({RUSSIAN: section(words, **stale)}))["ru", RUSSIAN] == "outdated"


def test_the_table_counts_words_and_shows_what_changed_without_any_history(root):
    change(root, HOUSE, "for women and give out", "for all women and give away")

    assert re.findall(r"^ru  .*|^  .*", run(root), re.MULTILINE) == [
        f"ru        draft                              0          4  {RUSSIAN}",
        f"ru        out of date                        2          0  {HOUSE}",
        "          … are a centre for {+all+} women and give out …",
        "          … for women and give [-out-] {+away+} naloxone. …",
    ]


def test_what_changed_is_found_in_the_history_where_the_source_is_not_kept(root):
    has_git = shutil.which("git") is not None
    shutil.rmtree(root / "content/translated-from")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "as it was"]) if has_git else ():
        subprocess.run([*GIT, *command], cwd=root, check=True)
    change(root, HOUSE, "naloxone.", "Narcan.")

    told = "[-naloxone.-] {+Narcan.+}" if has_git else "what changed is not known here"
    assert told in run(root)


def test_a_source_that_is_known_nowhere_counts_in_full_and_says_so(root):
    shutil.rmtree(root / "content/translated-from")
    change(root, HOUSE, "naloxone.", "Narcan.")
    table = run(root)

    assert re.search(
        rf"^ru +out of date +12 +0 +{HOUSE}\n +what changed is not known here", table, re.MULTILINE
    )


def test_what_is_missing_is_listed_with_its_words(root):
    change(root, "content/site.yaml", "  - {id: ru}", "  - {id: ru}\n  - {id: es, partial: true}")
    table = run(root, "--language", "es")

    assert re.search(rf"^es +missing +4 +0 +{ENGLISH}$", table, re.MULTILINE)
    assert re.search(r"^es +missing +2 +0 +content/vocabulary/services\.yaml$", table, re.MULTILINE)
    assert re.search(r"^es +missing +\d{3,} +0 +content/words/es\.po$", table, re.MULTILINE)
    assert re.search(r"^es: words to translate \d+, to read against the source 0\.", table, re.MULTILINE)


def test_a_review_is_recorded_after_the_difference_is_shown_and_comments_stay(root):
    change(root, HOUSE, "naloxone.\n  ru", "Narcan.\n  ru")
    before = (root / HOUSE).read_text(encoding="utf-8")
    shown = mark(
        root, HOUSE, "--status", "reviewed", "--by", "Вера: В.", "--on", "2026-11-20", "--method", "human"
    )
    after = (root / HOUSE).read_text(encoding="utf-8")
    added = [line.strip() for line in after.splitlines() if line not in before.splitlines()]
    gone = [line.strip() for line in before.splitlines() if line not in after.splitlines()]

    assert shown.startswith("          … women and give out [-naloxone.-] {+Narcan.+} …\n---")
    assert [re.sub(r"[0-9a-f]{16}", "HASH", line) for line in added] == [
        "status: reviewed",
        "method: human",
        "source_hash: HASH",
        "review:",
        'by: "Вера: В."',
        "on: 2026-11-20",
        "source_hash: HASH",
    ]
    assert [line.split(":")[0] for line in gone] == ["status", "source_hash"]
    assert "# Nobody has read it yet." in after


def test_a_recorded_review_counts_on_the_page(root):
    mark(root, RUSSIAN, "--status", "reviewed", "--by", "Vera", "--on", "2026-11-20")
    page = build({RUSSIAN: (root / RUSSIAN).read_text(encoding="utf-8")})["ru/paper/beginning.html"].decode()

    assert 'data-status="reviewed"' in page


def test_line_ends_and_the_byte_order_mark_of_the_file_stay(root):
    data = (root / RUSSIAN).read_bytes()
    (root / RUSSIAN).write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))
    mark(root, RUSSIAN, "--status", "approved", "--by", "WHRIN", "--on", "2026-11-20")
    now = (root / RUSSIAN).read_bytes()

    assert now.startswith(b"\xef\xbb\xbf---\r\n")
    assert now.count(b"\n") == now.count(b"\r\n") == data.count(b"\n") + 4


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([ENGLISH, "--status", "draft"], f"{ENGLISH} holds no such translation."),
        (
            ["content/none.md", "--status", "draft"],
            "There is no content/none.md among the files",
        ),
        ([RUSSIAN, "--status", "reviewed"], "--status reviewed needs --by"),
        ([RUSSIAN, "--status", "draft", "--on", "tomorrow"], "“tomorrow” is no date"),
    ],
)
def test_what_cannot_be_marked_is_told_in_a_sentence(root, arguments, said):
    command = [sys.executable, "-P", "-m", "whrin_site", "translations", "mark", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)

    assert done.returncode in (2, 3)
    assert said in done.stderr


def test_keeping_writes_what_is_named_and_removes_what_is_not(root):
    kept = root / "content/translated-from"
    names = {path.name for path in kept.iterdir()}
    shutil.rmtree(kept)
    kept.mkdir()
    (kept / "0000000000000000.txt").write_text("nobody names this\n")

    assert run(root, "keep") == "Sources kept: 2, removed: 1.\n"
    assert {path.name for path in kept.iterdir()} == names


def test_kept_sources_are_not_published():
    files = build({HOUSE: case(), "content/translated-from/0000000000000000.txt": "canary\n"})

    assert [path for path, data in files.items() if b"canary" in data] == []

"""The names of files are known again as long as the disk says that they are the same."""

import os
import re
from pathlib import Path

import pytest

from whrin_site.tools import source_tree
from whrin_site.tools.source_tree import Names, Tree, look_at

MANY = re.compile("many/.*")


def looked_at(root: Path) -> Tree:
    return look_at(root, ("many", "few"), MANY, lambda error: error)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with two files that were written some time ago."""
    for path in ("many/a", "many/b"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(path.encode())
    return tmp_path


def known_later(root: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Return the names as a build remembers them that begins ten seconds from now."""
    later = max(os.stat(root / path).st_ctime_ns for path in ("many/a", "many/b")) + 10 * 10**9
    monkeypatch.setattr(source_tree.time, "time_ns", lambda: later)
    files = looked_at(root)
    assert files.names("many/a") == Names.of(b"many/a")
    assert files.names("many/b") == Names.of(b"many/b")
    return files.known_names()


def test_a_file_with_the_same_stamp_is_not_read_again(root, monkeypatch):
    known = known_later(root, monkeypatch)
    files = looked_at(root)
    files.recall(known)
    monkeypatch.setattr(source_tree, "read_file", lambda file: pytest.fail(f"read {file}"))

    assert files.names("many/a") == Names.of(b"many/a")


def test_a_changed_file_is_read_again(root, monkeypatch):
    known = known_later(root, monkeypatch)
    (root / "many/a").write_bytes(b"MANY/A")
    files = looked_at(root)
    files.recall(known)

    assert files.names("many/a") == Names.of(b"MANY/A")


def test_a_file_changed_a_moment_ago_is_not_remembered(root, monkeypatch):
    monkeypatch.setattr(source_tree.time, "time_ns", lambda: os.stat(root / "many/a").st_ctime_ns)
    files = looked_at(root)
    files.names("many/a")

    assert files.known_names() == {}


def test_what_is_gone_is_forgotten(root, monkeypatch):
    known = known_later(root, monkeypatch)
    (root / "many/a").unlink()
    files = looked_at(root)
    files.recall(known)

    assert files.known_names().keys() == {"many/b"}

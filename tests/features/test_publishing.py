"""The folder is the old site or the new one; files that are not ours are left alone."""

import os

import pytest

from whrin_site.model.problems import SiteError
from whrin_site.write import MARKER, write


def tree(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.name != MARKER
    }


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path):
    out = tmp_path / "site"
    write({"a.html": b"old", "gone/b.html": b"old"}, out)
    write({"a.html": b"new", "c.html": b"new"}, out)

    assert tree(out) == {"a.html": b"new", "c.html": b"new"}
    assert os.listdir(tmp_path) == ["site"]


def test_a_file_of_somebody_else_in_the_folder_stays(tmp_path):
    out = tmp_path / "site"
    write({"a.html": b"old"}, out)
    (out / "CNAME").write_text("directory.example")
    (out / "letters").mkdir()
    (out / "letters" / "mine.txt").write_text("mine")
    write({"a.html": b"new"}, out)

    assert tree(out) == {"a.html": b"new", "CNAME": b"directory.example", "letters/mine.txt": b"mine"}


def test_a_folder_that_is_not_ours_is_refused(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")

    with pytest.raises(SiteError, match="not made by this program"):
        write({"a.html": b"new"}, tmp_path)

    assert tree(tmp_path) == {"letter.txt": b"mine"}


def test_a_link_or_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").write_text("mine")

    for name in ("link", "file"):
        with pytest.raises(SiteError):
            write({"a.html": b"new"}, tmp_path / name)


def test_a_disk_that_refuses_leaves_the_old_site_whole(tmp_path):
    out = tmp_path / "site"
    write({"a.html": b"old"}, out)

    with pytest.raises(SiteError, match="is as it was"):
        write({"a.html": b"new", "x" * 300 + ".html": b"name too long for any disk"}, out)

    assert tree(out) == {"a.html": b"old"}
    assert os.listdir(tmp_path) == ["site"]


def test_what_an_interrupted_build_left_behind_is_mended(tmp_path):
    out = tmp_path / "site"
    write({"a.html": b"old"}, out)
    (tmp_path / ".site.new").mkdir()
    (tmp_path / ".site.new" / "half.html").write_text("half")
    write({"a.html": b"new"}, out)

    assert tree(out) == {"a.html": b"new"}
    assert os.listdir(tmp_path) == ["site"]

"""The folder is the old site or the new one; files that are not ours are left alone."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

import whrin_site.write
from whrin_site.model.problems import SiteError
from whrin_site.write import MARKER, write


@pytest.fixture(params=["one thread", "several threads"], autouse=True)
def threads(request, monkeypatch):
    if request.param == "several threads":
        monkeypatch.setattr(whrin_site.write, "_MANY", 0)


def tree(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.name != MARKER
    }


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path):
    out = tmp_path / "site"
    write({"a.html": b"old", "en/a.html": b"old", "ru/a.html": b"old", "gone/b.html": b"old"}, out)
    new = {"a.html": b"new", "en/a.html": b"old", "ru/a.html": b"new", "c.html": b"new"}
    write(new, out)

    assert tree(out) == new
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
        write({"a.html": b"new", "en/" + "x" * 300 + ".html": b"name too long for any disk"}, out)

    assert tree(out) == {"a.html": b"old"}
    assert os.listdir(tmp_path) == ["site"]


def test_what_an_interrupted_build_left_behind_is_mended(tmp_path):
    out = tmp_path / "site"
    write({"a.html": b"old"}, out)
    (tmp_path / ".site.whrin-new").mkdir()
    (tmp_path / ".site.whrin-new" / "half.html").write_text("half")
    write({"a.html": b"new"}, out)

    assert tree(out) == {"a.html": b"new"}
    assert os.listdir(tmp_path) == ["site"]


def test_a_site_that_a_killed_build_had_put_aside_comes_back(tmp_path):
    out = tmp_path / "site"
    write({"a.html": b"old"}, out)
    (out / "CNAME").write_text("directory.example")
    out.rename(tmp_path / ".site.whrin-old")
    write({"a.html": b"new"}, out)

    assert tree(out) == {"a.html": b"new", "CNAME": b"directory.example"}
    assert os.listdir(tmp_path) == ["site"]


def test_an_empty_folder_may_be_built_into(tmp_path):
    (tmp_path / "site").mkdir()
    write({"a.html": b"new"}, tmp_path / "site")

    assert tree(tmp_path / "site") == {"a.html": b"new"}


def test_links_and_empty_folders_of_somebody_else_stay_as_they_are(tmp_path):
    out = tmp_path / "site"
    write({"a.html": b"old"}, out)
    (out / "empty").mkdir(mode=0o700)
    (out / "elsewhere").symlink_to(tmp_path)
    write({"a.html": b"new"}, out)

    assert (out / "empty").stat().st_mode & 0o777 == 0o700
    assert (out / "elsewhere").readlink() == tmp_path


@pytest.mark.parametrize("path", ["b.html", "b"])
def test_a_page_does_not_take_the_place_of_a_file_of_somebody_else(tmp_path, path):
    out = tmp_path / "site"
    write({"a.html": b"old"}, out)
    (out / path).write_text("mine")

    with pytest.raises(SiteError, match="was not made by this program"):
        write({"a.html": b"new", "b.html": b"new", "b/c.html": b"new"}, out)

    assert tree(out) == {"a.html": b"old", path: b"mine"}


def test_builds_at_once_wait_for_one_another(tmp_path):
    out = tmp_path / "site"
    sites = [{f"{number}/{page}.html": b"%d" % number for page in range(30)} for number in range(4)]

    with ThreadPoolExecutor() as builders:
        for done in [builders.submit(write, site, out) for site in sites * 3]:
            done.result()

    assert tree(out) in sites
    assert os.listdir(tmp_path) == ["site"]

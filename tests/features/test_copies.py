"""A copy says what it is, can be checked from itself alone, and survives every stick."""

import json
import re
import subprocess
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from kit import tree

from whrin_site.model.problems import SiteError
from whrin_site.pack import usb
from whrin_site.pipeline import build, material, pack
from whrin_site.seal import seal
from whrin_site.tools import gitfiles, portable, sums
from whrin_site.write import write


@pytest.fixture(scope="module")
def built():
    return build(tree(), index=False)


@pytest.fixture(scope="module")
def archive(built):
    editions = dict(pack(material(built, tree()), (usb,)))
    return ZipFile(BytesIO(editions["usb"]["directory-2026-11-23.zip"]))


def test_coreutils_find_every_published_file_as_it_was_written(built, tmp_path):
    write(built.files, tmp_path / "site")
    done = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path / "site", capture_output=True, text=True
    )

    assert done.returncode == 0
    assert [line.removesuffix(": OK") for line in done.stdout.splitlines()] == sorted(
        built.files.keys() - {"SHA256SUMS"}
    )


def test_a_site_says_what_it_was_made_from(built):
    about = json.loads(built.files["VERSION.json"])

    assert about["edition"] == "2026-11-23"
    assert about["pages"] == sum(path.endswith(".html") for path in built.files)
    assert about["libraries"]["pagefind-bin"] == "1.5.2"
    assert "commit" not in about


@pytest.mark.parametrize(
    ("name", "makers"),
    [
        ("leaflet-en.pdf", {"weasyprint", "pydyf", "pypdf", "fonttools", "pango"}),
        ("directory-en.zim", {"libzim"}),
        ("directory-en.epub", set()),
    ],
)
def test_a_site_says_what_made_the_files_to_take_along(built, name, makers):
    def libraries(files):
        return json.loads(files["VERSION.json"])["libraries"]

    beside = libraries(seal(built.files | {f"take-along/{name}": b"made"}, dict))

    assert beside.keys() - libraries(built.files).keys() == makers
    assert all(re.fullmatch(r"\d+(\.\d+)+", beside[maker]) for maker in makers)


def test_the_commit_is_told_where_it_is_known():
    about = json.loads(build(tree(), index=False, commit="c0ffee").files["VERSION.json"])

    assert about["commit"] == "c0ffee"


def test_the_sources_are_named_as_git_names_them():
    files = {"a.txt": b"1", "a/b.txt": b"2", "a/c/d.txt": b"", "a-b": b"3", "ё.txt": b"4"}

    # As `git write-tree` prints it for these files.
    blobs = {path: gitfiles.blob_id(data) for path, data in files.items()}
    assert gitfiles.tree_id(blobs) == "a9cebd721da7d80b8b7218259bb67ad7a780cfa3"


COMMIT = "c0ffee" + "0" * 34


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({".git/HEAD": COMMIT}, id="detached"),
        pytest.param({".git/HEAD": "ref: refs/heads/a/b", ".git/refs/heads/a/b": COMMIT}, id="branch"),
        pytest.param(
            {
                ".git/HEAD": "ref: refs/heads/main",
                ".git/packed-refs": f"# pack-refs\n{'1' * 40} refs/heads/other\n{COMMIT} refs/heads/main",
            },
            id="packed",
        ),
        pytest.param(
            {
                ".git": "gitdir: main/.git/worktrees/this",
                "main/.git/worktrees/this/HEAD": "ref: refs/heads/main",
                "main/.git/worktrees/this/commondir": "../..",
                "main/.git/refs/heads/main": COMMIT,
            },
            id="worktree",
        ),
    ],
)
def test_the_commit_is_what_git_has_checked_out(tmp_path, files):
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(f"{text}\n")

    assert gitfiles.checked_out(tmp_path) == COMMIT


def test_without_git_no_commit_is_known(tmp_path):
    assert gitfiles.checked_out(tmp_path) is None
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_text("ref: refs/../../secret\n")
    assert gitfiles.checked_out(tmp_path) is None


def test_a_stick_carries_the_same_bytes_as_the_web(built, archive):
    carried = {name: archive.read(name) for name in archive.namelist()}
    of_the_web = {"SHA256SUMS", "404.html"}

    assert {name: carried[name] for name in built.files.keys() - of_the_web} == {
        name: data for name, data in built.files.items() if name not in of_the_web
    }
    assert "404.html" not in carried
    assert carried.keys() - built.files.keys() == {"0-START.html", "READ-ME.txt"}
    assert sums.read(carried["SHA256SUMS"].decode()) == (
        {name: sums.digest(data) for name, data in carried.items() if name != "SHA256SUMS"},
        (),
    )


def test_the_start_file_comes_first_and_asks_for_a_language(built, archive):
    assert archive.namelist()[0] == min(archive.namelist()) == "0-START.html"
    assert archive.read("0-START.html") == built.files["index.html"]


def test_the_read_me_speaks_every_language_of_the_site(archive):
    text = archive.read("READ-ME.txt").decode("utf-8-sig")

    assert "double-click 0-START.html" in text
    assert "дважды щёлкните файл 0-START.html" in text
    assert text.count("\n") == text.count("\r\n")


def test_entries_have_a_fixed_order_time_and_mode(archive):
    entries = archive.infolist()

    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.date_time for entry in entries} == {(2026, 11, 23, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr >> 16) for entry in entries} == {(3, 0o100644)}


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        pytest.param(["en/con.html"], "Windows keeps", id="device"),
        pytest.param(["autorun.inf"], "Windows keeps", id="autorun"),
        pytest.param(["en/a."], "Windows keeps", id="dot at the end"),
        pytest.param(["a/" + "b" * 118], "longer than 119", id="long"),
        pytest.param(["en/дом.html"], "signs other than", id="Cyrillic"),
        pytest.param(["a b.html"], "signs other than", id="blank"),
        pytest.param(["en/House.html", "en/house.html"], "capitals only", id="twins"),
        pytest.param(["EN/a.html", "en/b.html"], "capitals only", id="twin folders"),
    ],
)
def test_names_that_some_stick_does_not_keep_are_refused(paths, said):
    found = list(portable.faults(["index.html", *paths]))

    assert len(found) == 1
    assert said in found[0]


def test_a_copy_with_such_a_name_is_not_made(built):
    spoilt = replace(material(built, tree()), files={**built.files, "en/INDEX.html": b""})

    with pytest.raises(SiteError, match=r"not survive every stick: .*capitals only"):
        usb.carried(spoilt)

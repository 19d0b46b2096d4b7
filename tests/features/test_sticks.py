"""A stick is brought up to date file by file, whenever it is pulled out, and tells whether it is whole."""

import os
import shutil
import zipfile
from collections import namedtuple
from contextlib import suppress
from pathlib import Path

import pytest

from whrin_site.carry import Carried, carry
from whrin_site.model.problems import SiteError
from whrin_site.tools import sums
from whrin_site.verify import verify

ABOUT = '{"edition": "2026-11-23", "program": {"name": "whrin-site"}}'


def copy_of(**files: str) -> dict[str, bytes]:
    """Return the sealed files of a small copy; underscores in the names stand for slashes."""
    whole = {"VERSION.json": ABOUT, "index.html": "choose", "0-START.html": "choose", **files}
    made = {name.replace("_", "/"): text.encode() for name, text in whole.items()}
    return {**made, "SHA256SUMS": sums.list_of(made)}


OLD = copy_of(**{"en_a.html": "old a", "en_b.html": "same", "en_gone_c.html": "gone", "assets_s.css": "old"})
NEW = copy_of(**{"en_a.html": "new a", "en_b.html": "same", "ru_d.html": "new", "assets_s.css": "new"})
THEIRS = {"letter.txt": b"mine", "en/letter.txt": b"mine too", "SHA256SUMS.txt": b"of something else"}


def put(folder: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def tree(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def quietly(files: dict[str, bytes], to: Path) -> Carried:
    return carry(files, to, lambda text, **values: None)


@pytest.fixture
def stick(tmp_path):
    put(tmp_path / "stick", THEIRS)
    return tmp_path / "stick"


def test_a_copy_lies_beside_what_was_on_the_stick(stick):
    done = quietly(OLD, stick)

    assert tree(stick) == OLD | THEIRS
    assert done == Carried(copied=len(OLD), kept=0, removed=0)
    assert verify(stick).is_whole
    assert verify(stick).foreign == tuple(sorted(THEIRS))


def test_an_older_copy_is_brought_up_to_date_by_what_changed(stick):
    quietly(OLD, stick)
    before = (stick / "en/b.html").stat().st_mtime_ns
    done = quietly(NEW, stick)

    assert tree(stick) == NEW | THEIRS
    assert done == Carried(copied=4, kept=4, removed=1)
    assert (stick / "en/b.html").stat().st_mtime_ns == before
    assert not (stick / "en/gone").exists()


def test_a_copy_that_is_up_to_date_is_read_and_not_written(stick):
    quietly(NEW, stick)
    before = {path: path.stat().st_mtime_ns for path in stick.rglob("*")}

    assert quietly(NEW, stick) == Carried(copied=0, kept=len(NEW), removed=0)
    assert {path: path.stat().st_mtime_ns for path in stick.rglob("*")} == before


def test_an_archive_unpacked_by_hand_can_be_brought_up_to_date(stick):
    put(stick, OLD)

    quietly(NEW, stick)

    assert tree(stick) == NEW | THEIRS


class PulledOut(BaseException):
    """Nothing can be done any more: no clean-up, no message."""


def pull_out_at(monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    """Let the stick vanish before its n-th change, or in the middle of writing a file."""
    left = iter(range(moment))

    def last_moment(change):
        def wrapped(*arguments, **options):
            if next(left, None) is None:
                raise PulledOut
            return change(*arguments, **options)

        return wrapped

    for name in ("replace", "mkdir", "unlink", "rmdir", "fsync"):
        monkeypatch.setattr(os, name, last_moment(getattr(os, name)))


@pytest.mark.parametrize("before", [{}, OLD], ids=["first copy", "update"])
def test_a_stick_pulled_out_at_any_moment_is_repaired_by_the_next_run(tmp_path, before):
    moments = 0
    for moment in range(1000):
        stick = tmp_path / str(moment)
        put(stick, THEIRS)
        if before:
            quietly(before, stick)
        with pytest.MonkeyPatch.context() as patch:
            pull_out_at(patch, moment)
            try:
                quietly(NEW, stick)
            except PulledOut:
                moments += 1
            else:
                break
        assert {path: data for path, data in tree(stick).items() if path in THEIRS} == THEIRS
        if (stick / "SHA256SUMS").exists():
            assert not verify(stick).is_whole or tree(stick) in (OLD | THEIRS, NEW | THEIRS)
        quietly(NEW, stick)
        assert tree(stick) == NEW | THEIRS, moment
        shutil.rmtree(stick)

    assert moments > 2 * len(NEW)


def test_an_update_pulled_out_and_followed_by_a_newer_edition_leaves_nothing_behind(tmp_path):
    newest = copy_of(**{"en_b.html": "newest"})
    for moment in range(1, 24):
        stick = tmp_path / str(moment)
        stick.mkdir()
        quietly(OLD, stick)
        with pytest.MonkeyPatch.context() as patch, suppress(PulledOut):
            pull_out_at(patch, moment)
            quietly(NEW, stick)
        quietly(newest, stick)

        assert tree(stick) == newest


def test_a_file_of_somebody_else_in_the_way_stops_it_before_anything_is_written(stick):
    (stick / "index.html").write_text("mine")
    before = tree(stick)

    with pytest.raises(SiteError, match=r"index\.html is not from us"):
        quietly(NEW, stick)

    assert tree(stick) == before


def test_a_list_of_sums_of_somebody_else_does_not_make_their_files_ours(stick):
    put(stick, {"SHA256SUMS": sums.list_of({"debian.iso": b"system"}), "debian.iso": b"system"})

    with pytest.raises(SiteError, match="SHA256SUMS is not from us"):
        quietly(NEW, stick)

    assert (stick / "debian.iso").read_bytes() == b"system"


def test_a_file_of_ours_that_somebody_has_changed_is_not_removed_with_its_edition(stick):
    quietly(OLD, stick)
    (stick / "en/gone/c.html").write_text("my remarks")

    assert quietly(NEW, stick).removed == 0
    assert (stick / "en/gone/c.html").read_text() == "my remarks"


@pytest.mark.parametrize("place", ["en", "index.html"])
def test_a_link_on_the_stick_is_never_followed(stick, tmp_path, place):
    shutil.rmtree(stick / "en")
    (tmp_path / "elsewhere").mkdir()
    (stick / place).symlink_to(tmp_path / "elsewhere")

    with pytest.raises(SiteError, match="is not from us"):
        quietly(NEW, stick)

    assert tree(tmp_path / "elsewhere") == {}


def test_a_full_stick_is_refused_before_anything_is_written(stick, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10_000, 9_000, 1_000))

    with pytest.raises(SiteError, match=r"has 0\.0 MB left, and this copy needs 0\.\d MB"):
        quietly(NEW, stick)

    assert tree(stick) == THEIRS


def test_a_failing_stick_is_told(stick, monkeypatch):
    # The last resort is a lie about what was read: no stick at hand fails when asked to.
    monkeypatch.setattr("whrin_site.tools.copying.read_back", lambda place: place.read_bytes()[:-1])

    with pytest.raises(SiteError, match="did not come back as it was written: this stick is failing"):
        quietly(NEW, stick)


def test_a_mistyped_stick_is_not_made(tmp_path):
    with pytest.raises(SiteError, match="No such file or directory"):
        quietly(NEW, tmp_path / "media" / "stikc")


@pytest.fixture(params=["folder", "archive"])
def spoilt(request, tmp_path):
    """Puts together a copy from these files and says what is wrong with it."""

    def spoilt(files):
        put(tmp_path / "copy", files)
        if request.param == "folder":
            return verify(tmp_path / "copy")
        with zipfile.ZipFile(tmp_path / "copy.zip", "w") as archive:
            for path, data in files.items():
                archive.writestr(path, data)
        return verify(tmp_path / "copy.zip")

    return spoilt


def test_a_whole_copy_is_whole(spoilt):
    found = spoilt(NEW)

    assert (found.damaged, found.missing, found.foreign) == ((), (), ())
    assert (found.whole, found.edition) == (len(NEW) - 1, "2026-11-23")


def test_each_single_flipped_bit_is_found_and_named(spoilt):
    for path, data in NEW.items():
        if path != "SHA256SUMS":
            flipped = bytes([data[0] ^ 1]) + data[1:]
            assert spoilt({**NEW, path: flipped}).damaged == (path,)


def test_what_is_missing_and_what_is_foreign_are_named(spoilt):
    found = spoilt({**NEW, "0-BEGIN.html": b"phishing"} | {"en/evil.html": b""})
    assert (found.is_whole, found.foreign) == (True, ("0-BEGIN.html", "en/evil.html"))


def test_a_missing_file_is_named(spoilt):
    found = spoilt({path: data for path, data in NEW.items() if path != "en/a.html"})
    assert (found.is_whole, found.missing) == (False, ("en/a.html",))


def test_a_spoilt_list_is_told(spoilt):
    found = spoilt({**NEW, "SHA256SUMS": NEW["SHA256SUMS"] + b"garbage\n"})
    assert found.damaged == ("SHA256SUMS",)


def test_what_systems_leave_on_sticks_is_not_foreign(spoilt):
    litter = {"System Volume Information/IndexerVolumeGuid": b"", ".DS_Store": b"", "en/._a.html": b""}
    assert spoilt({**NEW, **litter}).foreign == ()


def test_a_list_cannot_name_files_outside_of_the_copy(spoilt):
    line = f"{sums.digest(b'secret')}  ../secret.txt\n".encode()
    found = spoilt({**NEW, "SHA256SUMS": NEW["SHA256SUMS"] + line})

    assert (found.damaged, found.missing) == (("SHA256SUMS",), ())


def test_a_link_in_a_copy_is_damage(tmp_path):
    put(tmp_path / "copy", NEW)
    (tmp_path / "elsewhere.html").write_bytes(NEW["en/a.html"])
    (tmp_path / "copy/en/a.html").unlink()
    (tmp_path / "copy/en/a.html").symlink_to(tmp_path / "elsewhere.html")

    assert verify(tmp_path / "copy").damaged == ("en/a.html",)


def test_an_archive_damaged_in_itself_is_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "copy.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in copy_of(**{"en_a.html": "a long page " * 99}).items():
            archive.writestr(path, data)
    data = bytearray((tmp_path / "copy.zip").read_bytes())
    at = data.index(b"en/a.html") + len("en/a.html") + 3
    data[at] ^= 0xFF
    (tmp_path / "copy.zip").write_bytes(data)

    assert verify(tmp_path / "copy.zip").damaged == ("en/a.html",)


def test_a_file_that_is_in_an_archive_twice_is_damage(tmp_path):
    with zipfile.ZipFile(tmp_path / "copy.zip", "w") as archive:
        for path, data in NEW.items():
            archive.writestr(path, data)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("en/a.html", NEW["en/a.html"])

    assert verify(tmp_path / "copy.zip").damaged == ("en/a.html",)


@pytest.mark.parametrize("name", ["nothing", "letter.txt", "folder"])
def test_what_is_no_copy_is_told_in_a_sentence(tmp_path, name):
    put(tmp_path, {"letter.txt": b"mine", "folder/letter.txt": b"mine"})

    with pytest.raises(SiteError, match=r"There is no |is no folder and no ZIP archive|has no SHA256SUMS"):
        verify(tmp_path / name)

"""Whatever stops a build, the published folder is one whole site, and the next build needs no help."""

import errno
import os
import resource
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from disk import refusing, was_refused
from kit import HOUSE, ROOT, place, tree
from kit import build as build_site

from whrin_site import pipeline
from whrin_site.model.problems import SiteError
from whrin_site.reading import sources
from whrin_site.tools import swap
from whrin_site.write import MARKER, write

COMMAND = [sys.executable, "-P", "-m", "whrin_site"]
OLD = {"a.html": b"old", "en/b.html": b"same", "en/gone.html": b"old"}
NEW = {"a.html": b"new", "en/b.html": b"same", "ru/c.html": b"new"}
FOREIGN = {"CNAME": b"directory.example", "letters/mine.txt": b"mine"}


def found(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with the old site, and files of somebody else."""
    write(OLD, tmp_path / "site")
    return place(tmp_path / "site", FOREIGN)


@pytest.fixture
def without_exchange(monkeypatch):
    """A system that cannot exchange two folders, such as macOS or Windows."""
    monkeypatch.setattr(swap, "of_the_system", lambda name: None)


@pytest.mark.parametrize(("signal", "points"), [("SIGKILL", 100), ("SIGTERM", 12), ("SIGINT", 12)])
def test_a_build_that_is_struck_at_any_point_leaves_a_whole_site(tmp_path, signal, points):
    program = [sys.executable, "-P", str(ROOT / "tests/interrupted.py")]
    paths = os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests")))
    done = subprocess.run(
        [*program, str(tmp_path), signal, str(points)],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout == f"{points} points\n", done.stdout + done.stderr[-2000:]


@pytest.mark.parametrize(
    "code", [errno.ENOSPC, errno.EACCES, errno.EMFILE, errno.EIO], ids=errno.errorcode.get
)
def test_a_disk_that_refuses_any_one_step_leaves_a_whole_site(tmp_path, out, code):
    refuse_each_step(tmp_path, out, code)


@pytest.mark.usefixtures("without_exchange")
def test_without_an_exchange_of_folders_a_refused_step_leaves_a_whole_site_as_well(tmp_path, out):
    refuse_each_step(tmp_path, out, errno.ENOSPC)


def refuse_each_step(parent: Path, out: Path, code: int) -> None:
    sites = [OLD | FOREIGN, NEW | FOREIGN]
    said = []
    for step in range(1, 1000):
        with refusing(parent, step, code):
            said.append(written(NEW, out))
        assert found(out) in sites, step
        if not was_refused():
            break
        write(OLD, out)
        assert found(out) == OLD | FOREIGN, step
        assert os.listdir(parent) == ["site"], step

    assert len(said) > len(NEW) * 3
    assert all(os.strerror(code) in line and f"{out} is " in line for line in said if line)


def written(files: dict[str, bytes], out: Path) -> str:
    try:
        write(files, out)
    except SiteError as error:
        return str(error)
    return ""


def test_a_file_that_the_disk_takes_only_half_of_leaves_the_old_site(tmp_path, out):
    program = (
        "import resource, sys; from pathlib import Path; from whrin_site.write import write\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (70000, 70000))\n"
        "write({'a.html': b'new', 'en/b.html': b'x' * 100000}, Path(sys.argv[1]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(out)], capture_output=True, text=True, check=False
    )

    assert "is as it was" in done.stderr.splitlines()[-1]
    assert found(out) == OLD | FOREIGN
    assert os.listdir(tmp_path) == ["site"]


def test_a_full_disk_is_told_and_the_old_site_stays_whole(tmp_path):
    paths = os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests")))
    done = subprocess.run(
        [sys.executable, "-P", str(ROOT / "tests/full_disk.py"), str(tmp_path)],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.splitlines() == ["told"] * 4, done.stdout + done.stderr[-2000:]


def test_a_build_with_few_handles_is_told_or_done(tmp_path):
    root = place(tmp_path / "tree", tree())
    for handles in (4, 6, 8, 10, 14):
        done = subprocess.run(
            [*COMMAND, "--quiet", "--no-index"],
            cwd=root,
            capture_output=True,
            text=True,
            preexec_fn=lambda handles=handles: resource.setrlimit(resource.RLIMIT_NOFILE, (handles, handles)),
            check=False,
        )

        assert done.returncode in (0, 3) or "Too many open files" in done.stderr, done.stderr
        assert not (root / "_site").exists() or (root / "_site/index.html").is_file()


@pytest.mark.parametrize("full", ["stdout", "both"])
def test_a_full_disk_under_what_is_printed_is_no_reason_to_fail(tmp_path, full):
    root = place(tmp_path, tree())
    with open("/dev/full", "wb") as device:
        streams = {"stdout": device, "stderr": device if full == "both" else subprocess.PIPE}
        done = subprocess.run([*COMMAND, "--no-index"], cwd=root, check=False, **streams)

    assert done.returncode == 0
    assert b"Traceback" not in (done.stderr or b"")
    assert (root / "_site/index.html").is_file()


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_reason_to_fail(tmp_path, closed):
    root = place(tmp_path, tree())
    command = f"'{sys.executable}' -P -m whrin_site --no-index {closed}"
    done = subprocess.run(["sh", "-c", command], cwd=root, capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
    assert (root / "_site/index.html").is_file()


def test_what_cannot_be_printed_is_told_where_printing_is_the_whole_command(tmp_path):
    root = place(tmp_path, tree())
    subprocess.run([*COMMAND, "--no-index", "--quiet"], cwd=root, check=True)
    with open("/dev/full", "wb") as device:
        done = subprocess.run(
            [*COMMAND, "weigh"], cwd=root, stdout=device, stderr=subprocess.PIPE, text=True, check=False
        )

    assert done.returncode == 3
    assert done.stderr == "What there is to say could not be printed: No space left on device.\n"


def test_mistakes_that_cannot_be_printed_still_make_the_exit_code(tmp_path):
    root = place(tmp_path, tree({HOUSE: "order: x\n"}))
    with open("/dev/full", "wb") as device:
        done = subprocess.run([*COMMAND, "check"], cwd=root, stdout=device, stderr=device, check=False)

    assert done.returncode in (1, 3)


def test_eight_builds_at_once_leave_the_site_of_one_of_them(tmp_path):
    house = tree()[HOUSE].decode()
    changes = [{HOUSE: house.replace("House", f"House {number}")} for number in range(8)]
    roots = [place(tmp_path / f"tree{number}", tree(change)) for number, change in enumerate(changes)]
    command = [*COMMAND, "--quiet", "--no-index", "--out", str(tmp_path / "site")]
    builds = [subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE) for root in roots]
    for build in builds:
        assert b"Traceback" not in build.communicate()[1]
        assert build.returncode == 0

    assert found(tmp_path / "site") in [dict(build_site(change)) for change in changes]
    assert sorted(os.listdir(tmp_path)) == ["site", *(f"tree{n}" for n in range(8))]


def test_a_reader_who_looks_all_the_time_never_misses_a_page(tmp_path):
    out, pages = tmp_path / "site", [f"en/{number}.html" for number in range(20)]
    versions = [dict.fromkeys(pages, b"%d " % version * 5000) for version in range(25)]
    write(versions[0], out)
    seen: list[bytes] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.extend((out / page).read_bytes() for page in pages)

    reader = threading.Thread(target=read)
    reader.start()
    for version in versions:
        write(version, out)
    done.set()
    reader.join()

    numbers = [int(page.split()[0]) for page in seen]
    assert len(set(numbers)) > 5
    assert numbers == sorted(numbers)
    assert all(len(set(page.split())) == 1 and len(page.split()) == 5000 for page in seen)


def test_what_somebody_puts_into_the_folder_during_a_build_is_kept(out, monkeypatch):
    settle = swap.settle

    def meanwhile(folder: Path) -> None:
        settle(folder)
        place(out, {"late/letter.txt": b"late"})

    monkeypatch.setattr("whrin_site.write.settle", meanwhile)
    write(NEW, out)

    assert found(out) == NEW | FOREIGN | {"late/letter.txt": b"late"}


def test_what_was_put_into_a_folder_before_a_build_was_killed_is_kept(tmp_path, out):
    write(NEW, tmp_path / "site2")
    place(out, {"late.txt": b"late"})
    out.rename(tmp_path / ".site.whrin-new")
    (tmp_path / "site2").rename(out)
    write(NEW, out)

    assert found(out) == NEW | FOREIGN | {"late.txt": b"late"}
    assert os.listdir(tmp_path) == ["site"]


@pytest.mark.parametrize("name", [".site.whrin-new", ".site.whrin-old"])
def test_a_link_laid_in_the_way_of_a_build_leads_nowhere(tmp_path, out, name):
    place(tmp_path / "documents", {"letter.txt": b"mine"})
    mode = tmp_path.stat().st_mode
    (tmp_path / name).symlink_to(tmp_path / "documents")
    write(NEW, out)

    assert found(tmp_path / "documents") == {"letter.txt": b"mine"}
    assert found(out) == NEW | FOREIGN
    assert tmp_path.stat().st_mode == mode
    assert sorted(os.listdir(tmp_path)) == ["documents", "site"]


@pytest.mark.usefixtures("without_exchange")
def test_every_file_is_on_the_disk_before_the_site_takes_its_place(tmp_path, out, monkeypatch):
    kept: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda handle: kept.append(os.readlink(f"/proc/self/fd/{handle}")))
    monkeypatch.setattr(swap, "swap", lambda *_: None)
    write(NEW, out)
    names = {str(Path(path).relative_to(tmp_path)) for path in kept}

    assert names >= {f".site.whrin-new/{path}" for path in (*NEW, "en", "ru", MARKER)}
    assert kept[-1] == str(tmp_path)


@pytest.mark.parametrize("umask", [0o022, 0o077, 0o002])
def test_whoever_builds_a_web_server_can_read_the_site(tmp_path, umask):
    before = os.umask(umask)
    try:
        write(NEW, tmp_path / "site")
    finally:
        os.umask(before)
    modes = {
        p.is_dir(): p.stat().st_mode & 0o777 for p in (tmp_path / "site", *(tmp_path / "site").rglob("*"))
    }

    assert modes == {True: 0o755, False: 0o644}


@pytest.mark.parametrize("where", ["/", "..", "content/..", "~", "content", "static/x", "templates", "."])
def test_a_folder_that_is_no_place_for_a_site_is_refused(tmp_path, where):
    home = tmp_path / "home"
    root = place(home / "tree", tree())
    before = found(tmp_path)
    given = str(home) if where == "~" else where
    done = subprocess.run(
        [*COMMAND, "--no-index", "--quiet", "--out", given],
        cwd=root,
        env={**os.environ, "HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 3
    assert "give another" in done.stderr
    assert found(tmp_path) == before


def test_an_empty_home_is_no_place_for_a_site(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()

    with pytest.raises(SiteError, match="give another one"):
        write(NEW, tmp_path / "home")


def test_a_page_cannot_be_written_outside_the_folder(tmp_path):
    for path in ("../x.html", "/x.html", "a/../../x.html"):
        with pytest.raises(SiteError, match="outside"):
            write({path: b"x"}, tmp_path / "site")

    assert not list(tmp_path.rglob("*.html"))


def test_a_page_of_ours_that_became_a_link_is_a_file_again(tmp_path, out):
    place(tmp_path, {"elsewhere.html": b"same"})
    (out / "en/b.html").unlink()
    (out / "en/b.html").symlink_to(tmp_path / "elsewhere.html")
    write(NEW, out)

    assert not (out / "en/b.html").is_symlink()
    assert (out / "en/b.html").read_bytes() == b"same"


def test_a_file_that_changes_while_a_site_is_made_of_it_stops_the_build(tmp_path):
    files = sources(place(tmp_path, tree()))
    (tmp_path / HOUSE).write_bytes(tree()[HOUSE] + b"\n")

    with pytest.raises(SiteError, match=r"house\.yaml: it was changed in the meantime"):
        pipeline.build(files, index=False)

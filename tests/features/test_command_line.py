"""The commands as people run them: what they print, what they leave, their exit codes."""

import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Thread
from urllib.request import urlopen

import pytest
from kit import HOUSE, ROOT

from whrin_site.model.addresses import SOURCES
from whrin_site.preview import Preview

PYTHON = [sys.executable, "-P", "-m", "whrin_site"]


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PYTHON, *arguments], cwd=root, capture_output=True, text=True, check=False)


def spoil(root: Path) -> None:
    (root / HOUSE).write_bytes((root / HOUSE).read_bytes().replace(b"id: naloxone", b"id: nalokson"))


def test_without_a_command_the_site_is_built(root):
    done = run(root)

    assert done.returncode == 0
    assert (root / "_site" / "en" / "case-studies" / "house.html").is_file()
    assert (root / "_site" / "search" / "engine.js").is_file()
    assert "pages" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize("command", ["build", "--version"])
def test_a_command_with_nothing_to_do_brings_nothing_along(tmp_path, command):
    for folder in SOURCES:
        shutil.copytree(ROOT / folder, tmp_path / folder)
    run(tmp_path, "build", "--no-index")
    arguments = [command, "--no-index"] if command == "build" else [command]
    program = [sys.executable, "-P", "-X", "importtime", "-m", "whrin_site", *arguments]

    done = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=True)

    brought = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "argparse" in brought
    assert not brought & {"babel", "jinja2", "markdown", "nh3", "PIL", "pydantic", "yaml"}


def test_options_without_a_command_are_those_of_build(root):
    assert run(root, "--no-index", "--quiet", "--out", "elsewhere").stdout == ""
    assert (root / "elsewhere" / "index.html").is_file()


def test_another_root_and_folder_may_be_named(root, tmp_path_factory):
    out = tmp_path_factory.mktemp("elsewhere") / "site"
    done = run(Path("/"), "build", "--root", str(root), "--out", str(out), "--no-index", "--quiet")

    assert (done.returncode, done.stdout) == (0, "")
    assert (out / "index.html").is_file()
    assert not (out / "search").exists()
    assert not (root / "_site").exists()


def test_a_mistake_stops_publishing_and_leaves_the_last_site(root):
    run(root)
    before = (root / "_site/en/case-studies/house.html").stat()
    spoil(root)
    done = run(root)

    assert done.returncode == 1
    assert "[unknown-service]" in done.stderr
    assert "Nothing was published" in done.stderr
    assert (root / "_site/en/case-studies/house.html").stat() == before


def test_check_shows_every_mistake_and_writes_nothing(root):
    spoil(root)
    done = run(root, "check")

    assert done.returncode == 1
    assert re.search(
        rf"^{HOUSE}:4:17: error: no service is called “nalokson”; did you mean “naloxone”\?", done.stderr
    )
    assert "1 error, " in done.stdout
    assert not (root / "_site").exists()


def test_check_of_a_good_tree_ends_well(root):
    assert run(root, "check").returncode == 0


def test_a_folder_that_is_no_directory_is_told_in_a_sentence(tmp_path):
    done = run(tmp_path)

    assert done.returncode == 3
    assert done.stderr == "There is no content/site.yaml here. Is this the folder of a directory?\n"


def test_an_unknown_command_is_a_matter_of_usage(root):
    assert run(root, "publsh").returncode == 2


def test_help_shows_examples_and_exit_codes():
    done = run(Path("/"), "--help")

    assert done.returncode == 0
    assert "examples:" in done.stdout
    assert "exit codes:" in done.stdout


@pytest.mark.parametrize(
    ("template", "right", "wrong", "said"),
    [
        pytest.param("pages/term.html", "{{ view.count }}", "{% if %}", "", id="no template"),
        pytest.param(
            "pages/term.html", "{{ view.count }}", "{{ view.cuont }}", "cuont", id="an unknown name"
        ),
        pytest.param("base.html", "{{ page.title }}", "{{ page.titel }}", "titel", id="in the frame"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(root, template, right, wrong, said):
    file = root / "templates" / template
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    line = text[: text.index(right)].count("\n") + 1
    done = run(root)

    assert done.returncode == 3
    assert re.match(rf"templates/{template}:{line}:1: error: .*{said}", done.stderr)


MAIN = "{% block main %}{% endblock %}"


@pytest.mark.parametrize(
    ("template", "right", "wrong"),
    [
        pytest.param("pages/case-study.html", "{% block main %}", "{% block mian %}", id="page"),
        pytest.param("base.html", MAIN, "", id="frame"),
        pytest.param("base.html", MAIN, MAIN + "{{ self.main() }}", id="frame, twice"),
    ],
)
def test_a_page_without_a_main_part_is_told(root, template, right, wrong):
    file = root / "templates" / template
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    done = run(root)

    assert done.returncode == 3
    assert re.match(r"templates/pages/case-study.html:1:1: error: .*“main”", done.stderr)


def test_the_sources_are_no_place_to_publish_into(root):
    done = run(root, "build", "--out", "content/site")

    assert done.returncode == 3
    assert "among the sources" in done.stderr
    assert not (root / "content/site").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(root):
    (root / HOUSE).chmod(0)
    done = run(root)

    assert done.returncode == 3
    assert "Permission denied" in done.stderr


def test_a_link_among_the_sources_is_refused_and_not_passed_over(root, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret.yaml"
    elsewhere.write_text("secret: true\n", encoding="utf-8")
    (root / "content/case-studies/linked.yaml").symlink_to(elsewhere)
    done = run(root)

    assert done.returncode == 3
    assert "content/case-studies/linked.yaml: it is a link; put the file itself there" in done.stderr
    assert "linked.yaml: это ссылка; положите на её место сам файл." in run(root, "--lang", "ru").stderr


def test_a_terminal_of_another_encoding_is_no_reason_to_stop(root):
    spoil(root)
    done = subprocess.run(
        [*PYTHON, "check"],
        cwd=root,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )

    assert done.returncode == 1
    assert b"[unknown-service]" in done.stderr


def test_pack_publishes_the_site_and_makes_an_archive_that_verify_calls_whole(root):
    packed = run(root, "pack", "usb", "--no-index")
    archive = root / "_packs/usb/directory-2026-11-23.zip"
    verified = run(root, "verify", str(archive))

    assert (packed.returncode, verified.returncode) == (0, 0)
    assert str(archive.relative_to(root)) in packed.stdout
    assert "This copy is whole. Its edition: 2026-11-23;" in verified.stdout
    assert run(root, "verify", "_site").returncode == 0


def test_pack_copies_onto_a_stick_and_verify_names_what_happened_to_it(root):
    (root / "stick").mkdir()
    packed = run(root, "pack", "usb", "--to", "stick", "--no-index")
    (root / "stick/en/index.html").write_text("spoilt")
    (root / "stick/ru/index.html").unlink()
    (root / "stick/[2Jevil.html").write_text("foreign")
    spoilt = run(root, "verify", "stick")

    assert "You can take it out." in packed.stdout
    assert spoilt.returncode == 1
    assert spoilt.stderr.splitlines() == [
        "damaged: en/index.html",
        "missing: ru/index.html",
        "foreign: \\x1b[2Jevil.html",
        "This copy is not whole; damaged: 1, missing: 1. Make or get a new one.",
    ]
    assert "Files copied: 2;" in run(root, "pack", "usb", "--to", "stick", "--no-index").stdout
    assert run(root, "verify", "stick").returncode == 4


def test_an_unknown_edition_is_told_with_those_there_are(root):
    done = run(root, "pack", "floppy")

    assert done.returncode == 3
    assert "There is no edition “floppy”; there are: " in done.stderr


def test_weighing_what_is_not_there_is_told(root):
    done = run(root, "weigh")

    assert done.returncode == 3
    assert "build the site first" in done.stderr


def test_weigh_prints_each_page(root):
    run(root, "build", "--no-index")
    done = run(root, "weigh")

    assert done.returncode == 0
    assert re.search(
        r"^ *\d+ B gzipped  requests: \d  en/case-studies/house\.html$", done.stdout, re.MULTILINE
    )


@pytest.mark.skipif(os.name != "posix", reason="a signal of POSIX systems")
def test_serve_shows_problems_rebuilds_and_ends_quietly(root):
    command = [*PYTHON, "serve", "--port", "0", "--no-index"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as server, ExitStack() as end:
        end.callback(server.kill)  # or a failure would wait for it for ever
        assert server.stdout
        address = next(found[0] for line in server.stdout if (found := re.search(r"http://\S+/", line)))
        page = urlopen(f"{address}en/case-studies/house.html").read().decode()
        number = int(re.search(r"news\.js\?page=(\d+)", page)[1])
        assert "const problems = [" in urlopen(f"{address}_preview/news.js?page={number}").read().decode()

        spoil(root)
        news = urlopen(f"{address}_preview/news.js?since={number}").read().decode()
        assert "unknown-service" in news
        assert "location.reload" not in news
        assert urlopen(f"{address}en/case-studies/house.html").status == 200

        (root / HOUSE).write_bytes((root / HOUSE).read_bytes().replace(b"id: nalokson", b"id: naloxone"))
        assert urlopen(f"{address}_preview/news.js?since={number + 1}").read() == b"location.reload();"
        server.send_signal(signal.SIGINT)
        assert server.wait() == 0


def test_a_preview_sees_what_changes_while_it_begins(root):
    preview, stopped = Preview(root, False, lambda _: None), Event()
    preview.rebuild()
    spoil(root)
    watcher = Thread(target=preview.watch, args=(stopped,))

    watcher.start()
    news = preview.news("since", 1)
    stopped.set()
    watcher.join()

    assert "unknown-service" in news

"""What was withdrawn is gone from every byte, and nothing of whoever builds comes along."""

import base64
import gzip
import os
import re
import subprocess
import sys
from collections.abc import Mapping

from kit import case, section, tree, words

from whrin_site.pipeline import build
from whrin_site.write import write

WORD = "Zimtschnecke"
_TEXTS = re.compile(rb'"([A-Za-z0-9+/]{40,}={0,2})"')


def unpacked(data: bytes) -> bytes:
    """Return a file with whatever is packed inside it behind it: the search keeps its data so."""
    found = [data]
    for text in _TEXTS.findall(data):
        chunk = base64.b64decode(text + b"=" * (-len(text) % 4))
        found.append(gzip.decompress(chunk) if chunk.startswith(b"\x1f\x8b") else chunk)
    return b"\n".join(found)


def holding(files: Mapping[str, bytes], word: str) -> set[str]:
    """Return the files that hold a word, in whatever case."""
    return {path for path, data in files.items() if word.lower().encode() in unpacked(data).lower()}


def test_a_case_study_that_was_withdrawn_leaves_no_byte():
    body = f"We are a centre for women and give out naloxone at {WORD}."
    inn = case(words=f"{{en: {words(name=WORD, body=body)}}}", to_translate="[ru]")
    before = build(tree({"content/case-studies/inn.yaml": inn})).files
    after = build(tree()).files

    assert any(path.startswith("search/") for path in holding(before, WORD))
    assert "en/case-studies/inn.html" in holding(before, WORD)
    assert holding(after, WORD) == set()


def test_what_was_withdrawn_is_gone_from_the_published_folder(tmp_path):
    text = section(f"We meet at {WORD}.")
    for changes in ({"content/paper/en/beginning.md": text}, {}):
        write(build(tree(changes), index=False).files, tmp_path / "site")
    files = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    assert holding(files, WORD) == set()


def test_what_was_withdrawn_or_changed_is_gone_from_the_cache_as_well(tmp_path):
    def built(changes):
        for path, data in tree(changes).items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(data)
        command = [sys.executable, "-P", "-m", "whrin_site", "build", "--quiet", "--no-index"]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
        kept = (tmp_path / ".cache").rglob("*.json")
        return holding({path.name: path.read_bytes() for path in kept}, WORD)

    inns = [f"content/case-studies/inn-{number}.yaml" for number in range(20)]
    inn = case(words=f"{{en: {words(summary=WORD)}}}", to_translate="[ru]")

    assert len(built(dict.fromkeys(inns, inn))) > 5
    for path in inns[:10]:
        (tmp_path / path).unlink()
    assert built(dict.fromkeys(inns[10:], inn.replace(WORD, "Nothing."))) == set()


def test_nothing_of_the_computer_that_builds_comes_along(tmp_path):
    root, room = tmp_path / WORD, tmp_path / f"{WORD}-temporary"
    room.mkdir()
    for path, data in tree().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    variables = dict.fromkeys(("USER", "LOGNAME", "HOSTNAME", "GIT_AUTHOR_NAME"), WORD)
    command = [sys.executable, "-P", "-m", "whrin_site", "build", "--quiet"]
    environment = {**os.environ, **variables, "HOME": str(room), "TMPDIR": str(room)}
    subprocess.run(command, cwd=root, env=environment, check=True, capture_output=True)
    out = root / "_site"
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}

    assert "search/engine.js" in files
    assert holding(files, WORD) == set()


def test_what_programs_leave_beside_the_content_does_not_come_along(tmp_path):
    from whrin_site.reading import sources

    for path, data in tree().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    for name in (".env", ".house.yaml.swp", "house.yaml~", ".git/config", "Thumbs.db", ".DS_Store"):
        for folder in ("content/case-studies", "static/images", "templates"):
            (tmp_path / folder / name).parent.mkdir(exist_ok=True)
            (tmp_path / folder / name).write_text(WORD, encoding="utf-8")

    assert sources(tmp_path) == tree()


def test_a_program_among_the_content_is_no_content():
    for name in (
        "yaml.py",
        "sitecustomize.py",
        "conftest.py",
        "case-studies/x.html",
        "templates/base.html",
        "paper/en/x.svg",
    ):
        found = build(tree({f"content/{name}": "print(1)\n"}), index=False)

        assert found.failed, name
        assert not found.files

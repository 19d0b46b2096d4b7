"""What a build remembers of the last one, and how many processes make it, changes no byte of a site."""

import random
import shutil
import time
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from kit import SITE, VOCABULARY, case, section, tree, words
from PIL import Image

import whrin_site.check
import whrin_site.pipeline
from whrin_site.cli import main
from whrin_site.known import FOLDER, Known, known
from whrin_site.model.pieces import Pieces
from whrin_site.pipeline import build
from whrin_site.reading import sources
from whrin_site.render import case_pages, paper_pages, search_documents, sheets, text_pages, texts
from whrin_site.render.data import facts
from whrin_site.render.framing import Framed
from whrin_site.tools import pagefind_program, program, stamps, workers
from whrin_site.tools.cache import Shelf
from whrin_site.tools.disk import read_tree
from whrin_site.write import MARKER, write

CASES = "content/case-studies/"


def start() -> dict[str, bytes]:
    names = {f"{CASES}case-{number}.yaml": case(order=str(number)) for number in range(6)}
    settings = {"content/site.yaml": SITE + "base_url: https://directory.example.org/\n"}
    about = section("Our words.", to_translate="[ru]")
    return tree({**settings, **names, "content/pages/en/about.md": about})


def cold(files: dict[str, bytes], index: bool = False) -> dict[str, bytes]:
    return dict(build(files, index=index).files)


def warm(files: dict[str, bytes], root: Path, processes: int = 1, index: bool = False) -> dict[str, bytes]:
    """Return what is published by a build that may use what the one before it left."""
    out = root / "out"
    lay(files, root / "tree")
    with known(root, out) as memory:
        assert memory
        built = build(sources(root / "tree"), index=index, known=memory, processes=processes)
        assert not built.failed, "\n".join(map(str, built.problems))
        write(built.files, out)
        memory.remember(built.files)
    found = read_tree(root, ("out",))
    return {path.removeprefix("out/"): data for path, data in found.items() if not path.endswith(MARKER)}


def lay(files: dict[str, bytes], root: Path) -> None:
    """Bring a folder to these files; those that are the same stay as they are on the disk."""
    before = read_tree(root, ("content", "templates", "static"))
    for path in before.keys() - files.keys():
        (root / path).unlink()
    for path in files:
        if before.get(path) != files[path]:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(files[path])


def edited(files: dict[str, bytes], path: str, old: str, new: str) -> dict[str, bytes]:
    text = files[path].decode()
    assert old in text, (path, old)
    return {**files, path: text.replace(old, new).encode()}


def any_case(files: dict[str, bytes], dice: random.Random) -> str:
    return dice.choice(sorted(path for path in files if path.startswith(CASES)))


def new_words(files, dice):
    return edited(
        files, any_case(files, dice), "give out naloxone.", f"give out naloxone. More {dice.random()}."
    )


def new_name(files, dice):
    named, russian = words(name=f"House {dice.random()}"), words(status="draft", body="Центр.")
    changed = case(order=str(dice.randrange(6)), words=f"{{en: {named}, ru: {russian}}}")
    return {**files, any_case(files, dice): changed.encode()}


def other_tags(files, dice):
    tags = dice.choice(["[]", "[{id: naloxone, quote: naloxone}, {id: training, quote: centre}]"])
    changed = case(order=str(dice.randrange(9)), services=tags, populations="[]")
    return {**files, any_case(files, dice): changed.encode()}


def other_country(files, dice):
    return {**files, any_case(files, dice): case(place="{country: {id: SE, quote: Canada}}").encode()}


def one_more(files, dice):
    return {**files, f"{CASES}more-{dice.randrange(99)}.yaml": case(order=str(dice.randrange(9))).encode()}


def one_less(files, dice):
    gone = any_case(files, dice)
    return {path: data for path, data in files.items() if path != gone}


def stale(files, dice):
    russian = words(status="draft", body="Центр.", source_hash="0123456789abcdef")
    return {**files, any_case(files, dice): case(words=f"{{en: {words()}, ru: {russian}}}").encode()}


def a_label(files, dice):
    terms = VOCABULARY["services"].replace("Training", f"Training {dice.random()}")
    return {**files, "content/vocabulary/services.yaml": terms.encode()}


def a_template(files, dice):
    names = ("base", "parts/frame", "parts/case-card", "parts/prose", "book/chapter")
    path = f"templates/{dice.choice(names)}.html"
    return {**files, path: files[path] + f"{{# {dice.random()} #}}{dice.random()}".encode()}


def a_main_part(files, dice):
    return of_main_part(files, dice.choice(("case-study", "term", "case-list", "text")), str(dice.random()))


def of_main_part(files, template, words="Another main part."):
    path, end = f"templates/pages/{template}.html", "{% endblock %}"
    before, _, after = files[path].decode().rpartition(end)
    return {**files, path: f"{before}<p>{words}</p>{end}{after}".encode()}


def beside_the_main_part(files, dice):
    """Change what a template says of its page outside of the main block."""
    path = f"templates/pages/{dice.choice(('case-study', 'term'))}.html"
    before, start, after = files[path].decode().partition("{% block kind %}")
    return {**files, path: f"{before}{start}k{dice.randrange(99)} {after}".encode()}


def a_script(files, dice):
    path = dice.choice(["static/css/site.css", "static/js/leave.js", "static/one-file/one-file.css"])
    return {**files, path: files[path] + f"/* {dice.random()} */".encode()}


def the_words(files, dice):
    return edited(files, "content/words/ru.po", 'msgstr "Перейти', f'msgstr "{dice.randrange(99)} Перейти')


def the_settings(files, dice):
    day = f"edition: 2026-{dice.randrange(10, 13)}-{dice.randrange(10, 28)}"
    text = files["content/site.yaml"].decode().splitlines()
    lines = [day if line.startswith("edition:") else line for line in text]
    return {**files, "content/site.yaml": ("\n".join(lines) + "\n").encode()}


def a_section(files, dice):
    path = "content/paper/en/beginning.md"
    return {**files, path: files[path] + f"\n\nMore {dice.random()}.\n".encode()}


EDITS = (
    new_words,
    new_name,
    other_tags,
    other_country,
    one_more,
    one_less,
    stale,
    a_label,
    a_template,
    a_main_part,
    beside_the_main_part,
    a_script,
    the_words,
    the_settings,
    a_section,
)


@pytest.mark.parametrize("seed", [0, 3])
def test_after_any_edits_a_build_that_remembers_equals_one_that_does_not(tmp_path, seed):
    dice, files = random.Random(seed), start()
    warm(files, tmp_path)
    for edit in dice.sample(EDITS, len(EDITS)):
        files = edit(files, dice)

        assert warm(files, tmp_path) == cold(files), edit.__name__


def test_another_version_of_the_program_makes_all_pages_anew(tmp_path, monkeypatch):
    warm(start(), tmp_path)
    old = (tmp_path / "out/en/case-studies/case-1.html").stat().st_ino
    another = Pieces(lambda: (b"another version", b""), (), lambda _: b"")
    monkeypatch.setattr(case_pages, "_page", lambda *_: another)
    monkeypatch.setattr(program, "program", lambda: "another version")

    assert warm(start(), tmp_path)["en/case-studies/case-1.html"] == b"another version"
    assert (tmp_path / "out/en/case-studies/case-1.html").stat().st_ino != old


def test_what_has_not_changed_is_not_made_again(tmp_path, monkeypatch):
    warm(start(), tmp_path)
    page = tmp_path / "out/en/case-studies/case-1.html"
    old = page.stat().st_ino
    whole = cold(start())
    monkeypatch.setattr(case_pages, "_page", lambda *_: pytest.fail("made again"))

    assert warm(start(), tmp_path) == whole
    assert page.stat().st_ino == old


def in_another_frame(files):
    return edited(files, "templates/parts/frame.html", "</footer>", "<p>Another frame.</p></footer>")


def with_more_words(files):
    changed = edited(files, f"{CASES}case-4.yaml", "give out naloxone.", "give out naloxone. More." * 99)
    return edited(changed, f"{CASES}case-4.yaml", "summary: ", "summary: Now ")


@pytest.mark.parametrize(
    ("change", "module", "part"),
    [
        pytest.param(with_more_words, text_pages, "_text", id="case study, texts"),
        pytest.param(with_more_words, paper_pages, "_page", id="case study, sections"),
        pytest.param(in_another_frame, case_pages, "view", id="frame"),
        pytest.param(partial(of_main_part, template="case-study"), texts, "to_html", id="main part"),
        pytest.param(partial(of_main_part, template="case-study"), Framed, "frame", id="main part, frame"),
        pytest.param(partial(of_main_part, template="term"), case_pages, "_page", id="other pages"),
    ],
)
def test_what_does_not_follow_from_a_change_is_not_made_again(tmp_path, monkeypatch, change, module, part):
    before, whole = warm(start(), tmp_path), cold(change(start()))
    monkeypatch.setattr(module, part, lambda *_, **__: pytest.fail("made again"))

    assert warm(change(start()), tmp_path) == whole != before


def test_another_way_to_show_pictures_reaches_every_page_that_has_one(tmp_path):
    picture = BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    body = '"We are a centre for women and give out naloxone. ![The house](images/house.png)"'
    shown = case(words=f"{{en: {words(body=body)}, ru: {words(status='draft', body=body)}}}")
    files = {**start(), f"{CASES}case-1.yaml": shown.encode(), "content/images/house.png": picture.getvalue()}
    warm(files, tmp_path)

    changed = edited(files, "templates/parts/picture.html", 'class="picture"', 'class="picture wide"')

    assert warm(changed, tmp_path) == cold(changed)


def test_several_processes_make_the_same_bytes_as_one(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "_AT_ONCE", 1)

    assert warm(start(), tmp_path, processes=3) == cold(start())
    assert dict(build(start(), index=False, processes=3).files) == cold(start())


def test_several_processes_find_the_same_mistakes_as_one(monkeypatch):
    files = start()
    for number in (1, 3):
        path = f"content/case-studies/case-{number}.yaml"
        files[path] = files[path].replace(b"id: naloxone", b"id: nalokson")
    monkeypatch.setattr(whrin_site.check, "_PART", 1)

    found = build(files, processes=3).problems

    assert found == build(files).problems
    assert [len(problem.also) for problem in found if problem.code == "unknown-service"] == [1]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.write_bytes(b"\0" * 50), id="other bytes"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-9]), id="cut off"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes().replace(b"a", b"b")), id="changed"),
        pytest.param(lambda file: file.unlink(), id="gone"),
        pytest.param(lambda file: (file.unlink(), file.mkdir()), id="a folder"),
        pytest.param(lambda file: shutil.rmtree(file.parent), id="no cache"),
    ],
)
def test_a_damaged_cache_costs_time_and_nothing_else(tmp_path, damage):
    warm(start(), tmp_path)
    for file in list((tmp_path / FOLDER).glob("*.json")):
        if file.exists():
            damage(file)

    assert warm(start(), tmp_path) == cold(start())


def test_a_cache_from_elsewhere_makes_nothing_known(tmp_path):
    warm(start(), tmp_path / "there")
    here = tmp_path / "here"
    shutil.copytree(tmp_path / "there", here)
    page = here / "out/en/case-studies/case-1.html"
    page.write_bytes(b"planted")

    assert warm(start(), here) == cold(start())


def test_a_published_page_that_somebody_changed_is_made_again(tmp_path):
    warm(start(), tmp_path)
    page = tmp_path / "out/en/case-studies/case-1.html"
    page.write_bytes(page.read_bytes().replace(b"naloxone", b"nothing!"))

    assert warm(start(), tmp_path) == cold(start())


def a_style(files, dice):
    path = "static/css/site.css"
    return {**files, path: files[path] + f"\n.x{dice.randrange(99)} {{ margin: 0 }}\n".encode()}


@pytest.mark.parametrize("edit", [a_template, a_style, the_settings])
def test_pagefind_does_not_run_when_no_word_of_a_page_has_changed(tmp_path, monkeypatch, edit):
    changed = edit(start(), random.Random(1))
    whole = cold(changed, index=True)
    warm(start(), tmp_path, index=True)
    monkeypatch.setattr(pagefind_program, "running", lambda _: pytest.fail("Pagefind ran"))

    assert warm(changed, tmp_path, index=True) == whole


@pytest.mark.parametrize("edit", [new_words, one_less, a_section])
def test_pagefind_runs_when_a_word_has_changed(tmp_path, edit):
    changed = edit(start(), random.Random(1))
    before = warm(start(), tmp_path, index=True)

    after = warm(changed, tmp_path, index=True)

    assert searchable(after) != searchable(before)
    assert after == cold(changed, index=True)


def searchable(site: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in site.items() if path.startswith("search/")}


@pytest.fixture
def on_disk(tmp_path):
    """A good site on the disk, left alone for a while, and the command that builds it."""
    files = tree({"content/site.yaml": SITE.replace("- {id: ru}", "- {id: ru, partial: true}")})
    for path, data in files.items():
        if not path.startswith(("content/paper/ru", "content/case-studies")):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(data)
    time.sleep(2 * stamps._GRAIN / 1e9)
    command = ["build", "--no-index", "--quiet", "--root", str(tmp_path)]
    assert main(command) == 0
    return tmp_path, command


def test_where_nothing_has_changed_nothing_is_read_or_written(on_disk, monkeypatch):
    _, command = on_disk
    monkeypatch.setattr(whrin_site.pipeline, "build", lambda *_, **__: pytest.fail("built"))

    assert main(command) == 0


def add(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"x")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda root: add(root / "content/paper/en/beginning.md"), id="a source"),
        pytest.param(lambda root: (root / "_site/en/index.html").unlink(), id="a page that is gone"),
        pytest.param(lambda root: add(root / "_site/en/index.html"), id="a page"),
        pytest.param(lambda root: (root / "content/pages/ru").mkdir(parents=True), id="a folder"),
    ],
)
def test_whatever_changes_the_site_is_built(on_disk, change, monkeypatch):
    root, command = on_disk
    page = root / "_site/en/index.html"
    before = page.read_bytes()
    change(root)
    built = []
    real = whrin_site.pipeline.build
    monkeypatch.setattr(whrin_site.pipeline, "build", lambda *a, **k: built.append(1) or real(*a, **k))

    assert main(command) == 0
    assert built
    assert page.read_bytes() == before


def test_a_build_afresh_asks_nothing_of_the_last_one(on_disk, monkeypatch):
    _, command = on_disk
    monkeypatch.setattr(Known, "find", lambda *_: None)
    built = []
    real = whrin_site.pipeline.build
    monkeypatch.setattr(whrin_site.pipeline, "build", lambda *a, **k: built.append(1) or real(*a, **k))

    assert main([*command, "--afresh"]) == 0
    assert built


def test_a_file_changed_a_moment_ago_is_not_trusted_to_stay():
    now = 1_000_000_000_000_000_001
    fine, coarse = (5, now - 30_000_000, now - 30_000_000, 1), (5, 10**18 - 2 * 10**9, 10**18 - 2 * 10**9, 1)

    assert stamps.settled({"a": fine, "b": (5, now - 1_000, now - 1_000, 2)}, now) == {"a"}
    assert stamps.settled({"a": (5, 1, now, 2)}, now) == set()
    assert stamps.settled({"a": coarse}, 10**18 - 10**9) == set()
    assert stamps.settled({"a": coarse}, 10**18 + 10**9) == {"a"}


def test_a_file_of_the_same_words_under_a_wrong_name_is_still_a_mistake(tmp_path):
    files = start()
    warm(files, tmp_path)
    copy = {**files, f"{CASES}Wrong Name.yaml": files[f"{CASES}case-1.yaml"]}

    with known(tmp_path, tmp_path / "out") as memory:
        told = [problem.code for problem in build(copy, index=False, known=memory).problems]

    assert "wrong-name" in told


def test_a_case_study_that_was_good_is_judged_again_when_what_it_names_is_gone(tmp_path):
    files = start()
    warm(files, tmp_path)
    less = VOCABULARY["services"].replace("naloxone:", "something-else:")

    with known(tmp_path, tmp_path / "out") as memory:
        built = build({**files, "content/vocabulary/services.yaml": less.encode()}, index=False, known=memory)

    assert "unknown-service" in {problem.code for problem in built.problems}


def test_a_warning_is_told_again_when_nothing_was_changed(tmp_path):
    files = stale(start(), random.Random(0))

    def told():
        with known(tmp_path, tmp_path / "out") as memory:
            return [str(problem) for problem in build(files, index=False, known=memory).problems]

    assert told() == told() != []


def test_values_that_are_no_case_study_are_read_again_from_the_file(tmp_path):
    files = start()
    warm(files, tmp_path)
    for kept in (tmp_path / FOLDER).glob("cases-*.json"):
        value = Shelf(kept.parent).get(kept.stem)
        cases = {name: ["{}", "x"] for name in value["cases"]}
        Shelf(kept.parent).put(kept.stem, {**value, "cases": cases})

    assert warm(edited(files, "content/site.yaml", "edition: 20", "edition: 20"), tmp_path) == cold(files)


def test_of_a_file_in_pieces_only_what_changed_is_made_again(tmp_path, monkeypatch):
    files, made = start(), set()
    warm(files, tmp_path)
    case_study = facts.case_study
    monkeypatch.setattr(
        facts, "case_study", lambda site, shown: made.add(shown[0].id) or case_study(site, shown)
    )

    changed = edited(files, f"{CASES}case-4.yaml", "give out naloxone.", "give out naloxone. And more.")

    assert warm(changed, tmp_path) == cold(changed)
    made.clear()
    warm(edited(changed, f"{CASES}case-3.yaml", "give out naloxone.", "give out naloxone. Again."), tmp_path)
    assert made <= {"case-3", "case-0", "a"}, "the first one gives the names of the columns"


def test_of_the_one_file_only_the_chapter_that_changed_is_made_again(tmp_path, monkeypatch):
    files, made = start(), set()
    warm(files, tmp_path)
    of_case = search_documents.of_case
    monkeypatch.setattr(
        search_documents, "of_case", lambda press, case: made.add(case.id) or of_case(press, case)
    )

    changed = edited(files, f"{CASES}case-4.yaml", "give out naloxone.", "give out naloxone. And more.")
    warm(changed, tmp_path)

    assert made == {"case-4"}
    assert warm(changed, tmp_path) == cold(changed)


def test_long_work_tells_how_far_it_is(monkeypatch):
    monkeypatch.setattr(sheets, "_MANY", 30)
    told: list[str] = []

    build(start(), index=False, report=lambda message, **values: told.append(message.format_map(values)))

    assert any(line.startswith("Making the pages: 30 of ") for line in told)

"""Spanish and Arabic come by adding files only; their pages stand right in real browsers."""

from pathlib import Path

import pytest
from kit import ROOT

from whrin_site.pipeline import build
from whrin_site.tools.disk import read_tree
from whrin_site.write import write

ADDED = """\
  - id: es
    partial: true
  - id: ar
    partial: true
"""
DIRECTION = {"es": "ltr", "ar": "rtl"}
PAGES = (
    "index",
    "case-studies/index",
    "case-studies/club-eney",
    "case-studies/sweden-safety-strategies",
    "paper/lead",
    "paper/background",
    "services/index",
    "countries/ca",
    "search",
    "about",
    "take-along",
    "corrections",
    "contribute",
)


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = read_tree(ROOT, ("content", "templates", "static")) | read_tree(
        ROOT / "tests/languages", ("content",)
    )
    settings = files["content/site.yaml"].decode()
    files["content/site.yaml"] = settings.replace(
        "    words: draft\n", f"    words: draft\n{ADDED}", 1
    ).encode()
    built = build(files, index=False)
    assert not built.failed, "\n".join(map(str, built.problems))
    folder = tmp_path_factory.mktemp("added") / "site"
    write(built.files, folder)
    return folder


@pytest.mark.parametrize("language", DIRECTION)
def test_every_page_has_its_language_and_direction_and_fits_a_small_phone(added, open_once, language):
    visit = open_once(added, "index.html", "file")
    for name in PAGES:
        visit.page.goto(f"{visit.base}{language}/{name}.html")
        visit.page.set_viewport_size({"width": 320, "height": 640})
        found = visit.page.evaluate(
            "[document.documentElement.lang, getComputedStyle(document.body).direction,"
            " document.documentElement.scrollWidth > 320]"
        )
        assert found == [language, DIRECTION[language], False], name


@pytest.mark.parametrize("language", DIRECTION)
def test_what_is_not_translated_shows_in_english_marked_and_with_a_notice(added, open_once, language):
    page = open_once(added, "index.html", "file").page
    page.goto((added / language / "case-studies/club-eney.html").as_uri())
    notice = {"es": "Aún sin traducir", "ar": "لم يُترجم بعد"}[language]

    assert page.locator("main h1").get_attribute("lang") == "en-GB"
    assert page.locator("main h1").evaluate("node => getComputedStyle(node).direction") == "ltr"
    assert notice in page.inner_text("main")
    assert "velta.parhomenko@gmail.com" in page.inner_text("main")


def test_what_is_translated_reads_from_right_to_left_and_says_that_it_is_stale(added, open_once):
    page = open_once(added, "index.html", "file").page
    page.goto((added / "ar/paper/lead.html").as_uri())
    heading = page.locator("main h1")

    assert heading.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert heading.inner_text() == "نشر الورقة"
    assert heading.get_attribute("lang") is None
    assert "تغيّر النص الأصلي بعد إعداد هذه الترجمة." in page.inner_text("main")


def test_the_layout_turns_with_the_direction(added, open_once):
    page = open_once(added, "index.html", "file").page
    page.set_viewport_size({"width": 1280, "height": 800})
    sides = {}
    for language in DIRECTION:
        page.goto((added / language / "index.html").as_uri())
        box = page.locator("main h1").evaluate(
            "node => { const r = document.createRange(); r.selectNodeContents(node);"
            " const b = r.getBoundingClientRect(); return [b.left, innerWidth - b.right] }"
        )
        sides[language] = box[0] < box[1]

    assert sides == {"es": True, "ar": False}

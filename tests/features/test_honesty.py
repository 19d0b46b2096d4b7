"""What a reader has to know stands where she reads it, not only in a note."""

import pytest
from kit import HOUSE, build, case

UNKNOWN = "Status unknown since 2020."


@pytest.mark.parametrize(
    "page",
    ["case-studies/house", "case-studies/index", "index", "services/474425", "countries/ca"],
)
def test_a_case_study_of_unknown_status_says_so_wherever_it_is_named(page):
    files = build({HOUSE: case(status="unknown-since-2020")})

    assert UNKNOWN in files[f"en/{page}.html"].decode()
    assert UNKNOWN not in build()[f"en/{page}.html"].decode()


def test_a_note_that_warns_stands_at_the_head_of_the_page():
    note = (
        "A1: {actions: [V], on: [house], lines: [1], warn: true, "
        "text: {en: No beds for the night., ru: Ночевать негде.}}\n"
    )
    files = build({"content/notes/notes.yaml": note, HOUSE: case(notes="[A1]")})
    page = files["en/case-studies/house.html"].decode()

    assert page.index("No beds for the night.") < page.index("What the text says")


@pytest.mark.parametrize("page", ["index", "case-studies/index", "services/index", "search"])
def test_every_list_says_of_which_year_it_speaks(page):
    assert "2019" in build()[f"en/{page}.html"].decode()


def test_every_page_of_a_draft_language_says_so_before_its_words():
    for path, data in build().items():
        if path.startswith("ru/") and path.endswith(".html"):
            page = data.decode()
            assert page.index('class="draft-notice"') < page.index("<main"), path

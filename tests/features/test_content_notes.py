"""Hard subjects are named before a text, in every language, and nothing is hidden."""

import json

from kit import build, case, problems, section, tree
from lxml import html

from whrin_site.index import make_index
from whrin_site.link import link
from whrin_site.load import load
from whrin_site.render import documents

NOTES = "overdose: {label: {en: overdose, ru: передозировка}}\nprison: {label: {en: prison, ru: тюрьма}}\n"
SITE = {
    "content/vocabulary/content-notes.yaml": NOTES,
    "content/case-studies/house.yaml": case(content_notes="[overdose, prison]"),
    "content/paper/en/beginning.md": section(content_notes="[prison]"),
}


def text_of(path: str) -> str:
    main = html.document_fromstring(build(SITE)[path].decode()).find(".//main")
    return " ".join(main.text_content().split())


def test_a_case_study_names_its_hard_subjects_before_its_own_words():
    english = text_of("en/case-studies/house.html")

    assert "Content warning. Subjects: overdose, prison. Skip this part" in english
    assert english.index("Subjects:") < english.index("We are a centre")


def test_the_note_is_in_the_language_of_the_page():
    assert "Темы: передозировка, тюрьма." in text_of("ru/case-studies/house.html")


def test_a_section_names_its_own_also_in_translation_and_on_the_page_of_the_whole_paper():
    for path in ("en/paper/beginning.html", "en/paper/index.html"):
        assert "Subjects: prison." in text_of(path)
    assert "Темы: тюрьма." in text_of("ru/paper/beginning.html")


def test_the_link_leads_past_the_words_that_stay_readable():
    page = html.document_fromstring(build(SITE)["en/case-studies/house.html"].decode())
    order = list(page.iter())

    (skip,) = (link for link in page.iter("a") if link.text == "Skip this part")
    (end,) = (element for element in order if element.get("id") == skip.get("href").removeprefix("#"))
    (words,) = (element for element in order if (element.text or "").startswith("We are a centre"))
    assert order.index(skip) < order.index(words) < order.index(end)
    assert end.get("tabindex") == "-1"
    assert not page.xpath("//*[@hidden]//p[contains(text(), 'We are a centre')]")


def test_a_content_note_that_nobody_described_is_told_with_the_nearest_one():
    files = {**SITE, "content/case-studies/house.yaml": case(content_notes="[overdoze]")}

    assert problems(files) == [
        "content/case-studies/house.yaml:7:17: error: no content note is called “overdoze”; "
        "did you mean “overdose”? [unknown-content-note]"
    ]


def test_the_search_finds_the_text_and_shows_its_note_instead_of_a_passage():
    sources = tree(SITE)
    library, _ = load(sources)
    scripts = make_index(documents(link(library), sources)).values()

    pages = [text.decode() for text in scripts if text.startswith(b'siteSearch.give("page.')]
    shown = [json.loads(page[page.index(",") + 1 : page.rindex(")")]) for page in pages]
    (house,) = (page for page in shown if page["title"] == "House")
    assert house["note"] == "Content warning: overdose, prison."
    assert "text" not in house

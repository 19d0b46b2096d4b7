"""Words of the texts, explained by us: on a page of their own, and abbreviations above the text."""

from kit import build, case, section, words
from lxml import html

GLOSSARY = """\
ost:
  label: {en: OST, ru: ОЗТ}
  stands_for: {en: opioid substitution therapy, ru: опиоидная заместительная терапия}
  definition: {en: A treatment., ru: Лечение.}
stigma:
  label: {en: stigma, ru: стигма}
  definition: {en: A mark of shame., ru: Клеймо позора.}
"""
BODY = "We are a centre for women and give out naloxone and OST."
SITE = {
    "content/vocabulary/glossary.yaml": GLOSSARY,
    "content/paper/en/beginning.md": section("OST and stigma. OSTRICH is no abbreviation."),
    "content/paper/ru/beginning.md": section("Программы ОЗТ.", title="Начало", status="draft"),
}


def main(path: str, changes: dict[str, str] | None = None) -> html.HtmlElement:
    return html.document_fromstring(build({**SITE, **(changes or {})})[path].decode()).find(".//main")


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_an_abbreviation_is_written_out_above_the_text_in_which_it_stands():
    page = main("en/paper/beginning.html")

    (line,) = page.find_class("abbreviations")
    assert text(line) == "Abbreviations in this text: OST — opioid substitution therapy. Glossary"
    assert text(page).index("opioid substitution") < text(page).index("OST and stigma.")
    assert [link.get("href") for link in line.iter("a")] == ["../glossary.html"]


def test_it_is_written_out_in_the_language_of_the_text():
    (line,) = main("ru/paper/beginning.html").find_class("abbreviations")

    assert text(line).startswith("Сокращения в этом тексте: ОЗТ — опиоидная заместительная терапия.")


def test_letters_inside_another_word_are_no_abbreviation():
    only = {"content/paper/en/beginning.md": section("OSTRICH.")}

    assert not main("en/paper/beginning.html", only).find_class("abbreviations")


def test_the_words_of_the_text_stay_as_they_are():
    english, russian = words(body=BODY), words(status="draft", body=BODY)
    changes = {"content/case-studies/house.yaml": case(words=f"{{en: {english}, ru: {russian}}}")}

    (prose,) = main("en/case-studies/house.html", changes).find_class("prose")
    assert text(prose) == BODY


def test_the_glossary_explains_every_word_in_the_order_of_the_alphabet():
    page = main("en/glossary.html")

    entries = page.find_class("glossary__entry")
    assert [text(entry) for entry in entries] == [
        "OST opioid substitution therapy A treatment.",
        "stigma A mark of shame.",
    ]
    assert [entry.get("id") for entry in entries] == ["ost", "stigma"]


def test_a_site_without_a_glossary_has_no_such_page_and_no_link_to_it():
    files = build()

    assert "en/glossary.html" not in files
    assert b"glossary.html" not in files["en/index.html"]

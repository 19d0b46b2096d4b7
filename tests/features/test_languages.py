"""A language is a setting and its files; what is missing shows in the first language, marked."""

import re

import pytest
from kit import HOUSE, SITE, build, case, section, words

ARABIC = {"content/site.yaml": SITE.replace("  - {id: ru}\n", "  - {id: ru}\n  - {id: ar, partial: true}\n")}


def test_a_third_language_comes_from_right_to_left_without_any_code():
    page = build(ARABIC)["ar/index.html"].decode()

    assert '<html lang="ar" dir="rtl">' in page


def test_a_missing_text_shows_the_first_language_and_says_so():
    page = build(ARABIC)["ar/paper/beginning.html"].decode()

    assert re.search(r'<h1 lang="en-GB" dir="ltr">Beginning</h1>', page)
    assert 'data-status="missing"' in page


def test_a_translated_text_shows_its_own_language():
    arabic = ARABIC | {"content/paper/ar/beginning.md": section("كلمات", title="بداية", status="draft")}
    page = build(arabic)["ar/paper/beginning.html"].decode()

    assert "<h1>بداية</h1>" in page


def test_a_case_study_that_is_not_translated_keeps_its_facts():
    page = build({HOUSE: case(words="{en: " + words() + "}", to_translate="[ru]")})[
        "ru/case-studies/house.html"
    ].decode()

    assert "Канада" in page
    assert "Налоксон" in page
    assert '<div class="block" data-role="text" lang="en-GB"' in page


def test_a_case_study_may_be_written_in_another_than_the_first_language():
    text = case(
        words="{ru: "
        + words(status="source", name="Дом", body="Дом «a centre Canada naloxone for women»")
        + "}"
    )
    text = text.replace("House, Canada", "a centre, Canada") + "to_translate: [en]\n"
    page = build({HOUSE: text})["en/case-studies/house.html"].decode()

    assert '<div class="block" data-role="text" lang="ru" dir="ltr"' in page


def test_every_page_leads_to_the_same_page_in_the_other_languages():
    files = build(ARABIC)
    for path, data in files.items():
        if path.startswith("en/") and path.endswith(".html"):
            assert f"ru/{path[3:]}" in files
            assert f"ar/{path[3:]}" in files
            assert data.count(b'class="language-switch__link"') == 2


def test_a_translation_made_from_an_older_text_says_that_it_is_out_of_date():
    stale = section("Слова.", title="Начало", status="draft", source_hash="0000000000000000")
    page = build({"content/paper/ru/beginning.md": stale})["ru/paper/beginning.html"].decode()

    assert 'data-status="outdated"' in page


def test_reviewed_without_the_record_of_a_review_is_a_draft():
    page = build({"content/paper/ru/beginning.md": section("Слова.", title="Начало", status="reviewed")})

    assert 'data-status="draft"' in page["ru/paper/beginning.html"].decode()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1\u00a0пример из\u00a0практики"),
        (2, "2\u00a0примера из\u00a0практики"),
        (5, "5\u00a0примеров из\u00a0практики"),
        (11, "11\u00a0примеров из\u00a0практики"),
        (21, "21\u00a0пример из\u00a0практики"),
    ],
)
def test_russian_counts_in_its_own_plural_forms(number, words):
    cases = {f"content/case-studies/house-{n}.yaml": case(order=str(n)) for n in range(1, number)}
    page = build(cases)["ru/case-studies/index.html"].decode()

    assert f">{words}<" in page


def test_dates_are_written_as_each_language_writes_them():
    files = build()

    assert "23 November 2026" in files["en/index.html"].decode()
    assert "23 ноября 2026" in files["ru/index.html"].decode()
    assert "\u202f" not in files["ru/index.html"].decode()


def test_a_review_counts_for_the_words_that_were_read_and_no_others():
    changes = {"title": "Начало", "status": "reviewed", "source_hash": "5c070236ac5772b2"}
    read = "{by: An editor, on: 2026-11-01, source_hash: 5c070236ac5772b2}"
    older = "{by: An editor, on: 2026-11-01, source_hash: 0000000000000000}"
    path = "content/paper/ru/beginning.md"

    page = build({path: section("Слова.", **changes, review=read)})["ru/paper/beginning.html"].decode()
    stale = build({path: section("Слова.", **changes, review=older)})["ru/paper/beginning.html"].decode()

    assert 'data-status="reviewed"' in page
    assert "1\u00a0ноября 2026" in page
    assert 'data-status="draft"' in stale


def test_a_site_without_an_about_page_has_no_links_to_one():
    assert "about.html" not in build()["en/index.html"].decode()


def test_a_message_that_is_not_translated_keeps_its_full_stop_at_its_end_from_right_to_left():
    words = 'msgid ""\nmsgstr ""\n"Language: ar\\n"\n\nmsgid "Main menu"\nmsgstr "القائمة"\n'
    page = build(ARABIC | {"content/words/ar.po": words})["ar/index.html"].decode()

    assert 'aria-label="القائمة"' in page
    assert "\u2066Skip to main content\u2069" in page


def test_a_language_that_has_no_words_to_invite_readers_is_called_by_its_name():
    page = build(ARABIC)["en/index.html"].decode()

    assert "Read this page in English" not in page
    assert page.count("العربية") == 2

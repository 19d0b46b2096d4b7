"""Contacts and reviews that are due: oldest first, by a day, with a letter in the language of the contact."""

import re
from datetime import date

import pytest
from kit import HOUSE, ROOT, build, case, section, tree

from whrin_site.due import due, letter
from whrin_site.model.problems import SiteError
from whrin_site.reading import read

PAGE = "content/paper/en/beginning.md"
LETTERS = {
    f"content/letters/{language}.txt": (ROOT / f"content/letters/{language}.txt").read_text(encoding="utf-8")
    for language in ("en", "ru")
}


def contact(**more: str) -> str:
    values = {"publish": "true", "verbatim": "x", "email": "a@b.example"} | more
    return "[{" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}]"


def found(changes, on: str):
    return due(read(tree(changes)), date.fromisoformat(on))


def test_what_was_never_confirmed_is_due_since_it_was_published_and_the_oldest_comes_first():
    changes = {
        HOUSE: case(contacts=contact(confirmed_on="2025-03-01")),
        PAGE: section(contacts=contact(published_on="2019-12-10")),
    }

    assert [(item.last.isoformat(), str(item.place)) for item in found(changes, "2026-11-25")] == [
        ("2019-12-10", f"{PAGE}:5:12"),
        ("2025-03-01", f"{HOUSE}:7:12"),
    ]


@pytest.mark.parametrize(("on", "number"), [("2026-02-28", 0), ("2026-03-01", 1)])
def test_a_confirmation_lasts_as_long_as_the_settings_say(on, number):
    assert len(found({HOUSE: case(contacts=contact(confirmed_on="2025-03-01"))}, on)) == number


def test_a_contact_that_is_held_back_is_not_due():
    assert found({HOUSE: case(contacts=contact(publish="false", reason="x"))}, "2026-11-25") == ()


def test_a_review_is_due_when_its_source_has_changed():
    review = "{by: Vera, on: 2026-11-01, source_hash: 0000000000000000}"
    path = "content/paper/ru/beginning.md"
    changes = {path: section("Слова.", title="Начало", status="reviewed", review=review)}

    assert [(item.kind, item.who, item.place.path) for item in found(changes, "2026-11-25")] == [
        ("review", "Vera (ru)", path)
    ]


@pytest.mark.parametrize(
    ("language", "subject"), [("en", "Subject: Is"), ("ru", "Тема: Этот"), ("es", "Subject: Is")]
)
def test_the_letter_is_in_the_language_of_the_contact(language, subject):
    files = tree(LETTERS | {HOUSE: case(contacts=contact(language=language))})
    (item,) = due(read(files), date(2026, 11, 25))
    text = letter(read(files), files, item.contact)

    assert text.startswith(subject)
    assert "a@b.example" in text
    assert f"{language}/case-studies/house.html" in text
    assert not re.search(r"[{}#]|drug|наркот", text)


def test_a_letter_that_asks_for_unknown_words_is_told():
    files = tree({"content/letters/en.txt": "Dear {friend}", HOUSE: case(contacts=contact())})
    (item,) = due(read(files), date(2026, 11, 25))

    with pytest.raises(SiteError, match=r"content/letters/en\.txt: in braces may stand only {name}, "):
        letter(read(files), files, item.contact)


def test_letters_are_not_published():
    files = build({"content/letters/en.txt": "canary"})

    assert [path for path, data in files.items() if b"canary" in data] == []

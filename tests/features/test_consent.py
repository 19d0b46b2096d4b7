"""A new contact is published only by consent to all forms, and the record of it stays in the file."""

import pytest
from kit import HOUSE, build, case, problems, section

ALL = "{by: Vera Vole, on: 2026-10-01, to: [web, usb, print]}"
PAGE = "content/paper/en/beginning.md"


def contact(**more: str) -> str:
    values = {"publish": "true", "email": "vole@burrow.example"} | more
    return "[{" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}]"


@pytest.mark.parametrize("make", [case, section])
def test_a_new_contact_without_consent_stops_publishing(make):
    path = HOUSE if make is case else PAGE
    found = problems({path: make(contacts=contact())})

    assert [line.rsplit(" ", 1)[1] for line in found] == ["[no-consent]"]
    assert found[0].startswith(f"{path}:{7 if make is case else 5}:12: error: a new contact needs “consent”")


def test_with_consent_to_every_form_it_is_published():
    page = build({HOUSE: case(contacts=contact(consent=ALL))})["en/case-studies/house.html"]

    assert b"vole@burrow.example" in page


def test_consent_to_some_forms_is_not_enough_and_the_missing_ones_are_named():
    found = problems({HOUSE: case(contacts=contact(consent=ALL.replace("usb, ", "")))})

    assert found == [
        f"{HOUSE}:7:101: error: there is no consent to usb, and every copy has the same pages; "
        "write “publish: false” and a “reason” [no-consent]"
    ]


def test_a_contact_that_is_held_back_needs_no_consent():
    assert problems({HOUSE: case(contacts=contact(publish="false", reason="not asked yet"))}) == []


@pytest.mark.parametrize("printed", [{"verbatim": "'Contact: vole@burrow.example'"}, {"line": "49"}])
def test_what_the_paper_printed_stays_as_published(printed):
    assert problems({HOUSE: case(contacts=contact(**printed))}) == []


def test_a_consent_names_only_forms_that_there_are():
    found = problems({HOUSE: case(contacts=contact(consent=ALL.replace("usb", "stick")))})

    assert [line.rsplit(" ", 1)[1] for line in found] == ["[unknown-value]"]


def test_who_agreed_is_in_no_byte_of_the_site():
    files = build({HOUSE: case(contacts=contact(consent=ALL))})

    assert [path for path, data in files.items() if b"Vera Vole" in data] == []

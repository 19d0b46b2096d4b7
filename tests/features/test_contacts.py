"""Contacts appear as published, dated; those held back appear nowhere."""

import base64
import binascii
import contextlib
import gzip
import re
from collections.abc import Iterator

import pytest
from kit import HOUSE, SITE, build, case, problems, section, tree

from whrin_site.pipeline import build as build_site

CANARY = "canary@held-back.example"


def contact(**more: str) -> str:
    values = {
        "publish": "true",
        "email": CANARY,
        "verbatim": f"'Contact: {CANARY}'",
        "person": "Canary Bird",
    } | more
    return "[{" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}]"


def holders(files) -> list[str]:
    """Return the files that hold a canary's words, also in the packed data of the search."""
    return [path for path, data in files.items() if any(b"canary" in text.lower() for text in unpacked(data))]


def unpacked(data: bytes) -> Iterator[bytes]:
    yield data
    for packed in re.findall(rb'"([A-Za-z0-9+/]{16,}={0,2})"', data):
        with contextlib.suppress(binascii.Error, gzip.BadGzipFile, EOFError):
            yield gzip.decompress(base64.b64decode(packed))


def test_the_packed_data_of_the_search_is_looked_into():
    files = build_site(tree({HOUSE: case().replace("A house", "Canary")})).files

    assert any(path.startswith("search/index") for path in holders(files))


def test_a_contact_is_shown_with_the_year_in_which_it_was_published():
    page = build({HOUSE: case(contacts=contact())})["en/case-studies/house.html"].decode()

    assert CANARY in page
    assert "As published in 2019; not re-checked." in page


@pytest.mark.parametrize("path", [HOUSE, "content/paper/en/beginning.md"])
def test_a_contact_that_is_not_to_be_published_is_in_no_byte_of_the_site(path):
    held = contact(publish="false", reason="asked us to")
    make = case if path == HOUSE else section

    assert holders(build_site(tree({path: make(contacts=contact())})).files) != []
    assert holders(build_site(tree({path: make(contacts=held)})).files) == []


def test_confirmed_only_holds_back_what_nobody_has_confirmed():
    settings = {"content/site.yaml": SITE + "contacts: confirmed-only\n"}
    confirmed = contact(confirmed_on="2026-10-01")

    assert holders(build(settings | {HOUSE: case(contacts=contact())})) == []
    assert holders(build(settings | {HOUSE: case(contacts=confirmed)})) != []


def test_a_page_says_that_a_contact_is_held_back():
    page = build({HOUSE: case(contacts=contact(publish="false", reason="x"))})["en/case-studies/house.html"]

    assert b"1 contact is not published" in page


@pytest.mark.parametrize(
    ("confirmed", "words"),
    [("2026-10-01", "Confirmed on 1 October 2026."), ("2025-10-01", "it is time to check it again")],
)
def test_a_confirmation_says_its_day_and_grows_old(confirmed, words):
    page = build({HOUSE: case(contacts=contact(confirmed_on=confirmed))})[
        "en/case-studies/house.html"
    ].decode()

    assert words in page


def test_an_unconfirmed_web_address_is_no_link():
    web = "web: 'https://bird.example'"
    new = "publish: true, consent: {by: Bird, on: 2026-10-01, to: [web, usb, print]}"
    unconfirmed = build({HOUSE: case(contacts=f"[{{{new}, {web}}}]")})["en/case-studies/house.html"]
    confirmed = build({HOUSE: case(contacts=f"[{{{new}, confirmed_on: 2026-10-01, {web}}}]")})

    assert b"https://bird.example" in unconfirmed
    assert b'href="https://bird.example"' not in unconfirmed
    assert b'href="https://bird.example"' in confirmed["en/case-studies/house.html"]


def test_an_address_that_is_held_back_may_not_stand_in_a_text_either():
    held = contact(publish="false", reason="asked us to")
    text = case(contacts=held).replace("A house.", f"Write to {CANARY}.", 1)

    assert [line.rsplit(" ", 1)[1] for line in problems({HOUSE: text})] == ["[held-contact]"]


def test_nobody_can_have_confirmed_a_contact_after_the_edition():
    found = problems({HOUSE: case(contacts=contact(confirmed_on="2999-01-01"))})

    assert [line.rsplit(" ", 1)[1] for line in found] == ["[wrong-date]"]

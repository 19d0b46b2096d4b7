"""The whole directory in one file, which opens alone."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from kit import ROOT, build, case
from lxml import html

from whrin_site.pipeline import build as build_site
from whrin_site.tools.disk import read_tree

PATH = "take-along/directory-{}.html"


@pytest.fixture(scope="module")
def real():
    files = build_site(read_tree(ROOT, ("content", "templates", "static")), index=False).files
    return {language: files[PATH.format(language)] for language in ("en", "ru")}


def text_of(data):
    return html.document_fromstring(data.decode()).text_content()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_it_holds_every_case_study_and_section_under_its_heading(real, language):
    site = html.document_fromstring(real[language].decode())
    headings = {heading.get("id"): heading.text_content() for heading in site.iter("h3")}

    cases = [name for name in headings if name.startswith("case-studies-")]
    sections = [name for name in headings if name.startswith("paper-")]

    assert len(cases) == 7
    assert len(sections) == 7
    assert {"about", "services", "countries"} <= set(headings)
    assert all(headings.values())


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_link_leads_to_a_place_in_it_and_no_id_stands_twice(real, language):
    site = html.document_fromstring(real[language].decode())
    ids = site.xpath("//@id")
    inside = [address for address in site.xpath("//a/@href") if not address.startswith("mailto:")]

    assert len(ids) == len(set(ids))
    assert len(inside) > 200
    assert [address for address in inside if address[:1] != "#" or address[1:] not in ids] == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_it_asks_for_nothing_and_its_policy_lets_nothing_in(real, language):
    data = real[language].decode()
    site = html.document_fromstring(data)
    policy = site.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]

    assert site.xpath("//@src | //@style | //@srcset") == []
    assert site.xpath("//link/@href") == ["data:,"]  # no icon, so that no server is asked for one
    assert not re.search(r"url\(|@import", data)
    for element in ("style", "script"):
        inlined = re.findall(rf"<{element}>(.*?)</{element}>", data, re.DOTALL)
        digest = b64encode(sha256(inlined[0].encode()).digest()).decode()
        assert len(inlined) == 1
        assert f"{element}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_it_is_small_and_its_name_and_title_say_nothing(real):
    assert all(len(data) < 1_000_000 for data in real.values())
    assert b"<title>Directory</title>" in real["en"]
    assert "<title>Справочник</title>".encode() in real["ru"]


def test_what_is_held_back_is_not_in_it():
    held = "{publish: false, reason: not hers any more, email: held@example.org}"
    shown = "{publish: true, verbatim: open@example.org, line: 3, email: open@example.org}"
    contacts = f"[{held}, {shown}]"
    files = build({"content/case-studies/house.yaml": case(contacts=contacts)})

    text = text_of(files[PATH.format("en")])

    assert "open@example.org" in text
    assert "held@" not in text


def test_each_page_of_the_site_leads_to_it():
    files = build()

    assert b'href="../take-along/directory-en.html"' in files["en/take-along.html"]
    assert b'href="take-along.html"' in files["en/index.html"]

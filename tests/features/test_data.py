"""The case studies as data: true to the pages, nothing held back in it, and safe to open."""

import csv
import json
import os
import re
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from kit import HOUSE, ROOT, SITE, build, case, words
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from whrin_site.pipeline import build as build_site
from whrin_site.tools.disk import read_tree

HSDS = json.loads((ROOT / "tests/schemas/hsds-3.2.json").read_text(encoding="utf-8"))
PUBLISHED = [Path(folder) for folder in (os.environ.get("HSDS_SCHEMA"),) if folder]
"""Where somebody has the published schemas: the folder `schema` of the specification."""


@pytest.fixture(scope="module")
def real():
    return build_site(read_tree(ROOT, ("content", "templates", "static")), index=False).files


def data(files, name):
    return json.loads(files[f"data/v1/{name}"])


FORMATS = FormatChecker()


@FORMATS.checks("uri")
def is_uri(value):
    """Tell whether a text is a URI with a host, by RFC 3986: its signs are all ASCII."""
    return not isinstance(value, str) or bool(re.fullmatch(r"https?://[!#-;=?-Z_a-z~%\[\]]+", value))


def faults(schema, value):
    found = Draft202012Validator(schema, format_checker=FORMATS).iter_errors(value)
    return [f"{error.json_path}: {error.message}" for error in found]


def published(folder, kind):
    """Return what validates against a published schema, whose references lead to files beside it."""

    def retrieve(address):
        text = (folder / address.rsplit("/", 1)[-1]).read_text(encoding="utf-8")
        return Resource.from_contents(json.loads(text), default_specification=DRAFT202012)

    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": f"hsds:/{kind}.json"}
    return Draft202012Validator(schema, format_checker=FormatChecker(), registry=Registry(retrieve=retrieve))


def rows(files):
    """Return the rows of the table as who reads it has them, with the apostrophes taken away again."""
    text = files["data/v1/case-studies.csv"].decode("utf-8-sig")
    guard = re.compile(r"((?:^|[;,\t\r\n])\s*)'")
    found = csv.DictReader(StringIO(text, newline=""), strict=True)
    return [{name: guard.sub(r"\1", cell) for name, cell in row.items()} for row in found]


def test_the_data_is_as_its_schema_says(real):
    schema = data(real, "case-studies.schema.json")
    Draft202012Validator.check_schema(schema)

    assert faults(schema, data(real, "case-studies.json")) == []
    assert len(data(real, "case-studies.json")["case_studies"]) == 7


def test_the_schema_sees_a_field_that_it_does_not_know(real):
    catalogue = data(real, "case-studies.json")
    catalogue["case_studies"][0]["contacts"] = [{"secret": "bird@tree.example"}]

    assert len(faults(data(real, "case-studies.schema.json"), catalogue)) > 1


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", ["organization", "service"])
def test_other_directories_can_read_it(real, language, kind):
    listed = data(real, f"hsds/{kind}s.{language}.json")
    of_one = {"$ref": f"#/$defs/{kind}", "$defs": HSDS["$defs"]}

    assert faults({"$ref": "#/$defs/page", "$defs": HSDS["$defs"]}, listed) == []
    assert [fault for item in listed["contents"] for fault in faults(of_one, item)] == []
    for folder in PUBLISHED:
        validator = published(folder, kind)
        assert list(validator.iter_errors({"name": 1}))
        assert [fault.message for item in listed["contents"] for fault in validator.iter_errors(item)] == []
    assert listed["total_items"] == len(listed["contents"]) >= 7
    ids = [item["id"] for item in listed["contents"]]
    assert len(set(ids)) == len(ids)


def test_each_service_belongs_to_an_organization_of_the_list(real):
    organizations = {item["id"] for item in data(real, "hsds/organizations.en.json")["contents"]}

    assert {
        item["organization_id"] for item in data(real, "hsds/services.en.json")["contents"]
    } <= organizations


def test_the_newest_data_stands_beside_that_with_a_version(real):
    for name in ("case-studies.json", "case-studies.csv", "case-studies.schema.json"):
        assert real[f"data/{name}"] == real[f"data/v1/{name}"]


def test_the_data_says_who_vouches_for_its_words(real):
    found = data(real, "case-studies.json")["case_studies"][0]["words"]

    assert found["en"]["status"] == "source"
    assert found["ru"] == {
        "status": "draft",
        "method": "software-assisted",
        "reviewed_by": None,
        "reviewed_on": None,
    }


AGREED = "consent: {by: Bird, on: 2026-10-01, to: [web, usb, print]}"
HELD = (
    "[{publish: false, reason: closed, person: Robin, email: robin@tree.example, web: https://tree.example/},"
    f" {{publish: true, {AGREED}, email: open@tree.example}}]"
)


def test_what_is_held_back_is_in_no_data():
    files = build({HOUSE: case(contacts=HELD)})
    published = b"".join(content for path, content in files.items() if path.startswith("data/"))

    assert b"open@tree.example" in published
    for held in (b"robin", b"Robin", b"https://tree", b"closed", b"Bird"):
        assert held not in published
    assert data(files, "case-studies.json")["case_studies"][0]["contacts_held_back"] == 1


def test_without_confirmation_no_contact_is_data_where_that_is_the_rule():
    files = build({"content/site.yaml": SITE + "contacts: confirmed-only\n", HOUSE: case(contacts=HELD)})

    assert not any(b"tree.example" in content for path, content in files.items() if path.startswith("data/"))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("https://пример.испытание/путь?слово=да#тут", "https://xn--e1afmkfd.xn--80akhbyknj4f/"),
        ("https://House.example:8080/a%20b?x=1&y=é", "https://house.example:8080/a%20b?x=1&y=%C3%A9"),
        (f"https://{'д' * 70}.example/", None),
    ],
)
def test_other_directories_get_an_address_in_any_letters_as_their_standard_wants_it(typed, written):
    contact = f"publish: true, {AGREED}, web: '{typed}', confirmed_on: 2026-05-01"
    files = build({HOUSE: case(contacts=f"[{{{contact}}}]")})
    organization = data(files, "hsds/organizations.en.json")["contents"][0]

    assert faults({"$ref": "#/$defs/organization", "$defs": HSDS["$defs"]}, organization) == []
    assert organization.get("website", "").startswith(written) if written else "website" not in organization


def test_only_what_was_confirmed_looks_open_in_other_directories():
    def service(**changes):
        contact = f"publish: true, {AGREED}, email: open@tree.example, language: ru, confirmed_on: 2026-05-01"
        files = build({HOUSE: case(contacts=f"[{{{contact}}}]", **changes)})
        return data(files, "hsds/services.en.json")["contents"][0]

    assert service()["status"] == "inactive"
    assert "has not been re-checked" in service()["alert"]
    confirmed = service(status="confirmed")
    assert (confirmed["status"], confirmed["assured_date"], "alert" in confirmed) == (
        "active",
        "2026-05-01",
        False,
    )
    assert [language["name"] for language in confirmed["languages"]] == ["Russian"]
    assert service(status="unknown-since-2020")["alert"].startswith("Status unknown since 2020.")


ODD = [
    "=1+1",
    "+7 495 000",
    "-",
    "@SUM(1)",
    "  =1",
    "'=1",
    "a; =1+1",
    "a, 'b', @c",
    "＝1",
    "|calc",
    'a "b"; c',
    "Zürich, „naïve“ – Ødegård",
]


@pytest.fixture(scope="module")
def odd():
    """A site with a case study for each odd text, which is its name and its summary."""
    texts = (json.dumps(text, ensure_ascii=False) for text in ODD)
    return build(
        {
            f"content/case-studies/odd-{number}.yaml": case(
                order="1", words=f"{{en: {words(summary=text, name=text)}}}", to_translate="[ru]"
            )
            for number, text in enumerate(texts, start=10)
        }
    )


def test_the_table_read_back_is_what_was_written(odd):
    found = {row["id"]: (row["name_en"], row["summary_en"]) for row in rows(odd)}

    assert [found[f"odd-{number}"] for number in range(10, 10 + len(ODD))] == [(text, text) for text in ODD]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_begins_a_formula_whatever_separates_cells(odd, separator):
    table = odd["data/v1/case-studies.csv"].decode("utf-8-sig")
    # As careless as a spreadsheet can be: quotes count for nothing.
    cells = re.split(f"[{separator}\r\n]", table.replace('"', ""))

    assert len(cells) > len(ODD)
    assert [cell for cell in cells if re.match(r"\s*[=+\-@|%＝＋－＠]", cell)] == []


def test_the_table_equals_the_data(real):
    catalogue = data(real, "case-studies.json")
    kinds = catalogue["terms"]["kinds"]
    for row, facts in zip(rows(real), catalogue["case_studies"], strict=True):
        assert row["id"] == facts["id"]
        assert row["services"] == "; ".join(tag["id"] for tag in facts["services"])
        for language in ("en", "ru"):
            assert row[f"name_{language}"] == facts["name"][language]
            assert row[f"summary_{language}"] == facts["summary"][language]
            assert row[f"place_{language}"] == facts["place"][language]
            assert row[f"kind_{language}"] == kinds[facts["kind"]["id"]]["label"][language]
        assert row["contact_email"] == "; ".join(
            found["email"] for found in facts["contacts"] if found["email"]
        )


def test_excel_finds_the_letters_and_the_lines(real):
    table = real["data/case-studies.csv"]

    assert table.startswith("\ufeff".encode())
    assert table.count(b"\r\n") == 8
    assert b"\n" not in table.replace(b"\r\n", b"")


def test_every_page_that_the_data_names_is_there(real):
    for facts in data(real, "case-studies.json")["case_studies"]:
        assert set(facts["pages"].values()) <= real.keys()

"""The page with the form, before its script comes: what it asks, what it explains, and whom it names."""

import json

import pytest
from kit import SITE, build, problems
from lxml import html

from whrin_site.render.contribute_questions import STEPS


def page(language: str = "en", **settings: str) -> html.HtmlElement:
    site = SITE + "".join(f"{key}: {value}\n" for key, value in settings.items())
    return html.fromstring(build({"content/site.yaml": site})[f"{language}/contribute.html"])


@pytest.mark.parametrize("language", ["en", "ru"])
def test_without_a_script_it_explains_the_file_by_an_example_that_passes_check(language):
    found = page(language)
    example = found.xpath("string(//pre)")

    assert "hidden" in found.xpath("//form")[0].attrib
    assert problems({"content/case-studies/example.yaml": example}) == []
    assert example.count("# ") > 10


def test_whatever_a_file_must_have_is_asked_for_or_known():
    schema = json.loads(build()["data/case-study.schema.json"])
    asked = {question.path for step in STEPS for question in step.questions}
    known = {"order", "words.*.status"}
    needed = {
        *(key for key in schema["required"] if key not in ("place", "words")),
        *(f"place.{key}" for key in schema["$defs"]["Location"]["required"]),
        *(f"words.*.{key}" for key in schema["$defs"]["CaseWords"]["required"]),
    }

    assert needed - known <= asked


def test_no_field_has_a_name_and_none_is_remembered_or_read_by_others():
    form = page().xpath("//form")[0]

    assert form.xpath(".//@name") == []
    assert form.get("autocomplete") == "off"
    assert form.get("spellcheck") == "false"
    assert form.get("action") is None


@pytest.mark.parametrize(
    ("repository", "editor"),
    [
        ("https://github.com/some/site", "https://github.com/some/site/new/main/content/case-studies"),
        ("https://github.com/some/site.git", "https://github.com/some/site/new/main/content/case-studies"),
        ("https://git.example.org/some/site", None),
        ("https://github.com.example.org/some/site", None),
    ],
)
def test_the_web_editor_is_offered_only_where_it_is_known_to_take_a_text(repository, editor):
    assert page(repository=repository).xpath("//form")[0].get("data-editor") == editor


def test_without_a_repository_no_other_host_is_named():
    assert "github" not in html.tostring(page()).decode()


@pytest.mark.parametrize("path", ["en/index.html", "en/case-studies/house.html", "ru/paper/index.html"])
def test_every_page_leads_to_the_form_and_only_the_form_loads_its_script(path):
    text = build()[path].decode()

    assert "contribute.html" in text
    assert "contribute.js" not in text
    assert "contribute.js" in build()["en/contribute.html"].decode()

"""The code of templates is kept; what is not whole, or not ours, is as good as not there."""

from pathlib import Path
from types import CodeType

import pytest
from jinja2 import Environment

from whrin_site.tools import template_code
from whrin_site.tools.template_code import TemplateCode

TEXT = "<p>{{ word }}</p>"


def kept(folder: Path, text: str = TEXT) -> CodeType | None:
    return (
        TemplateCode(folder)
        .get_bucket(Environment(autoescape=True), "page.html", "templates/page.html", text)
        .code
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the code of one template."""
    store, jinja = TemplateCode(tmp_path / "code"), Environment(autoescape=True)
    bucket = store.get_bucket(jinja, "page.html", "templates/page.html", TEXT)
    bucket.code = jinja.compile(TEXT, "page.html", "templates/page.html")
    store.set_bucket(bucket)
    return tmp_path / "code"


def test_kept_code_makes_the_page(folder):
    jinja = Environment(autoescape=True)
    page = jinja.template_class.from_code(jinja, kept(folder), {})
    assert page.render(word="hello") == "<p>hello</p>"


def test_another_text_has_no_code_yet(folder):
    assert kept(folder, TEXT + "!") is None


def test_another_program_has_no_code_yet(folder, monkeypatch):
    monkeypatch.setattr(template_code, "program", lambda: "another")
    assert kept(folder) is None


def test_damaged_code_is_never_run(folder):
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    for place in range(0, len(whole), 7):
        file.write_bytes(whole[:place])
        assert kept(folder) is None
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept(folder) is None


def test_where_nothing_can_be_kept_templates_are_compiled_all_the_same(tmp_path):
    (tmp_path / "code").write_text("a file stands here", encoding="utf-8")
    store, jinja = TemplateCode(tmp_path / "code"), Environment(autoescape=True)
    bucket = store.get_bucket(jinja, "page.html", "templates/page.html", TEXT)
    bucket.code = jinja.compile(TEXT)
    store.set_bucket(bucket)
    assert kept(tmp_path / "code") is None

"""Templates name others in plain letters, so that a build knows which of them make a page."""

import re

import pytest
from jinja2 import Environment, meta
from kit import ROOT

from whrin_site.render.origins import ASKED_FOR, FRAME, Origins, references

TEMPLATES = {
    path.relative_to(ROOT / "templates").as_posix(): path.read_bytes()
    for path in (ROOT / "templates").rglob("*.*")
}


def test_each_reference_of_a_template_is_found():
    jinja = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    for name, text in TEMPLATES.items():
        assert set(references(text)) == set(meta.find_referenced_templates(jinja.parse(text.decode()))), name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('{% include \'a.html\' %}{%- import "b.html" as b -%}{%+ from "c.html"\n import c %}', "abc"),
        ('{% include "a.html" ignore missing with context %}', "a"),
        *(
            (f"{{% {name} %}}", "?")
            for name in ('include ["a.html", "b.html"]', "extends a", 'import "a" ~ b as c')
        ),
        ('{% extends "a.html" if b else "c.html" %}', "?"),
    ],
)
def test_a_reference_is_found_however_it_is_written(text, names):
    found = [None if name == "?" else f"{name}.html" for name in names]

    assert references(text.encode()) == found


def test_a_reference_that_is_computed_may_lead_to_any_template():
    def main(**other: bytes) -> str:
        sources = {"templates/a.html": b"{% include b %}", "templates/c.html": b"", **other}
        return Origins(sources).main("a.html")

    assert main() != main(**{"templates/c.html": b"another"})


def test_templates_that_the_program_asks_for_by_itself_belong_to_every_main_part():
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))

    assert set(re.findall(r'\.part\(\s*"([^"]+)"', code)) == set(ASKED_FOR)


def test_of_the_frame_nothing_belongs_to_the_main_part_of_a_page():
    sources = {f"templates/{name}": text for name, text in TEMPLATES.items()}

    def main(**changes: bytes) -> str:
        changed = {f"templates/{name.replace('_', '/')}.html": text for name, text in changes.items()}
        return Origins({**sources, **changed}).main("pages/case-study.html")

    assert main() == main(base=b"", parts_frame=b"", pages_term=b"")
    assert main() != main(parts_facts=b"")
    assert main() != main(parts_picture=b"")
    assert main() != main(**{"pages_case-study": b""})


KIND, MAIN = "{% block kind %}a{% endblock %}", "{% block main %}words{% endblock %}"


@pytest.mark.parametrize(
    ("changed", "is_same"),
    [
        (KIND + MAIN.replace("words", "others"), True),
        (KIND.replace("a", "b") + MAIN, False),
        (MAIN, False),
        (KIND, False),
        (KIND + MAIN.replace("{% endblock %}", ""), False),
    ],
)
def test_of_the_main_block_nothing_belongs_to_the_frame_of_a_page(changed, is_same):
    def frame(text: str, **others: bytes) -> str:
        named = {f"templates/{name}.html": data for name, data in others.items()}
        return Origins({"templates/page.html": f'{{% extends "base.html" %}}{text}'.encode(), **named}).frame(
            "page.html"
        )

    assert (frame(KIND + MAIN) == frame(changed)) is is_same
    assert frame(KIND + MAIN) != frame(KIND + MAIN, base=b"another")


def test_a_block_within_the_main_block_may_belong_to_the_frame():
    def frame(title: str) -> str:
        page = f"{{% block main %}}{{% block title %}}{title}{{% endblock %}}{{% endblock %}}"
        return Origins({"templates/page.html": page.encode()}).frame("page.html")

    assert frame("a") != frame("b")


def test_no_macro_of_the_frame_takes_the_place_of_one_of_a_page():
    def imported(text: bytes) -> set[str]:
        lists = re.findall(r'\{% from "[^"]+" import ([\w, ]+) %\}', text.decode())
        return {name.strip() for found in lists for name in found.split(",")}

    pages = [imported(text) for name, text in TEMPLATES.items() if name.startswith("pages/")]
    assert imported(TEMPLATES[FRAME])
    assert imported(TEMPLATES[FRAME]).isdisjoint(set().union(*pages))

"""Whatever a template prints, it prints as text: in elements, attributes, feeds, and data for machines."""

import json
import re
from functools import partial

import pytest
from hostile import clean, unchecked
from jinja2 import Environment
from markupsafe import Markup, escape

from whrin_site.render import templates
from whrin_site.render.json_ld import as_script

HOSTILE = (
    '"\'><script>canary()</script><img src=x onerror=canary()> x" onmouseover="canary()" {{ 7 * 7 }} ]]> -->'
)


def poisoned(value: object) -> object:
    """Return what a template is about to print, with something hostile behind it where it is plain text."""
    return value + HOSTILE if type(value) is str else value


@pytest.fixture(scope="module")
def files():
    """A site that has used every template, and printed something hostile wherever it prints plain text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(templates, "Environment", partial(Environment, finalize=poisoned))
        return unchecked({})


def without(page: str) -> str:
    """Return a page without what is hostile and escaped, be it twice, and without the sizes of files."""
    once = str(escape(HOSTILE))
    return re.sub(r"\d+ (KB|КБ)", "", page.replace(str(escape(once)), "").replace(once, ""))


PRINTED = sorted(path for path in clean() if path.endswith((".html", ".xml")))


def test_every_page_prints_something():
    assert len(PRINTED) > 40


@pytest.mark.parametrize("path", PRINTED)
def test_what_a_template_prints_is_escaped(files, path):
    page = files[path].decode()

    # What was escaped as it should be is taken out again, and then nothing else has changed.
    assert without(page) == without(clean()[path].decode())
    assert HOSTILE not in page


@pytest.mark.parametrize(
    "text", [HOSTILE, "</script><script>", "<!--<script>", "\u2028\u2029", "]]>", "&lt;/script&gt;"]
)
def test_data_for_machines_never_ends_its_script(text):
    printed = as_script({"name": text, text: [text]})

    assert isinstance(printed, Markup)
    assert not set("<>&") & set(printed)
    assert json.loads(printed) == {"name": text, text: [text]}


def test_only_few_places_hand_markup_to_templates():
    from kit import ROOT

    found = {
        (path.relative_to(ROOT).as_posix(), line.strip())
        for path in (ROOT / "templates").rglob("*.*")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\|\s*safe\b|autoescape\s+false", line)
    }

    # A chapter of the one file was made by other templates.
    assert {line for _, line in found if "aria-current" not in line} == {"{{ body.html | safe }}"}

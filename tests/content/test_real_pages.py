"""Every page of the real site, read as a browser reads it."""

import itertools
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from kit import ROOT
from lxml import html

from whrin_site.pipeline import build
from whrin_site.tools.disk import read_tree
from whrin_site.weigh import LIMIT, REQUESTS, SEARCH_LIMIT, weigh, weigh_search
from whrin_site.write import write

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
LOADING = {"src", "srcset", "poster", "data", "background", "action", "formaction"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("real") / "site"
    write(build(read_tree(ROOT, ("content", "templates", "static"))).files, out)
    return out


@pytest.fixture(scope="module")
def pages(folder) -> dict[str, html.HtmlElement]:
    found = {
        path.relative_to(folder).as_posix(): html.parse(path).getroot() for path in folder.rglob("*.html")
    }
    del found["404.html"]  # stands under any address, and has tests of its own
    assert len(found) > 170
    return found


def of_the_site(pages):
    """Return the pages without the files to carry away, which have their own tests."""
    return [(path, page) for path, page in pages.items() if not path.startswith("take-along/")]


def test_every_address_leads_to_a_file_and_a_place_in_it(folder, pages):
    broken, looked_at = [], 0
    for path, page in pages.items():
        for _, attribute, address, _ in page.iterlinks():
            parts = urlsplit(address)
            if parts.scheme or attribute == "content":
                continue
            target = (folder / path).parent / unquote(parts.path) if parts.path else folder / path
            known = pages.get(target.resolve().relative_to(folder.resolve()).as_posix())
            whole = target.is_file() and (
                not parts.fragment
                or (known is not None and known.xpath("//*[@id=$id]", id=unquote(parts.fragment)))
            )
            looked_at += 1
            if not whole:
                broken.append((path, address))
    assert broken == []
    assert looked_at > 4000


def test_every_address_inside_the_folder_is_relative_and_names_its_file(pages):
    for path, page in pages.items():
        for _, _, address, _ in page.iterlinks():
            parts = urlsplit(address)
            if not parts.scheme and parts.path:
                assert re.search(r"\.(html|css|js|svg|xml|json|csv)$", parts.path), (path, address)
                assert not parts.path.startswith("/"), (path, address)


def test_no_page_asks_another_host_for_anything(pages):
    for path, page in pages.items():
        for element, attribute, address, _ in page.iterlinks():
            foreign = urlsplit(address).netloc or address.startswith("//")
            loads = attribute in LOADING or (element.tag == "link" and element.get("rel") != "canonical")
            assert not (foreign and loads), (path, address)


def test_every_page_begins_with_the_policy_that_forbids_to_send_anything(pages):
    for path, page in of_the_site(pages):
        first = page.find("head")[0]
        assert first.get("http-equiv") == "Content-Security-Policy", path
        assert first.get("content") == POLICY, path


def test_no_page_has_a_script_style_or_handler_of_its_own(pages):
    for path, page in of_the_site(pages):
        for element in page.iter():
            if not isinstance(element.tag, str):
                continue
            assert not any(name.startswith("on") or name == "style" for name in element.attrib), path
            assert element.tag not in ("style", "iframe", "object", "embed", "base"), path
            if element.tag == "script":
                assert element.get("src") or element.get("type") == "application/ld+json", path


def test_every_page_has_one_main_heading_and_no_gap_below_it(pages):
    for path, page in pages.items():
        levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1, path
        assert all(below - above <= 1 for above, below in itertools.pairwise(levels)), (
            path,
            levels,
        )


def test_no_id_stands_twice_on_a_page(pages):
    for path, page in pages.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_no_page_weighs_too_much(folder):
    weights = list(weigh(folder))

    assert len(weights) > 170
    assert [weight for weight in weights if weight.gzipped > LIMIT or weight.requests > REQUESTS] == []


def test_the_first_result_of_a_search_does_not_weigh_too_much(folder):
    weights = list(weigh_search(folder))

    assert len(weights) == 2
    assert [weight for weight in weights if weight.gzipped > SEARCH_LIMIT] == []


def test_words_that_only_the_search_knows_stand_on_no_page(pages):
    """«наркокомната» is another name of a space for safer use; pages print our word for it."""
    for path, page in pages.items():
        for notes in page.xpath("//*[@data-words]"):
            del notes.attrib["data-words"]
        assert "наркокомната" not in page.text_content().lower(), path
        assert "антидот" not in page.text_content().lower(), path

"""Links to other sites say where they lead, hand on no address, and wait until somebody follows them."""

import re
from functools import cache

import pytest
from kit import HOUSE, ROOT, SITE, build, case, section, words
from lxml import html

from whrin_site.pipeline import build as build_site
from whrin_site.tools.disk import read_tree

AGREED = "publish: true, consent: {by: Bird, on: 2026-10-01, to: [web, usb, print]}, confirmed_on: 2026-10-01"
LINKS = "Read [this](https://www.Bird.example/a?b=1&c=2), <https://tree.example/>, or [tree.example](http://tree.example)."
EAGER = {"prefetch", "preload", "preconnect", "dns-prefetch", "modulepreload", "prerender"}


@cache
def with_links():
    """A site with links to other sites in all places where they can stand."""
    text = words(body=f"'We are a centre for women and give out naloxone. {LINKS}'")
    russian = words(status="draft", name="Дом", body=f"'Центр для женщин. {LINKS}'")
    return build(
        {
            "content/site.yaml": SITE
            + "repository: https://git.example.org/directory\nleave_to: https://weather.example.org/\n",
            HOUSE: case(
                contacts=f"[{{{AGREED}, web: 'https://bird.example'}}]",
                words=f"{{en: {text}, ru: {russian}}}",
            ),
            "content/paper/en/beginning.md": section(LINKS),
        }
    )


@cache
def real():
    return build_site(read_tree(ROOT, ("content", "templates", "static")), index=False).files


def pages(files):
    return {path: html.fromstring(files[path]) for path in files if path.endswith(".html")}


def outward(page):
    return [link for link in page.iter("a") if re.match(r"https?:|//", link.get("href", ""))]


@pytest.mark.parametrize("files", [with_links, real])
def test_every_link_to_another_site_says_where_it_leads_and_hands_on_nothing(files):
    for path, page in pages(files()).items():
        for link in outward(page):
            host = re.match(r"https?://(?:www\.)?([\w.-]+)", link.get("href"))[1].lower()
            assert host in link.text_content().lower() or link.get("data-host") == host, path
            assert {"noopener", "noreferrer"} <= set(link.get("rel", "").split()), (path, link.get("href"))
            assert not {"target", "ping", "download"} & set(link.attrib), path


def test_there_are_such_links_in_texts_contacts_and_the_one_file():
    found = pages(with_links())

    for path in ("en/case-studies/house.html", "en/paper/beginning.html", "take-along/directory-en.html"):
        assert len(outward(found[path])) >= 3, path


@pytest.mark.parametrize("files", [with_links, real])
def test_nothing_is_looked_up_before_somebody_follows_a_link(files):
    for path, page in pages(files()).items():
        assert not EAGER & {name for rel in page.xpath("//link/@rel") for name in rel.split()}, path
        assert not page.xpath("//script[@type='speculationrules']"), path
    assert b"X-DNS-Prefetch-Control: off" in files()["_headers"]


def test_the_host_stands_behind_the_words_of_a_link_and_not_among_them():
    page = pages(with_links())["en/paper/beginning.html"]

    links = [(link.text_content(), link.get("data-host")) for link in outward(page)]

    assert links == [("this", "bird.example"), ("https://tree.example/", None), ("tree.example", None)]


def test_no_style_sheet_shows_which_links_were_followed():
    for path, data in real().items():
        if path.endswith((".css", ".html")):
            assert b":visited" not in data, path

"""The e-book: whole, well-formed, and the same every time."""

from io import BytesIO
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit
from zipfile import ZIP_STORED, ZipFile

import pytest
from kit import HOUSE, ROOT, case, tree
from lxml import etree

from whrin_site.model.printed import EVERYTHING
from whrin_site.pack import ebooks
from whrin_site.pipeline import build, prints
from whrin_site.tools.disk import read_tree

HTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"


def made(sources):
    site = build(sources, index=False).site
    return dict(ebooks.make(prints(site, sources, EVERYTHING)))


@pytest.fixture(scope="module")
def books():
    return {
        name: ZipFile(BytesIO(data))
        for name, data in made(read_tree(ROOT, ("content", "templates", "static"))).items()
    }


def pages(book):
    names = [name for name in book.namelist() if name.endswith(".xhtml")]
    return {name: etree.fromstring(book.read(name)) for name in names}


def test_there_is_one_for_each_language_and_it_begins_as_the_format_wants(books):
    assert sorted(books) == ["directory-en.epub", "directory-ru.epub"]
    for book in books.values():
        first = book.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert book.read("mimetype") == b"application/epub+zip"


def test_every_file_is_listed_and_every_listed_file_is_there(books):
    for book in books.values():
        package = etree.fromstring(book.read("EPUB/package.opf"))
        listed = {f"EPUB/{item.get('href')}" for item in package.iter(f"{OPF}item")}
        there = {name for name in book.namelist() if name.startswith("EPUB/")} - {"EPUB/package.opf"}
        assert listed == there


def test_every_link_leads_to_a_place_in_the_book(books):
    for book in books.values():
        found = pages(book)
        ids = {name: {element.get("id") for element in page.iter()} for name, page in found.items()}
        looked_at = 0
        for name, page in found.items():
            for link in page.iter(f"{HTML}a"):
                parts = urlsplit(link.get("href"))
                if parts.scheme:
                    continue
                target = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
                assert target in found, (name, link.get("href"))
                assert not parts.fragment or parts.fragment in ids[target], (name, link.get("href"))
                looked_at += 1
        assert looked_at > 200


def test_the_contents_name_every_case_study_and_section(books):
    navigation = pages(books["directory-ru.epub"])["EPUB/nav.xhtml"]
    listed = [link.get("href") for link in navigation.iter(f"{HTML}a")]

    assert sum(address.startswith("case-studies-") for address in listed) == 7
    assert sum(address.startswith("paper-") for address in listed) == 7


def test_it_says_its_language_and_who_can_read_it_and_nothing_on_its_cover(books):
    package = books["directory-ru.epub"].read("EPUB/package.opf").decode()

    assert "<dc:language>ru</dc:language>" in package
    assert "<dc:title>Справочник</dc:title>" in package
    assert '<meta property="schema:accessMode">textual</meta>' in package
    assert '<meta property="dcterms:modified">2026-' in package


def test_what_is_held_back_is_not_in_it_and_it_is_the_same_every_time():
    held = "{publish: false, reason: not hers any more, email: held@example.org}"
    shown = "{publish: true, verbatim: open@example.org, line: 3, email: open@example.org}"
    sources = tree({HOUSE: case(contacts=f"[{held}, {shown}]")})

    first, second = made(sources), made(sources)

    book = ZipFile(BytesIO(first["directory-en.epub"]))
    text = b"".join(map(book.read, book.namelist()))
    assert first == second
    assert b"open@" in text
    assert b"held@" not in text

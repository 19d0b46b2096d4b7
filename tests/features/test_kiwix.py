"""The file for Kiwix: one language, with a search, and the same every time."""

import io
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from kit import HOUSE, ROOT, case, tree
from libzim.reader import Archive
from libzim.search import Query, Searcher
from lxml import html
from PIL import Image

from whrin_site.model.printed import EVERYTHING, Choice
from whrin_site.pack import kiwix
from whrin_site.pipeline import build, prints
from whrin_site.tools.disk import read_tree


def made(sources, choice=EVERYTHING):
    site = build(sources, index=False).site
    return dict(kiwix.make(prints(site, sources, choice)))


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kiwix")
    for name, data in made(read_tree(ROOT, ("content", "templates", "static"))).items():
        (folder / name).write_bytes(data)
    return {language: Archive(folder / f"directory-{language}.zim") for language in ("en", "ru")}


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("ru", "налоксона", "ru/case-studies/queer-appalachia.html"),
        ("en", "shelters", "en/case-studies/club-eney.html"),
    ],
)
def test_its_search_finds_words_in_their_forms(archives, language, words, found):
    results = Searcher(archives[language]).search(Query().set_query(words))

    assert found in list(results.getResults(0, 20))


def test_it_is_whole_opens_at_the_start_and_holds_one_language(archives):
    for language, archive in archives.items():
        other = "ru" if language == "en" else "en"
        assert archive.check()
        assert archive.main_entry.get_item().path == f"{language}/index.html"
        assert archive.has_entry_by_path(f"{language}/case-studies/metzineres.html")
        assert not archive.has_entry_by_path(f"{other}/index.html")


def test_every_link_leads_to_something_in_it(archives):
    for language, archive in archives.items():
        paths = [archive._get_entry_by_id(number).path for number in range(archive.all_entry_count)]
        pages = [path for path in paths if path.startswith(f"{language}/") and path.endswith(".html")]
        assert len(pages) > 60
        for path in pages:
            page = html.document_fromstring(bytes(archive.get_entry_by_path(path).get_item().content))
            for _, attribute, address, _ in page.iterlinks():
                parts = urlsplit(address)
                if not parts.scheme and parts.path and attribute != "content":
                    assert normpath(join(dirname(path), unquote(parts.path))) in paths, (path, address)


def test_it_tells_kiwix_what_it_is(archives):
    archive = archives["ru"]
    told = {name: archive.get_metadata(name).decode() for name in ("Title", "Language", "Date")}
    picture = Image.open(io.BytesIO(bytes(archive.get_illustration_item(48).content)))

    assert told == {"Title": "Справочник", "Language": "rus", "Date": "2026-11-23"}
    assert (picture.size, picture.format) == ((48, 48), "PNG")
    assert len(archive.get_metadata("Description").decode()) <= 80


def test_what_is_held_back_is_not_in_it_and_it_is_the_same_every_time(tmp_path):
    held = "{publish: false, reason: not hers any more, email: held@example.org}"
    shown = "{publish: true, verbatim: open@example.org, line: 3, email: open@example.org}"
    sources = tree({HOUSE: case(contacts=f"[{held}, {shown}]")})

    first, second = (made(sources, Choice(language="en")) for _ in range(2))

    (tmp_path / "one.zim").write_bytes(first["directory-en.zim"])
    archive = Archive(tmp_path / "one.zim")
    page = bytes(archive.get_entry_by_path("en/case-studies/house.html").get_item().content)
    assert first == second
    assert b"open@" in page
    assert b"held@" not in page

"""Leaflets and the printed paper: what is on them, where it stands, and that it is always the same."""

from io import BytesIO

import pytest
from kit import HOUSE, ROOT, case, tree
from pypdf import PdfReader

from whrin_site.cli import main
from whrin_site.model.printed import Choice
from whrin_site.model.problems import SiteError
from whrin_site.pack import leaflets, papers
from whrin_site.pipeline import build, prints
from whrin_site.tools import pdf
from whrin_site.tools.disk import read_tree

MILLIMETRE = 72 / 25.4
A4 = (297, 210)
PANELS = ((8, 91), (107, 190), (206, 289))


def made(edition, choice, files=None):
    """Return the PDFs of an edition, by name: of the real content, or of a tiny site."""
    sources = files or read_tree(ROOT, ("content", "templates", "static"))
    site = build(sources, index=False).site
    return {name: PdfReader(BytesIO(data)) for name, data in leaflets_of(edition, site, sources, choice)}


def leaflets_of(edition, site, sources, choice):
    return edition.make(prints(site, sources, choice))


def text_of(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).replace("-\n", "").split())


def size_of(page):
    return tuple(round(float(side) / MILLIMETRE) for side in page.mediabox[2:])


def starts(page):
    """Yield where each piece of text begins, in millimetres from the lower left."""
    found = []

    def note(text, page, line, *_):
        if text.strip():
            x = page[0] * line[4] + page[2] * line[5] + page[4]
            y = page[1] * line[4] + page[3] * line[5] + page[5]
            found.append((x / MILLIMETRE, y / MILLIMETRE))

    page.extract_text(visitor_text=note)
    return found


@pytest.fixture(scope="module")
def whole():
    return made(leaflets, Choice(language="ru", cases=ALL))[f"leaflet-{'-'.join(ALL)}-ru.pdf"]


@pytest.fixture(scope="module")
def paper():
    return made(papers, Choice(language="en"))


ALL = tuple(sorted(path.stem for path in (ROOT / "content/case-studies").glob("*.yaml")))


def test_the_leaflet_of_everything_has_two_sides_and_every_contact(whole):
    text = text_of(whole).replace(" ", "")

    assert [size_of(page) for page in whole.pages] == [A4, A4]
    for address in (
        "louise@urbansurvivorsunion.org",
        "rthomas@srchc.com",
        "kikkipaulsrud@gmail.com",
        "Anke.Stallwits@eh-freiburg.ekiba.de",
        "velta.parhomenko@gmail.com",
        "metzineres@metzineres.org",
        "queerappalachia@gmail.com",
    ):
        assert address in text
    assert "2026" in text
    assert "Проверьте,преждечемнаэтополагаться." in text


def test_no_word_begins_in_a_fold_or_too_near_the_edge(whole):
    for page in whole.pages:
        for x, y in starts(page):
            assert any(left - 1 <= x <= right for left, right in PANELS), (x, y)
            assert 5 <= y <= 205


def test_it_is_tagged_says_its_language_and_tells_nothing_of_its_makers(whole):
    catalog = whole.trailer["/Root"]

    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "ru"
    assert set(whole.metadata) <= {"/Title", "/Producer", "/Subject"}
    assert whole.metadata["/Title"].startswith("Справочник")


def test_all_letters_are_from_the_faces_that_come_with_it(whole, paper):
    for reader in (whole, *paper.values()):
        fonts = {
            str(font.get_object()["/BaseFont"])
            for page in reader.pages
            for font in (page["/Resources"].get("/Font") or {}).values()
        }
        assert all("Literata" in font or "Golos" in font for font in fonts), fonts


def test_what_is_held_back_is_on_no_leaflet():
    held = "{publish: false, reason: not hers any more, email: held@example.org}"
    shown = "{publish: true, verbatim: open@example.org, line: 3, email: open@example.org}"
    files = tree({HOUSE: case(contacts=f"[{held}, {shown}]")})

    found = made(leaflets, Choice(language="en", country="CA"), files)

    assert "open@example.org" in text_of(found["leaflet-ca-en.pdf"])
    assert "held@" not in text_of(found["leaflet-ca-en.pdf"])


def test_the_same_content_gives_the_same_bytes():
    sources = tree()
    site = build(sources, index=False).site

    first, second = (
        [
            dict(leaflets_of(edition, site, sources, Choice(language="ru", cases=("house",))))
            for edition in (leaflets, papers)
        ]
        for _ in range(2)
    )

    assert first == second
    assert [len(files) for files in first] == [1, 2]


def test_the_pages_of_the_paper_are_numbered_and_dated(paper):
    pages = [page.extract_text() for page in paper["paper-en.pdf"].pages]

    assert len(pages) > 10
    for number, text in enumerate(pages[1:], start=2):
        assert str(number) in text.split()
        assert "Copy of 23 November 2026. Check before you rely on it." in " ".join(text.split())


def test_a_booklet_is_the_same_pages_in_the_order_of_folding(paper):
    pages = [words(page) for page in paper["paper-en.pdf"].pages]
    sides = paper["paper-en-booklet.pdf"].pages
    blank = -len(pages) % 4
    in_order = [*pages[:-1], *[""] * blank, pages[-1]]

    folded = [half for first, second in in_pairs(sides) for half in (first[1], second[0])]
    folded += [half for first, second in reversed(in_pairs(sides)) for half in (second[1], first[0])]

    assert {size_of(side) for side in sides} == {(296, 210)}
    assert folded == in_order


def words(page, left=0, right=1000):
    """Return the words that begin between two places, in millimetres from the left."""
    found = []

    def note(text, frame, line, *_):
        x = (frame[0] * line[4] + frame[2] * line[5] + frame[4]) / MILLIMETRE
        if left <= x < right:
            found.append(text)

    page.extract_text(visitor_text=note)
    return "".join("".join(found).split())


def in_pairs(sides):
    """Return the left and the right half of both sides of each sheet."""
    halves = [(words(side, 0, 148), words(side, 148)) for side in sides]
    return list(zip(halves[::2], halves[1::2], strict=True))


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (Choice(country="AQ"), "No case study is in the country “AQ”; there are: CA."),
        (Choice(cases=("hause",)), "There is no case study “hause”; did you mean “house”?"),
        (Choice(language="xx"), "There is no language “xx”; there are: en, ru."),
    ],
)
def test_a_choice_of_nothing_is_answered_with_what_there_is(choice, said):
    with pytest.raises(SiteError) as caught:
        made(leaflets, choice, tree())

    assert str(caught.value) == said


def test_more_than_fits_on_a_sheet_is_refused(monkeypatch):
    monkeypatch.setattr(leaflets, "_SIZES", (80.0, 90.0))  # so large that a few words are too much

    with pytest.raises(SiteError, match="too much for one sheet"):
        made(leaflets, Choice(language="en", country="CA"), tree())


def test_pages_lead_to_leaflets_that_were_made_and_to_no_others():
    sources = tree()

    without = build(sources, index=False).files["en/countries/ca.html"]
    linked = build(sources, index=False, linked=(leaflets,)).files

    assert b"leaflet-" not in without
    assert b'href="../../take-along/leaflet-ca-en.pdf"' in linked["en/countries/ca.html"]
    assert b'href="../../take-along/leaflet-house-ru.pdf"' in linked["ru/case-studies/house.html"]
    assert linked["take-along/leaflet-ca-en.pdf"].startswith(b"%PDF")


def test_one_command_makes_one_leaflet_and_touches_nothing_else(tmp_path, capsys):
    for path, data in tree().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)

    code = main(["pack", "leaflets", "--root", str(tmp_path), "--country", "CA", "--language", "en"])

    made_files = sorted(path.name for path in (tmp_path / "_packs").rglob("*.pdf"))
    assert code == 0, capsys.readouterr()
    assert made_files == ["leaflet-ca-en.pdf"]
    assert not (tmp_path / "_site").exists()


def test_without_the_library_it_says_what_to_install(monkeypatch, tmp_path, capsys):
    def cannot_load():
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(pdf, "_weasyprint", cannot_load)
    for path, data in tree().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)

    code = main(["pack", "--root", str(tmp_path), "--no-index"])

    said = capsys.readouterr().err
    assert code == 3
    assert "apt-get install libpango-1.0-0" in said
    assert "not made: leaflets, papers" in said
    assert list((tmp_path / "_packs" / "usb").glob("*.zip"))

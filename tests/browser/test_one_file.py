"""The one file, alone in an empty folder, as a phone that opens no neighbours shows it."""

from pathlib import Path

import pytest
from kit import ROOT

from whrin_site.pipeline import build
from whrin_site.tools.disk import read_tree


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one file for each language, and nothing else."""
    files = build(read_tree(ROOT, ("content", "templates", "static")), index=False).files
    folder = tmp_path_factory.mktemp("alone") / "Моя папка & файлы"
    folder.mkdir()
    for language in ("en", "ru"):
        path = folder / f"directory-{language}.html"
        path.write_bytes(files[f"take-along/directory-{language}.html"])
    return folder


@pytest.mark.parametrize(
    ("language", "query", "found"),
    [
        ("ru", "налоксона", "case-studies-queer-appalachia"),
        ("ru", "наркан", "case-studies-queer-appalachia"),
        ("ru", "тюрем", "case-studies-urban-survivors-union"),
        ("en", "shelters", "case-studies-club-eney"),
        ("en", "nalox", "case-studies-queer-appalachia"),
    ],
)
def test_it_finds_words_in_their_forms(alone, open_site, language, query, found):
    visit = open_site(alone, f"directory-{language}.html", "file")

    visit.page.fill("#find-words", query)

    links = visit.page.eval_on_selector_all(".find__link", "links => links.map((link) => link.hash)")
    assert f"#{found}" in links
    assert visit.messages == []
    assert visit.foreign_hosts() == set()


def test_what_nobody_wrote_is_not_found(alone, open_site):
    visit = open_site(alone, "directory-en.html", "file")

    visit.page.fill("#find-words", "xylophone")

    assert visit.page.locator(".find__link").count() == 0
    assert "xylophone" in visit.page.locator(".find [role=status]").inner_text()


def test_leaving_takes_everything_out_of_the_file_and_back_does_not_bring_it_again(alone, open_site):
    page = open_site(alone, "directory-en.html", "file").page
    page.click("#contents a[href='#case-studies-club-eney']")

    page.click("[data-leave]")
    page.go_back()

    assert page.title().startswith("Kitchen measures")
    assert "Flour" in page.inner_text("body")
    assert "Eney" not in page.content()


def test_without_scripts_all_is_there_and_leaving_covers_it(alone, open_site, tmp_path):
    text = (alone / "directory-ru.html").read_text(encoding="utf-8")
    start, end = text.index("<script>"), text.index("</script>")
    (tmp_path / "plain.html").write_text(text[:start] + text[end:], encoding="utf-8")
    page = open_site(tmp_path, "plain.html", "file").page

    headings = page.locator("h3")
    hidden = headings.evaluate_all("all => all.filter((one) => !one.offsetHeight).length")
    page.click("[data-leave]")
    top = page.evaluate("document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('[id]').id")

    assert headings.count() > 14
    assert hidden == 0
    assert top == "leave"

"""A copy in somebody's hands: unpacked under an awkward name, opened by double-click, and grown old."""

import subprocess
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from kit import ROOT, tree
from pagefind_bin import get_executable

from whrin_site.pack import usb
from whrin_site.pipeline import build, material, pack
from whrin_site.tools.disk import read_tree
from whrin_site.write import write

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the real site, unpacked into a folder as people have them."""
    sources = read_tree(ROOT, ("content", "templates", "static"))
    made = dict(pack(material(build(sources), sources), (usb,)))["usb"]
    name = next(name for name in made if name.endswith(".zip"))
    folder = tmp_path_factory.mktemp("usb") / "Моя флешка & copy 1"
    (folder.parent / name).write_bytes(made[name])
    with zipfile.ZipFile(folder.parent / name) as archive:
        archive.extractall(folder)
    return folder


def search(page: Any, query: str) -> None:
    page.fill("#search-words", query)
    page.press("#search-words", "Enter")
    page.locator(".search__link:visible").first.wait_for()


def test_whoever_opens_the_start_file_reads_and_searches_in_both_languages(unpacked, open_site):
    visit = open_site(unpacked, "0-START.html", "file")
    page = visit.page
    page.locator(".root__link[hreflang^=en]").click()
    page.wait_for_url("**/en/index.html")
    search(page, "shelters")
    page.locator(".search__link:visible", has_text="Metzineres").first.click()
    page.wait_for_url("**/en/case-studies/metzineres.html")
    page.click(".language-switch__link")
    page.wait_for_url("**/ru/case-studies/metzineres.html")
    page.goto(visit.base + "ru/search.html")
    search(page, "налоксона")
    page.locator(".search summary").click()
    page.select_option("#search-country", "us")
    page.locator(".search__link:visible", has_text="Queer Appalachia").first.wait_for()

    assert not page.locator(".search__link:visible", has_text="COUNTERfit").count()
    assert visit.messages == []
    assert visit.foreign_hosts() == set()


def test_every_link_of_the_copy_leads_to_a_file_in_it(unpacked, open_site):
    visit = open_site(unpacked, "0-START.html", "file")
    pages = {
        visit.base + path.relative_to(unpacked).as_posix(): path.read_text(encoding="utf-8")
        for path in unpacked.rglob("*.html")
    }
    # The browser reads every page and resolves its links, without the cost of opening each.
    links = visit.page.evaluate(
        """(pages) => Object.entries(pages).flatMap(([address, text]) =>
            [...new DOMParser().parseFromString(text, "text/html").links].map(
                (link) => new URL(link.getAttribute("href"), address).href.split("#")[0]))""",
        pages,
    )
    inside = {link for link in set(links) if not link.startswith(("http:", "https:", "mailto:"))}

    assert len(inside) > 170
    assert all(link.startswith(visit.base) for link in inside)
    missing = [link for link in inside if not (unpacked / link.removeprefix(visit.base)).is_file()]
    assert missing == []


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, whose edition is of 23 November 2026."""
    folder = tmp_path_factory.mktemp("old") / "site"
    write(build(tree(), index=False).files, folder)
    return folder


@pytest.mark.parametrize(
    ("language", "now", "said"),
    [
        pytest.param("en", "2020-01-01", None, id="clock before the copy"),
        pytest.param("en", "2026-11-23", None, id="day of the edition"),
        pytest.param("en", "2027-11-23", None, id="twelve months"),
        pytest.param("en", "2027-11-24", "This copy is 12 months old.", id="twelve months and a day"),
        pytest.param("en", "2028-01-22", "This copy is 13 months old.", id="a day before fourteen months"),
        pytest.param("en", "2028-01-23", "This copy is 14 months old.", id="fourteen months"),
        pytest.param("ru", "2027-12-30", "Этой копии 13 месяцев.", id="many"),
        pytest.param("ru", "2028-08-23", "Этой копии 21 месяц.", id="one"),
        pytest.param("ru", "2028-09-23", "Этой копии 22 месяца.", id="few"),
    ],
)
def test_a_copy_says_how_old_it_is(small, open_site, scheme, language, now, said):
    page = open_site(small, "index.html", scheme).page
    page.clock.install(time=datetime.fromisoformat(f"{now}T12:00:00"))
    page.goto(page.url.replace("index.html", f"{language}/index.html"))
    notice = page.locator("[data-age]")

    assert notice.is_visible() == bool(said)
    assert said is None or notice.inner_text().startswith(said)


def test_the_one_file_on_a_phone_says_how_old_it_is(small, open_site):
    page = open_site(small, "index.html", "file").page
    page.clock.install(time=datetime(2028, 1, 23, 12))
    page.goto(page.url.replace("index.html", "take-along/directory-en.html"))

    assert page.locator("[data-age]").inner_text().startswith("This copy is 14 months old.")


def test_without_a_script_the_date_stands_there(small):
    page = (small / "en/index.html").read_text(encoding="utf-8")

    assert '<time datetime="2026-11-23">23 November 2026</time>' in page
    assert page.count("data-age=") == 1
    assert " hidden>Ask for a newer one" in page


CANARY = """import("./pagefind/pagefind.js").then((engine) => engine.search("word")).then(
    () => (document.title = "works"), () => (document.title = "fails"));"""


def test_the_untouched_engine_fails_in_such_a_folder(tmp_path, open_site):
    # The canary: if this passes from file://, the browser is more lenient than those of readers.
    folder = tmp_path / "Моя флешка & copy 1"
    folder.mkdir()
    (folder / "page.html").write_text('<!doctype html><html lang="en"><title>a</title><p>word</p>')
    subprocess.run(
        [str(get_executable()), "--site", str(folder), "--silent"], check=True, capture_output=True
    )
    (folder / "try.js").write_text(CANARY)
    (folder / "try.html").write_text('<!doctype html><title>waiting</title><script src="try.js"></script>')
    page = open_site(folder, "try.html", "file").page
    page.wait_for_function("document.title !== 'waiting'")

    assert page.title() == "fails"

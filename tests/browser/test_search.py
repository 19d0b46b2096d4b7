"""The search, as readers use it: in real browsers, over http and from the disk."""

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pagefind_bin import get_executable
from playwright.sync_api import expect

from whrin_site.index import make_index
from whrin_site.model.search import SearchDocument
from whrin_site.render.search_view import (
    Choice,
    ChoiceGroup,
    OtherLanguage,
    SearchFilter,
    SearchNote,
    SearchView,
)
from whrin_site.render.views import Link, Spoken

OpenSite = Callable[[Path, str, str], Any]

pytestmark = pytest.mark.browser

HERE = Path(__file__).resolve().parents[2]
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{language}</title>
<meta http-equiv="Content-Security-Policy" content="{policy}">{scripts}</head>
<body><h1>{language}</h1>{search}</body></html>"""
SCRIPTS = "".join(
    f'<script defer src="../js/{name}.js"></script>'
    for name in ("search-engine", "search-filters", "search-results", "search")
)
WORDS = {
    "ru": {
        "Loading the search…": "Загружаем поиск…",
        "Nothing found for ‘{query}’.": "По запросу «{query}» ничего не найдено.",
        "Results: {n}": "Результатов: {n}",
    }
}
COUNTS = {
    "en": {"one": "{n} result", "other": "{n} results"},
    "ru": {
        "one": "Найден {n} результат",
        "few": "Найдено {n} результата",
        "many": "Найдено {n} результатов",
        "other": "Найдено {n} результата",
    },
}
HOW_MANY = {1: "одуванчик", 2: "подорожник", 5: "василёк", 11: "колокольчик", 21: "незабудка"}


def document(
    url: str, title: str, text: str, *also: str, summary: str = "", **filters: str
) -> SearchDocument:
    return SearchDocument(
        url=f"{url}.html",
        language=url[:2],
        title=title,
        summary=summary or f"About {title}.",
        text=text,
        also=also,
        filters={name: tuple(value.split()) for name, value in filters.items()},
        marks=("Case study", "Somewhere"),
    )


DOCUMENTS = (
    document(
        "en/house",
        "House of Doors",
        "The sheltered house gives shelter to women. Women’s rights come first; the drop-in centre is open.",
        "narcan",
        summary="A house & its <b>doors</b>.",
        country="ca",
        service="daytime-rest drop-in",
    ),
    document(
        "en/clinic",
        "River Clinic",
        "Testing for hepatitis C, & <b>bold</b> questions about it. " + "Many more words follow here. " * 30,
        country="ca",
        service="naloxone",
    ),
    document("en/union", "Union", "People who use drugs speak. A union.", country="kg", service="drop-in"),
    document(
        "ru/dom",
        "Дом",
        "Женщины живут здесь ещё дольше. Из тюрем пишут письма. Новый приём для секс-работниц, гепатит С.",
        "наркан",
        "метадон",
        summary="Дом, где всех ждут.",
        country="ca",
        service="naloxone",
    ),
    document("ru/eney", "Эней", "После тюрьмы и новой жизни. Полицейские. Narcan.", country="kg"),
    *(
        document(
            f"ru/flower-{number}",
            f"Цветок {number}",
            " ".join(HOW_MANY[n] for n in HOW_MANY if n > number) + ".",
        )
        for number in range(21)
    ),
)


def view(language: str, other: str, label: str) -> SearchView:
    return SearchView(
        url_of_root="../",
        spoken=Spoken(language, "ltr"),
        others=(OtherLanguage(spoken=Spoken(other, "ltr"), heading=f"Results {label}", label=label),),
        filters=(
            SearchFilter(
                name="country",
                label="Country",
                any_label="Any",
                groups=(ChoiceGroup(None, (Choice("ca", "Canada"), Choice("kg", "Kyrgyzstan"))),),
            ),
            SearchFilter(
                name="service",
                label="Service",
                any_label="Any",
                groups=(
                    ChoiceGroup("Safer use", (Choice("naloxone", "Naloxone"),)),
                    ChoiceGroup("Support", (Choice("drop-in", "Drop-in"), Choice("daytime-rest", "Beds"))),
                ),
            ),
        ),
        browse=(Link("All case studies", "house.html"),),
        counts=COUNTS[language],
        notes=(SearchNote("No shelter is confirmed.", ("shelter", "приют")),),
    )


def search_part(language: str) -> str:
    others = {"en": ("ru", "in Russian"), "ru": ("en", "на английском")}
    words: Mapping[str, str] = WORDS.get(language, {})
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.globals["_"] = lambda message: words.get(message, message)
    made.globals["view"] = view(language, *others[language])
    return made.from_string('{% from "parts/search.html" import search %}{{ search(view) }}').render()


def write(folder: Path, path: str, content: str | bytes) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site in a folder with the kind of name that a folder on a USB stick has."""
    folder = tmp_path_factory.mktemp("usb") / "Мой сайт & 100 % #1"
    for path, content in make_index(DOCUMENTS).items():
        write(folder, path, content)
    for known in DOCUMENTS:
        write(folder, known.url, f"<!doctype html><title>{known.title}</title><h1>{known.title}</h1>")
    shutil.copytree(HERE / "static" / "js", folder / "js")
    for language in ("en", "ru"):
        part = search_part(language)
        page = PAGE.format(language=language, policy=POLICY, scripts=SCRIPTS, search=part)
        write(folder, f"{language}/search.html", page)
    bare = PAGE.format(language="en", policy=POLICY, scripts="", search=search_part("en"))
    write(folder, "en/bare.html", bare)
    strict = PAGE.format(
        language="en",
        policy=POLICY.replace(" 'wasm-unsafe-eval'", ""),
        scripts=SCRIPTS,
        search=search_part("en"),
    )
    write(folder, "en/strict.html", strict)
    return folder


class Search:
    """The search page as a reader sees it."""

    def __init__(self, visit: Any) -> None:
        self.visit = visit
        self.page = visit.page
        self.words = self.page.locator("#search-words")
        self.status = self.page.locator("[role=status]")

    def ask(self, query: str = "", **filters: str) -> list[str]:
        """Return the titles that are found, in their order."""
        for closed in self.page.locator(".search details:not([open]) summary").all():
            closed.click()
        for name in ("country", "service"):
            self.page.select_option(f"#search-{name}", filters.get(name, ""))
        self.words.fill(query)
        self.answered(lambda: self.words.press("Enter"))
        return self.titles()

    def answered(self, act: Callable[[], object]) -> None:
        """Do something, and wait until its answer has come for every language."""
        self.page.evaluate("""() => {
            const found = document.querySelector(".search__found");
            window.answered = new Promise((resolve, reject) => {
                setTimeout(() => reject(new Error("no answer in 10 seconds")), 10000);
                const look = () => found.hasAttribute("aria-busy") || resolve();
                new MutationObserver(look).observe(found, { attributes: true });
            });
        }""")
        act()
        self.page.evaluate("window.answered")

    def titles(self) -> list[str]:
        return self.page.locator(".search__link:visible").all_inner_texts()

    def excerpts(self) -> list[str]:
        return self.page.locator(".search__excerpt:visible").all_inner_texts()

    def marked(self) -> list[str]:
        return self.page.locator("mark:visible").all_inner_texts()


@pytest.fixture
def search(site: Path, open_once: OpenSite, scheme: str) -> Search:
    """The English search page, open since the first test that used it."""
    return Search(open_once(site, "en/search.html", scheme))


@pytest.fixture
def russian(site: Path, open_once: OpenSite, scheme: str) -> Search:
    """The Russian search page, open since the first test that used it."""
    return Search(open_once(site, "ru/search.html", scheme))


@pytest.fixture
def fresh(site: Path, open_site: OpenSite, scheme: str) -> Search:
    """The English search page, just opened, in a profile of its own."""
    return Search(open_site(site, "en/search.html", scheme))


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        pytest.param("shelters", ["House of Doors"], id="other ending"),
        pytest.param("SHELTER", ["House of Doors"], id="capitals"),
        pytest.param("womens", ["House of Doors"], id="no apostrophe"),
        pytest.param("women's", ["House of Doors"], id="straight apostrophe"),
        pytest.param("women’s", ["House of Doors"], id="curly apostrophe"),
        pytest.param("woman", ["House of Doors"], id="irregular plural"),
        pytest.param("drop-in", ["House of Doors"], id="hyphen"),
        pytest.param("drop in", ["House of Doors"], id="no hyphen"),
        pytest.param("hepatitis c", ["River Clinic"], id="Latin C"),
        pytest.param("hepatitis с", ["River Clinic"], id="Cyrillic С for Latin C"),
        pytest.param("river", ["River Clinic"], id="word of the title"),
        pytest.param("house shelter", ["House of Doors"], id="title and text"),
        pytest.param("narcan", ["House of Doors", "Эней"], id="other name, in both languages"),
        pytest.param("aspirin", [], id="begins like a short word"),
        pytest.param("qwertz", [], id="nonsense"),
        pytest.param("—", [], id="no word at all"),
        pytest.param("женщина", ["Дом"], id="Russian, other ending"),
        pytest.param("тюрьмы", ["Дом", "Эней"], id="vowel that comes and goes"),
        pytest.param("тюрьма", ["Дом", "Эней"], id="vowel that comes and goes, nominative"),
        pytest.param("ещё", ["Дом"], id="ё as ё"),
        pytest.param("еще", ["Дом"], id="ё as е"),
        pytest.param("прием", ["Дом"], id="ё inside, as е"),
        pytest.param("новая", ["Дом", "Эней"], id="other endings with й"),
        pytest.param("новый", ["Дом", "Эней"], id="ending with й asked for"),
        pytest.param("полицейский", ["Эней"], id="й inside"),
        pytest.param("Энея", ["Эней"], id="name in -ей"),
        pytest.param("секс-работницы", ["Дом"], id="Russian hyphen"),
        pytest.param("работница", ["Дом"], id="part of a compound"),
        pytest.param("гепатит С", ["Дом"], id="Cyrillic С"),
        pytest.param("гепатит C", ["Дом"], id="Latin C for Cyrillic С"),
        pytest.param("наркан", ["Дом"], id="Russian other name"),
        pytest.param("метадоном", ["Дом"], id="Russian other name, other ending"),
        pytest.param("сестра", [], id="begins like a Russian short word"),
    ],
)
def test_words_find_pages(site: Path, open_once: OpenSite, query: str, titles: list[str]):
    found = open_once(site, "en/search.html", "file").page.evaluate(
        """async (query) => {
            const found = [];
            for (const language of ["en", "ru"]) {
                found.push(...(await siteSearch.find(language, query, {})).hits);
            }
            return Promise.all(found.map(async ({ id }) => (await siteSearch.page(id)).title));
        }""",
        query,
    )

    assert sorted(found) == titles


@pytest.mark.parametrize(
    ("query", "filters", "titles"),
    [
        pytest.param("", {"country": "ca"}, ["House of Doors", "River Clinic", "Дом"], id="alone"),
        pytest.param("", {"country": "ca", "service": "naloxone"}, ["River Clinic", "Дом"], id="two filters"),
        pytest.param("union", {"country": "kg"}, ["Union"], id="with words"),
        pytest.param("union", {"country": "ca"}, [], id="with words that others have"),
        pytest.param("", {"country": "kg", "service": "naloxone"}, [], id="nothing fits"),
    ],
)
def test_filters_narrow_the_results(search: Search, query: str, filters: dict[str, str], titles: list[str]):
    assert search.ask(query, **filters) == titles


@pytest.mark.parametrize(
    ("n", "status"),
    [
        (1, "Найден 1 результат"),
        (2, "Найдено 2 результата"),
        (5, "Найдено 5 результатов"),
        (11, "Найдено 11 результатов"),
        (21, "Найден 21 результат"),
    ],
)
def test_the_number_of_results_is_told_in_the_right_form(russian: Search, n: int, status: str):
    russian.ask(HOW_MANY[n])

    assert russian.status.inner_text() == status


def test_results_in_the_language_of_the_page_come_first_and_others_say_theirs(search: Search):
    search.ask("narcan")

    english, other = search.page.locator(".search__result:visible").all()
    assert english.get_attribute("lang") == "en"
    assert english.locator(".search__language").is_hidden()
    assert other.get_attribute("lang") == "ru"
    assert other.locator(".search__language").inner_text() == "in Russian"
    assert other.locator(".search__language").get_attribute("lang") == "en"
    assert search.page.locator(".search__heading:visible").all_inner_texts() == ["Results in Russian"]
    assert search.status.inner_text() == "2 results"


def test_other_names_are_found_and_never_shown(search: Search):
    search.ask("narcan")

    assert search.excerpts()[0] == "A house & its <b>doors</b>."
    assert "narcan" not in search.page.locator("[data-language=en]").inner_html()


def test_an_excerpt_shows_the_found_words_marked(search: Search):
    search.ask("shelter")

    assert search.marked() == ["sheltered", "shelter"]
    assert search.excerpts()[0].startswith("The sheltered house gives shelter to women.")


def test_an_excerpt_keeps_ё_and_the_form_of_the_word(russian: Search):
    russian.ask("еще тюрьма")

    assert russian.marked() == ["ещё", "тюрем"]


def test_text_that_looks_like_markup_is_shown_as_text(search: Search):
    search.ask("hepatitis")

    assert "& <b>bold</b> questions" in search.excerpts()[0]
    assert search.excerpts()[0].endswith("…")


def test_a_remark_stands_above_the_results_of_words_that_promise_too_much(search: Search):
    search.ask("shelters")
    assert search.page.get_by_text("No shelter is confirmed.").is_visible()

    search.ask("union")
    assert search.page.get_by_text("No shelter is confirmed.").is_hidden()


def test_nothing_found_says_so_and_offers_the_lists(search: Search):
    search.ask("qwertz")

    assert search.status.inner_text() == "Nothing found for ‘qwertz’."
    assert search.page.get_by_text("Try a shorter word").is_visible()
    assert search.page.get_by_role("link", name="All case studies").is_visible()


def test_filters_that_nothing_fits_say_so(search: Search):
    search.ask("", country="kg", service="naloxone")

    assert search.status.inner_text() == "Nothing fits all these filters."


def test_many_results_come_in_portions(russian: Search):
    assert len(russian.ask(HOW_MANY[21])) == 20

    russian.page.get_by_role("button", name="Show more").click()
    expect(russian.page.locator(".search__link:visible")).to_have_count(21)
    expect(russian.page.locator(".search__link:visible").last).to_be_focused()


def test_nothing_is_loaded_before_the_search_is_used(fresh: Search):
    assert not [address for address in fresh.visit.loaded() if "/search/" in address]

    fresh.ask("union")

    assert kinds(fresh) == {"engine", "wasm", "pagefind", "index", "page"}


def test_the_table_of_a_filter_is_loaded_when_it_is_used(fresh: Search):
    fresh.ask("house", country="ca")

    assert kinds(fresh) == {"engine", "wasm", "pagefind", "index", "page", "filter", "order"}
    assert len([address for address in fresh.visit.loaded() if "/search/filter.en." in address]) == 1


def kinds(search: Search) -> set[str]:
    """Return the kinds of files of the search that have been loaded."""
    names = [address.rpartition("/search/")[2] for address in search.visit.loaded() if "/search/" in address]
    return {name.partition(".")[0] for name in names}


def test_the_keyboard_is_enough(fresh: Search):
    keyboard = fresh.page.keyboard
    keyboard.press("Tab")
    fresh.answered(lambda: keyboard.type("union"))
    assert fresh.titles() == ["Union"]

    fresh.answered(lambda: keyboard.press("Escape"))
    assert fresh.titles() == []
    assert fresh.words.input_value() == ""

    fresh.answered(lambda: keyboard.type("union"))
    while not fresh.page.locator(".search__link:focus").count():
        keyboard.press("Tab")
    keyboard.press("Enter")
    fresh.page.wait_for_url("**/en/union.html")


def test_the_clear_button_empties_words_and_filters(search: Search):
    search.ask("union", country="kg")

    search.answered(search.page.get_by_role("button", name="Clear search").click)

    assert (search.titles(), search.status.inner_text(), search.words.input_value()) == ([], "", "")
    assert search.page.locator("#search-country").input_value() == ""


def test_an_outdated_answer_is_thrown_away(fresh: Search):
    fresh.ask("river")
    fresh.page.evaluate("""() => {
        const find = window.siteSearch.find;
        window.siteSearch.find = async (language, query, filters) => {
            if (query === "union") await new Promise((resolve) => setTimeout(resolve, 300));
            return find(language, query, filters);
        };
    }""")
    fresh.words.fill("union")
    fresh.words.press("Enter")

    fresh.ask("shelter")
    fresh.page.wait_for_timeout(500)

    assert fresh.titles() == ["House of Doors"]
    assert fresh.status.inner_text() == "1 result"


def test_a_search_leaves_no_trace_and_tells_nobody(fresh: Search):
    address, entries = fresh.page.evaluate("[location.href, history.length]")

    fresh.ask("shelter", country="ca")
    fresh.ask("тюрьма")

    assert fresh.page.evaluate("[location.href, history.length]") == [address, entries]
    kept = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state, name])"
    assert json.loads(fresh.page.evaluate(kept)) == [{}, {}, "", None, ""]
    assert fresh.visit.foreign_hosts() == set()
    assert not any("shelter" in address or "?" in address for address in fresh.visit.loaded())
    assert fresh.visit.messages == []


def test_a_call_to_another_machine_would_be_noticed(open_site: OpenSite, scheme: str, tmp_path: Path):
    # The canary: without it, the test above could pass because nobody listens.
    write(tmp_path / "site", "index.html", '<!doctype html><img src="http://elsewhere.invalid/x.png">')

    visit = open_site(tmp_path / "site", "index.html", scheme)

    assert visit.foreign_hosts() == {"elsewhere.invalid"}


def test_without_scripts_the_lists_stand_there(site: Path, open_site: OpenSite, scheme: str):
    page = open_site(site, "en/bare.html", scheme).page

    assert page.get_by_text("The search needs JavaScript.").is_visible()
    assert page.get_by_role("link", name="All case studies").is_visible()
    assert page.locator("form").is_hidden()
    assert page.locator("button:visible").count() == 0


def test_a_refused_webassembly_is_told_politely(site: Path, open_site: OpenSite, scheme: str):
    search = Search(open_site(site, "en/strict.html", scheme))

    assert search.ask("shelter") == []
    assert search.status.inner_text().startswith("The search could not be loaded.")
    assert search.page.get_by_role("link", name="All case studies").is_visible()


def test_a_missing_file_is_told_and_asked_for_again(
    site: Path, open_site: OpenSite, scheme: str, tmp_path: Path
):
    broken = tmp_path / "copy"
    shutil.copytree(site, broken)
    (missing,) = (broken / "search").glob("index.en_*.js")
    content = missing.read_bytes()
    missing.unlink()
    search = Search(open_site(broken, "en/search.html", scheme))

    search.ask("shelter")
    assert search.status.inner_text().startswith("The search could not be loaded.")

    missing.write_bytes(content)
    assert search.ask("shelter") == ["House of Doors"]


def test_pagefind_as_it_comes_fails_from_the_disk(open_site: OpenSite, scheme: str, tmp_path: Path):
    # The canary: if this passes from file://, the browser is more lenient than those of readers.
    write(
        tmp_path / "site", "index.html", "<!doctype html><html lang=en><title>shelter</title><p>shelter</p>"
    )
    command = [str(get_executable()), "--site", str(tmp_path / "site"), "--silent"]
    subprocess.run(command, check=True, capture_output=True)
    write(
        tmp_path / "site",
        "try.js",
        """import("./pagefind/pagefind.js").then((search) => search.search("shelter")).then(
            (found) => (document.title = `found ${found.results.length}`),
            () => (document.title = "failed"),
        );""",
    )
    write(
        tmp_path / "site",
        "try.html",
        '<!doctype html><html lang=en><title>waiting</title><script src="try.js"></script>',
    )

    page = open_site(tmp_path / "site", "try.html", scheme).page
    page.wait_for_function("document.title !== 'waiting'")

    assert page.title() == ("failed" if scheme == "file" else "found 1")

"""The files of the search: the same for the same pages, and nothing in them but what may be read."""

import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest

from whrin_site import index
from whrin_site.index import make_index
from whrin_site.model.problems import SiteError
from whrin_site.model.search import SearchDocument
from whrin_site.tools import pagefind, pagefind_program, searchwords

SOURCE = Path(__file__).resolve().parents[2] / "src"


def page(url: str = "en/house.html", **changed: object) -> SearchDocument:
    known = {
        "language": url[:2],
        "title": "House",
        "summary": "A house.",
        "text": "Women & men come here: <b>ещё</b> more.",
        "also": (),
        "filters": {},
        "marks": ("Case study",),
    }
    return SearchDocument(url=url, **(known | changed))


def pages() -> list[SearchDocument]:
    return [
        page(
            f"{language}/{number}.html",
            text="Women drink tea. Женщины пьют чай. " * number,
            filters={"country": ("ca", "kg"), "service": ("tea", "naloxone", "rest"), "kind": ("centre",)},
        )
        for language in ("en", "ru")
        for number in range(1, 9)
    ]


def handed_over(files: dict[str, bytes], name: str) -> list[object]:
    """Return the values that the files whose names begin like this hand over."""
    scripts = [content.decode() for path, content in files.items() if path.startswith(f"search/{name}")]
    return [json.loads(re.fullmatch(r'siteSearch\.give\("[^"]+",(.*)\);\n', script)[1]) for script in scripts]


def digest_in_a_new_process(**environment: str) -> str:
    code = (
        "import hashlib, test_search_index as t; files = t.make_index(t.pages()); "
        "print(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())"
    )
    path = os.pathsep.join([str(SOURCE), str(Path(__file__).parent)])
    command = [sys.executable, "-c", code]
    variables = os.environ | {"PYTHONPATH": path} | environment
    return subprocess.run(command, env=variables, check=True, capture_output=True, text=True).stdout


def test_the_same_pages_give_the_same_bytes_in_any_order():
    assert list(make_index(pages()).items()) == list(make_index(reversed(pages())).items())


def test_another_process_folder_and_hash_seed_give_the_same_bytes(tmp_path: Path):
    first = digest_in_a_new_process(PYTHONHASHSEED="1")
    second = digest_in_a_new_process(PYTHONHASHSEED="2", TMPDIR=str(tmp_path), RAYON_NUM_THREADS="1")

    assert first == second


def test_settings_of_another_pagefind_change_nothing(monkeypatch: pytest.MonkeyPatch):
    before = make_index(pages())
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "de")

    assert make_index(pages()) == before


def test_there_are_only_the_expected_files():
    kinds = {re.sub(r"[._](en|ru)([._]\w+)?\.js$", "", path) for path in make_index(pages())}

    assert kinds == {
        f"search/{kind}" for kind in ("engine.js", "filter", "index", "order", "page", "pagefind", "wasm")
    }


def test_the_engine_is_a_classic_script_without_workers():
    engine = make_index(pages())["search/engine.js"].decode()

    assert not re.findall(r"\bimport\s*[.(]|\bexport\s*\{|new Worker|XMLHttpRequest|sendBeacon", engine)


def test_no_pages_need_no_files():
    assert make_index([]) == {}


def test_other_names_are_indexed_and_stand_in_no_page():
    files = make_index([page(also=("Canaryname",), text="House.")])

    (indexed,) = handed_over(files, "index.")
    assert b"canarynam" in gzip.decompress(b64decode(indexed))
    assert not [path for path, content in files.items() if b"canaryname" in content.lower()]


def test_a_page_shows_what_was_written():
    (shown,) = handed_over(make_index([page()]), "page.")

    assert shown == {
        "url": "en/house.html",
        "title": "House",
        "summary": "A house.",
        "marks": ["Case study"],
        "text": "Women & men come here: <b>ещё</b> more.",
        "forms": [0, 2],
    }


@pytest.mark.parametrize("changed", [{"summary": "Other."}, {"marks": ()}, {"title": "Other"}])
def test_a_changed_page_has_a_new_name(changed: dict[str, object]):
    def names(document: SearchDocument) -> set[str]:
        return {path for path in make_index([document]) if path.startswith("search/page.")}

    assert names(page()).isdisjoint(names(page(**changed)))


def test_a_filter_has_for_each_value_the_steps_between_its_pages_by_title():
    files = make_index(
        [
            page("en/c.html", title="Gamma", filters={"country": ("ca",), "service": ("tea",)}),
            page("en/b.html", title="Beta", filters={"country": ("ca",)}),
            page("en/a.html", title="Alpha", filters={"country": ("kg",)}),
        ]
    )

    (order,) = handed_over(files, "order.en")
    tables = handed_over(files, "filter.en")
    titles = [handed_over(files, f"page.{id}")[0]["title"] for id in order]
    assert titles == ["Alpha", "Beta", "Gamma"]
    assert sorted(tables, key=repr) == [{"ca": [1, 1], "kg": [0]}, {"tea": [2]}]


@pytest.mark.parametrize("language", ["ky", "ar", "pt-BR", "sr-Latn"])
def test_a_language_that_pagefind_does_not_stem_is_searched_all_the_same(language: str):
    files = make_index([page(f"{language}/a.html", language=language)])

    assert f'"{language.lower()}":{{"filters"' in files["search/engine.js"].decode()
    assert [path for path in files if path.startswith(f"search/wasm.{language.lower()}.")]


def test_an_unknown_pagefind_fails_the_build(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pagefind, "_EXPECTED", {"something of a later version": 1})

    with pytest.raises(
        SiteError, match=r"does not have “something of a later version”.*Install pagefind-bin 1\.5\.2"
    ):
        make_index([page()])


def test_words_counted_otherwise_fail_the_build(monkeypatch: pytest.MonkeyPatch):
    # Pagefind says where a word stands; from a wrong count readers would see the wrong words marked.
    monkeypatch.setattr(index, "_PAGE", index._PAGE.replace("{text}", "{text} again"))

    with pytest.raises(SiteError, match=r"counts the words of en/house\.html otherwise"):
        make_index([page()])


def test_a_failure_of_pagefind_is_told_in_its_own_words(stand_in: Callable[[str], None]):
    stand_in("echo 'the disk is full' >&2; exit 1")

    with pytest.raises(SiteError, match="the disk is full"):
        make_index([page()])


def test_a_search_that_nobody_waits_for_is_ended(
    stand_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    stand_in("exec sleep 600")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    with pytest.raises(SiteError, match="a page could not be made"), index.indexing([page()]):
        raise SiteError("a page could not be made")

    assert not list(tmp_path.iterdir())


def test_a_missing_pagefind_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(pagefind_program, "get_executable", lambda: tmp_path / "nowhere")

    with pytest.raises(SiteError, match="could not be made"):
        make_index([page()])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ещё ёж", ("еще", "еж"), id="ё"),
        pytest.param("women’s women's", ("women", "women"), id="possessive"),
        pytest.param("don’t, п'ять", ("dont", "пять"), id="apostrophe inside"),
        pytest.param("drop‑in—центр", ("drop", "in", "центр"), id="hyphens and dashes"),
        pytest.param("гепатит С", ("гепатит", "c"), id="Cyrillic С"),
        pytest.param("заключе́нных со\u00adбака", ("заключенных", "собака"), id="stress mark and soft hyphen"),
        pytest.param(
            "новый новой людей женский моющийся", ("новые", "новою", "людею", "женские", "моющиеся"), id="й"
        ),
        pytest.param("«Эней», <b>", ("энею", "b"), id="marks around words"),
        pytest.param("हिन्दी", ("हिन्दी",), id="vowel signs"),
    ],
)
def test_spellings_that_readers_mix_are_one_word(text: str, words: tuple[str, ...]):
    assert searchwords.words(text) == words


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("тюрем", ("тюрм", "тюрьм")),
        ("девушек", ("девушк", "девушьк")),
        ("окон", ("окн", "окьн")),
        ("энею", ("энея",)),
        ("women", ("woman",)),
        ("домом", ()),
        ("говорит", ()),
    ],
)
def test_words_are_also_found_by_forms_that_stemming_misses(word: str, forms: tuple[str, ...]):
    assert searchwords.forms(word) == forms

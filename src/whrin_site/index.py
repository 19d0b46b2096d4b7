"""Stage: the files of the search, which work from the web and from file:// alike."""

import gzip
import json
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

from whrin_site.model.problems import SiteError
from whrin_site.model.search import SearchDocument
from whrin_site.tools import pagefind, searchwords
from whrin_site.tools.fingerprint import fingerprint
from whrin_site.tools.marked import M_

FOLDER = "search"

Files = Mapping[str, bytes]
Pages = Mapping[str, SearchDocument]

_SIGNATURE = len(b"pagefind_dcd")

# Only words reach Pagefind: what readers see of a page is written by _shown, and has the same places.
_PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8">
<meta data-pagefind-meta="title[content]" content="{title}">
<body data-pagefind-body><p>{text}</p></body></html>"""


def make_index(documents: Iterable[SearchDocument]) -> dict[str, bytes]:
    """Return the files of the search, by their path from the site's root.

    The same documents give the same bytes, in whatever order they come.
    """
    with indexing(documents) as files:
        return files()


@contextmanager
def indexing(documents: Iterable[SearchDocument]) -> Iterator[Callable[[], dict[str, bytes]]]:
    """Begin to make the files of the search, and give what waits for them: other work can go on meanwhile."""
    from whrin_site.tools.pagefind_program import running  # many builds make no search

    by_name = {_name(document): document for document in documents}
    if not by_name:
        yield dict
        return
    with ExitStack() as stack:
        with _told():
            pages = {f"{name}.html": _page(by_name[name]) for name in sorted(by_name)}
            made = stack.enter_context(running(pages))
        yield lambda: _files(made, by_name)


def key_of(documents: Iterable[SearchDocument]) -> str:
    """Return a fingerprint of all that the search is made from, besides the program."""
    return fingerprint(sorted(_name(document) for document in documents))


def _files(made: Callable[[], Files], by_name: Pages) -> dict[str, bytes]:
    with _told():
        files = made()
    try:
        scripts = dict(_scripts(files, by_name))
    except pagefind.PagefindError as error:
        message = M_("This Pagefind cannot make the search: {said}. Install pagefind-bin 1.5.2.")
        raise SiteError(message, said=error) from error
    return {f"{FOLDER}/{name}.js": script.encode() for name, script in sorted(scripts.items())}


@contextmanager
def _told() -> Iterator[None]:
    """Turn what goes wrong with Pagefind's program into a SiteError."""
    try:
        yield
    except subprocess.CalledProcessError as error:
        said = error.output.decode(errors="replace").strip()
        raise SiteError("Pagefind could not make the search: {said}", said=said) from error
    except OSError as error:
        message = M_(
            "The search could not be made: {said}. "
            "Is there room for temporary files, and is pagefind-bin installed?"
        )
        raise SiteError(message, said=error) from error


def _scripts(made: Files, by_name: Pages) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each script; `made` is what Pagefind wrote, by path."""
    engine = pagefind.engine(made["pagefind.js"].decode())  # first, since it knows another version
    ids = dict(_ids(made, by_name))
    if len(ids) != len(by_name):
        raise pagefind.PagefindError(f"it has {len(ids)} of {len(by_name)} pages")
    entry = json.loads(made["pagefind-entry.json"])
    for language, about in entry["languages"].items():
        order = _by_title({id: page for id, page in ids.items() if page.language.lower() == language})
        about["order"] = _hashed(language, list(order))
        yield pagefind.handed_over(f"order.{about['order']}", list(order))
        tables = _filters(order.values())
        about["filters"] = {name: _hashed(language, table) for name, table in tables.items()}
        for name, table in tables.items():
            yield pagefind.handed_over(f"filter.{about['filters'][name]}", table)
        wasm = made[f"wasm.{about['wasm'] or 'unknown'}.pagefind"]
        about["wasm"] = f"{language}.{pagefind.short_hash(wasm)}"
        yield pagefind.chunk(f"wasm.{about['wasm']}.pagefind", wasm)
    # Both in one file: the entry names all others, and must never be older or newer than the engine.
    yield "engine", engine + pagefind.handed_over("pagefind-entry", entry)[1]
    for path, content in made.items():
        if path.endswith((".pf_meta", ".pf_index")):
            yield pagefind.chunk(path, content)
    for id, page in ids.items():
        yield pagefind.handed_over(f"page.{id}", _shown(page))


def _ids(made: Files, by_name: Pages) -> Iterator[tuple[str, SearchDocument]]:
    """Yield the name that Pagefind gave each document, and the document."""
    for path, content in made.items():
        if path.endswith(".pf_fragment"):
            fragment = json.loads(gzip.decompress(content)[_SIGNATURE:])
            page = by_name[Path(fragment["url"]).stem]
            if len(fragment["content"].split()) != len(_indexed(page).split()):
                raise pagefind.PagefindError(f"it counts the words of {page.url} otherwise than this site")
            yield Path(path).stem, page


def _by_title(pages: Pages) -> Pages:
    """Return pages by their id, in the order of their titles."""
    order = sorted(pages, key=lambda id: (searchwords.words(pages[id].title), pages[id].url))
    return {id: pages[id] for id in order}


def _filters(pages: Iterable[SearchDocument]) -> dict[str, dict[str, list[int]]]:
    """Return, by filter and value, the number of the first of these pages, then the steps to each next one.

    Pagefind's own filters differ in their bytes from build to build, and need its WebAssembly. There is
    a file for each filter and not for each value, so that no server learns which value a reader chose.
    """
    found: dict[str, dict[str, list[int]]] = {}
    for number, page in enumerate(pages):
        for name, values in page.filters.items():
            for value in set(values):
                found.setdefault(name, {}).setdefault(value, []).append(number)
    return {
        name: {value: [b - a for a, b in pairwise((0, *numbers))] for value, numbers in table.items()}
        for name, table in sorted(found.items())
    }


def _hashed(language: str, value: object) -> str:
    """Return what a file with this value is called, besides its kind."""
    return f"{language}.{pagefind.short_hash(json.dumps(value, sort_keys=True).encode())}"


def _shown(page: SearchDocument) -> dict[str, Any]:
    """Return what readers may see of a page. `forms` are the places to which its further forms belong.

    Of a text with a content note no passage is shown, so its words are left out.
    """
    as_they_are = {name: getattr(page, name) for name in ("url", "title", "summary", "marks")}
    if page.note:
        return as_they_are | {"note": page.note}
    return as_they_are | {"text": " ".join(page.text.split()), "forms": list(_forms(page).values())}


def _page(page: SearchDocument) -> str:
    title = " ".join(searchwords.words(page.title))
    return _PAGE.format(language=escape(page.language), title=escape(title), text=escape(_indexed(page)))


def _indexed(page: SearchDocument) -> str:
    """Return the words of a page in their places, then all that is found and never shown."""
    unseen = searchwords.places(" ".join((page.title, page.summary, *page.marks, *page.also)))
    forms = (form for word in unseen for form in searchwords.forms(word))
    return " ".join((*searchwords.places(page.text), *_forms(page), *unseen, *forms))


def _forms(page: SearchDocument) -> dict[str, int]:
    """Return the further forms of the words of the text, and the place of the first such word."""
    found: dict[str, int] = {}
    for place, word in enumerate(searchwords.places(page.text)):
        for form in searchwords.forms(word):
            found.setdefault(form, place)
    return found


def _name(page: SearchDocument) -> str:
    """Return a file name that changes with anything that is known of the page."""
    filters = sorted((name, sorted(values)) for name, values in page.filters.items())
    words = (page.title, page.summary, page.text, page.also, page.marks, page.note)
    return pagefind.short_hash(repr((page.url, page.language, words, filters)).encode())

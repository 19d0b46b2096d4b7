"""What a page weighs with all that it loads by itself, and what the search adds to it."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from whrin_site.model.addresses import EDITIONS
from whrin_site.model.problems import SiteError
from whrin_site.tools.marked import M_

LIMIT = 40_000
"""The most bytes a page may weigh, gzipped, with all that it loads by itself."""

REQUESTS = 5
"""The most files a page may load by itself, itself included."""

SEARCH_LIMIT = 150_000
"""The most bytes, gzipped, that may come until the first result of a search stands there."""

_LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)" href|script defer src|img[^>]* src)="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Weight:
    """One page: its path, bytes gzipped with all it loads, and the number of requests."""

    path: str
    gzipped: int
    requests: int


def weigh(folder: Path) -> Iterator[Weight]:
    """Yield the weight of every page of a built site, in the order of their paths.

    Raises SiteError when there is no such folder.
    """
    if not folder.is_dir():
        raise SiteError(M_("There is no {folder}; build the site first."), folder=folder)
    for page in sorted(folder.rglob("*.html")):
        if page.is_relative_to(folder / EDITIONS):
            continue  # to be carried away, not a page
        loaded = {
            page.parent / found
            for found in _LOADED.findall(page.read_text(encoding="utf-8", errors="replace"))
        }
        files = [page, *(path for path in loaded if path.is_file())]
        gzipped = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
        yield Weight(page.relative_to(folder).as_posix(), gzipped, len(files))


def weigh_search(folder: Path) -> Iterator[Weight]:
    """Yield, for each language, what is loaded until the first result: the largest it can be.

    That is the engine, and of each kind of file of the language the largest one; those of the filters
    are only loaded for readers who use one.
    """
    files = sorted((folder / "search").glob("*.js"))
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}
    languages = {name.split(".")[1] for name in sizes if name.startswith("order.")}
    for language in sorted(languages):
        kinds = [[size for name, size in sizes.items() if _is_of(name, kind, language)] for kind in _KINDS]
        total = sizes["engine.js"] + sum(max(found) for found in kinds)
        yield Weight(f"first result of a search in {language}", total, 1 + len(kinds))


_KINDS = ("index", "page", "pagefind", "wasm")


def _is_of(name: str, kind: str, language: str) -> bool:
    return name.startswith((f"{kind}.{language}.", f"{kind}.{language}_"))

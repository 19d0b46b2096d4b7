"""Stage: Site → Files. One published form, one file; each yields its files."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from whrin_site.model.search import SearchDocument
from whrin_site.model.site import Site
from whrin_site.render import (
    assets,
    case_pages,
    contribute_page,
    data,
    feeds,
    glossary_pages,
    list_pages,
    matrix_pages,
    one_file,
    paper_pages,
    pictures,
    read_me,
    search_documents,
    search_pages,
    signposts,
    start_pages,
    take_along,
    text_pages,
    where_pages,
)
from whrin_site.render.press import File, Press
from whrin_site.render.templates import Codes

Schema = Mapping[str, Any]

FORMS: tuple[Callable[[Press], Iterator[File]], ...] = (
    start_pages.render,
    case_pages.render,
    list_pages.render,
    paper_pages.render,
    search_pages.render,
    text_pages.render,
    take_along.render,
    where_pages.render,
    glossary_pages.render,
    matrix_pages.render,
    contribute_page.render,
    pictures.render,
    feeds.render,
)
"""The forms that exist once for each language."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The files of a site by their path, and what the search is to know of them."""

    files: Mapping[str, bytes]
    documents: tuple[SearchDocument, ...]


def render(
    site: Site,
    sources: Mapping[str, bytes],
    schema: Schema,
    editions: Mapping[str, bytes] = MappingProxyType({}),
) -> Rendered:
    """Return every page and shared file of a site; `sources` holds templates and static files.

    Pages link to the `editions`, which are made already and stand beside them, by their path.
    `schema` is the JSON Schema of a case study, by which the form asks.
    """
    beside = {**one_file.render(site, sources), **editions}
    presses = _presses(site, sources, {path: len(data) for path, data in beside.items()}, schema)
    files: dict[str, bytes] = {**dict(assets.render(sources)), **dict(data.render(site, sources)), **beside}
    for press in presses.values():
        for form in FORMS:
            files |= form(press)
    files |= signposts.render(presses)
    files |= signposts.for_robots(next(iter(presses.values())), files)
    documents = tuple(
        document for press in presses.values() for document in search_documents.documents(press)
    )
    return Rendered(files, documents)


def render_sheets(site: Site, sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what is written for editions alone and never stands among the pages."""
    presses = _presses(site, sources)
    return dict([read_me.render(presses)])


def _presses(
    site: Site,
    sources: Mapping[str, bytes],
    made: Mapping[str, int] = MappingProxyType({}),
    schema: Schema = MappingProxyType({}),
) -> dict[str, Press]:
    codes: Codes = {}
    return {name: Press(site, tongue, sources, codes, made, schema) for name, tongue in site.tongues.items()}

"""Stage: Site → Files. One published form, one file; each yields its files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from whrin_site.model.files import Files
from whrin_site.model.search import SearchDocument
from whrin_site.model.site import Site
from whrin_site.render import (
    assets,
    case_pages,
    contribute_page,
    data,
    feeds,
    glossary_pages,
    hosting,
    list_pages,
    lost_page,
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
from whrin_site.render.origins import NOWHERE, Origins
from whrin_site.render.press import File, Press, Schema, no_schema
from whrin_site.render.sheets import Sheet, Twin, printed

Printing = Callable[[Iterable[File | Sheet | Twin]], Files]

FORMS: tuple[Callable[[Press], Iterator[File] | Iterator[Sheet] | Iterator[File | Sheet]], ...] = (
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

    files: Files
    presses: Mapping[str, Press]

    @property
    def documents(self) -> tuple[SearchDocument, ...]:
        """What the search is to know of the pages."""
        return search_documents.of_all(self.presses.values())

    @property
    def robots(self) -> Files:
        """What search engines of the web ask for first; each page has to be made for it."""
        return Files.of(dict(signposts.for_robots(next(iter(self.presses.values())), self.files)))


def render(
    site: Site,
    sources: Mapping[str, bytes],
    schema: Schema,
    editions: Mapping[str, bytes] = MappingProxyType({}),
    printing: Printing = printed,
) -> Rendered:
    """Return every page and shared file of a site; `sources` holds templates and static files.

    Pages link to the `editions`, which are made already and stand beside them, by their path.
    `printing` makes the pages, or knows them.
    """
    origins = Origins(sources)
    beside = printing(one_file.render(site, sources, origins)) | editions
    presses = _presses(site, sources, beside, schema, origins)
    hosts = hosting.render(presses, lost_page.carried(sources))
    signs = (*signposts.render(presses), *lost_page.render(presses), *hosts)
    shared = beside | dict((*assets.render(sources), *signs))
    # The longest pieces of work come first, so that no process waits for another one at the end.
    forms = (item for press in presses.values() for form in FORMS for item in form(press))
    return Rendered(shared | printing((*data.render(site, sources, origins), *forms)), presses)


def documents(site: Site, sources: Mapping[str, bytes]) -> tuple[SearchDocument, ...]:
    """Return what the search is to know of the pages."""
    return search_documents.of_all(_presses(site, sources).values())


def render_sheets(site: Site, sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what is written for editions alone and never stands among the pages."""
    presses = _presses(site, sources)
    return dict([read_me.render(presses)])


def _presses(
    site: Site,
    sources: Mapping[str, bytes],
    made: Files = Files({}),  # noqa: B008 -- nobody can change it
    schema: Schema = no_schema,
    origins: Origins = NOWHERE,
) -> dict[str, Press]:
    return {
        name: Press(site, tongue, sources, made, schema, origins) for name, tongue in site.tongues.items()
    }

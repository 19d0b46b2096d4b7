"""The stages in order: load → check → link → render → index → seal → pack."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from whrin_site.index import indexing, key_of, make_index
from whrin_site.known import Known
from whrin_site.link import link
from whrin_site.model import addresses
from whrin_site.model.edition import Material
from whrin_site.model.files import Files, Fresh
from whrin_site.model.ids import ids_of
from whrin_site.model.library import Library
from whrin_site.model.pieces import Made
from whrin_site.model.printed import EVERYTHING, Choice
from whrin_site.model.problems import Problem, SiteError, strictly
from whrin_site.model.site import Site
from whrin_site.reading import examined
from whrin_site.render import Rendered, documents, render, render_sheets
from whrin_site.render.press import Schema
from whrin_site.render.sheets import Sheet, awaited, printed
from whrin_site.render.templates import compile_all
from whrin_site.schema import of_file as schema_of
from whrin_site.schema import written
from whrin_site.seal import provenance, seal
from whrin_site.tools import sums
from whrin_site.tools.cache import Shelf
from whrin_site.tools.fingerprint import fingerprint
from whrin_site.tools.marked import M_
from whrin_site.tools.program import program

if TYPE_CHECKING:
    from whrin_site.pack import Edition

Report = Callable[..., None]
"""Hears which stage begins, and how far it is, as a message with its values by name."""


def _silence(stage: str, **values: object) -> None:
    """Report to nobody."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: its files, or the reasons why there are none."""

    files: Files
    problems: tuple[Problem, ...]
    site: Site | None = None
    rendered: Rendered | None = None

    @property
    def failed(self) -> bool:
        """Tell whether an error forbids to publish."""
        return _forbid(self.problems)


def _forbid(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def build(
    files: Mapping[str, bytes],
    index: bool = True,
    report: Report = _silence,
    commit: str | None = None,
    linked: Iterable["Edition"] = (),
    strict: bool = False,
    known: Known | None = None,
    processes: int = 1,
) -> Built:
    """Return the site of a tree that has `content/`, `templates/` and `static/`.

    The same files give the same site, wherever and whenever. Without `index` the
    search has nothing to load. `report` hears which stage begins. `commit` is where
    the files come from, if that is known. The `linked` editions stand beside the pages,
    which link to them. With `strict`, warnings are errors. What is `known` from the last build is
    not made again; so many processes make the rest. Both change how long it takes, and nothing
    else. Raises SiteError when it cannot go on.
    """
    report(M_("Reading the content"))
    library, problems = examined(files, known.shelf if known else None, processes)
    problems = strictly(problems) if strict else problems
    if library is None or _forbid(problems):
        return Built(Files({}), problems)
    site, schema = link(library), _schema_of_cases(library)
    beside = dict(_beside(prints(site, files), linked, report)) if linked else {}
    told, first = partial(_count, report), partial(compile_all, files)
    printing = partial(printed, known=known, processes=processes, told=told, first=first)
    with _searching(site, files, known, report) if index else nullcontext(dict[str, bytes]) as search:
        report(M_("Making the pages"))
        rendered = render(site, files, schema, beside, printing)
        pages = rendered.files | rendered.robots | printing([_schema_file(library, schema)]) | search()
    return Built(seal(pages, partial(provenance, library, files, commit)), problems, site, rendered)


def preview(files: Mapping[str, bytes], shelf: Shelf) -> Built:
    """Return the site of such a tree with pages that are made when somebody asks for them.

    What it lacks is the search and what is for search engines of the web. The `shelf` has what earlier
    builds found out. Raises SiteError when it cannot go on, and so may each page.
    """
    library, problems = examined(files, shelf)
    if library is None or _forbid(problems):
        return Built(Files({}), problems)
    site, schema = link(library), _schema_of_cases(library)
    rendered = render(site, files, schema, printing=awaited)
    pages = rendered.files | awaited([_schema_file(library, schema)])
    return Built(seal(pages, partial(provenance, library, files)), problems, site, rendered)


def material(built: Built, sources: Mapping[str, bytes]) -> Material:
    """Return what editions are made from. Raises SiteError for a site that could not be built."""
    if built.site is None:
        raise SiteError("There is no site to make editions from.")
    return replace(prints(built.site, sources), sheets=render_sheets(built.site, sources), files=built.files)


def prints(site: Site, sources: Mapping[str, bytes], choice: Choice = EVERYTHING) -> Material:
    """Return what the editions are made from that need no pages."""
    from whrin_site.render.printer import SitePrinter  # most builds print no editions

    printer = SitePrinter(site, sources, _schema_of_cases(site.library), make_index)
    return Material(site=site, sources=sources, printer=printer, sheets={}, files={}, choice=choice)


def pack(
    material: Material, editions: Iterable["Edition"], report: Report = _silence
) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Yield the name and the files of each of these editions. The same material gives the same bytes."""
    for edition in editions:
        report(edition.ABOUT)
        files = dict(edition.make(material))
        yield edition.NAME, {**files, addresses.SUMS: sums.list_of(files)}


def _schema_of_cases(library: Library) -> Schema:
    return cache(partial(schema_of, "case-study", ids_of(library)))


def _schema_file(library: Library, schema: Schema) -> Sheet:
    key = fingerprint([program(), repr(ids_of(library))])
    return Sheet(addresses.CASE_SCHEMA, key, lambda _: Made((written(schema()),)))


def _count(report: Report, done: int, of: int) -> None:
    report(M_("Making the pages: {done} of {of}"), done=done, of=of)


@contextmanager
def _searching(
    site: Site, sources: Mapping[str, bytes], known: Known | None, report: Report
) -> Iterator[Callable[[], Mapping[str, bytes]]]:
    """Begin to make the search, unless no word of a page has changed, and give what waits for its files."""
    found = documents(site, sources)
    key = f"{program()} {key_of(found)}" if known else ""
    if known and (same := known.group(key)):
        yield lambda: Files(same)
        return
    with indexing(found) as files:

        def fresh() -> Files:
            report(M_("Making the search index"))
            return Files({path: Fresh(data, key) for path, data in files().items()})

        yield fresh


def _beside(material: Material, editions: Iterable["Edition"], report: Report) -> Iterator[tuple[str, bytes]]:
    """Yield what the pages link to, by its path beside them."""
    for edition in editions:
        report(edition.ABOUT)
        for name, data in edition.make(material):
            yield f"{addresses.EDITIONS}{name}", data

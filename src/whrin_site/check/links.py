"""Rule: a link that stays inside the site leads to a page that is there, and to a place on it."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote

from whrin_site.check.anchors import OWN
from whrin_site.check.texts import Text, markdown
from whrin_site.model import addresses
from whrin_site.model.library import Library
from whrin_site.model.problems import Problem
from whrin_site.model.records import CaseStudy
from whrin_site.model.site import FAMILIES
from whrin_site.tools.marked import M_
from whrin_site.tools.marks import headings, links, without_code
from whrin_site.tools.nearest import nearest
from whrin_site.tools.stand_in import STAND_IN

_OF_PROGRAM = ("note-", "mark-", "after-")  # how places begin that are made for notes and passages


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each link of a text to a page, or to a place on a page, that is not there."""
    found = [
        (text, link.target, link.position)
        for text in markdown(library)
        for link in links(without_code(text.text))
        if not link.scheme and not link.is_picture
    ]
    if not found:
        return
    pages = _pages(library)
    for text, target, position in found:
        yield from _link(library, pages, text, target, position)


def _link(
    library: Library, pages: Mapping[str, Text | None], text: Text, target: str, position: int
) -> Iterator[Problem]:
    path, _, fragment = target.partition("#")
    start = f"{text.language}/{text.page}"
    full = posixpath.normpath(posixpath.join(posixpath.dirname(start), unquote(path))) if path else start
    place = text.place(target, position)
    language, _, page = full.partition("/")
    if path.startswith("/"):
        message = M_("“{found}” leads nowhere from a USB stick; begin with the name of a page, or with “../”")
        yield Problem("dead-link", message, place, {"found": target})
    elif language in library.languages and page not in pages:
        message = M_("“{found}” leads to no page of this site")
        near = nearest(page, pages)
        meant = posixpath.relpath(f"{language}/{near}", posixpath.dirname(start)) if near else None
        yield Problem("dead-link", message, place, {"found": target}, meant=meant)
    elif language in library.languages and fragment:
        shown = text if full == start else pages[page]
        ids = _ids(shown.text) if shown else None
        name = unquote(fragment)
        if ids is not None and name not in ids and name not in OWN and not name.startswith(_OF_PROGRAM):
            message = M_("there is no place called “{found}” on that page")
            yield Problem("dead-link", message, place, {"found": name}, meant=nearest(name, ids))


def _terms(case: CaseStudy) -> Iterator[tuple[str, str]]:
    """Yield the family and the id of each term that has a page because of this case study."""
    yield "countries", case.place.country.id
    yield "kinds", case.kind.id
    for family in ("services", "populations", "approaches"):
        yield from ((family, tag.id) for tag in getattr(case, family))


@lru_cache(maxsize=64)
def _ids(text: str) -> frozenset[str] | None:
    return None if text == STAND_IN else frozenset(heading.id for heading in headings(without_code(text)))


def _pages(library: Library) -> dict[str, Text | None]:
    """Return the pages of a language by address; those that show a text, with it in the first language."""
    pages: dict[str, Text | None] = dict.fromkeys(addresses.PAGES)
    pages |= dict.fromkeys(addresses.terms(family) for family in FAMILIES)
    for case in library.cases.values():
        pages |= dict.fromkeys(addresses.term(family, name) for family, name in _terms(case.record))
    for text in markdown(library):
        if text.language == library.source_language or text.page not in pages:
            pages[text.page] = text
    for path in library.unread:  # there will be a page, once the file is mended
        pages |= dict.fromkeys(_pages_of(path))
    return pages


def _pages_of(path: str) -> Iterator[str]:
    match path.rsplit(".", 1)[0].split("/")[1:]:
        case ("case-studies", name):
            yield addresses.case(name)
        case ("paper", _, name):
            yield addresses.section(name)
        case ("pages", _, name):
            yield addresses.text(name)

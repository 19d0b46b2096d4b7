"""The chapters of a book: the same views as on the pages, each made when somebody asks for it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from whrin_site.model import addresses
from whrin_site.model.book import Body, Chapter
from whrin_site.model.search import SearchDocument
from whrin_site.model.site import FAMILIES, ShownCase, ShownText
from whrin_site.render import case_pages, paper_pages, search_documents, terms, text_pages
from whrin_site.render.book_press import BookPress, place_of
from whrin_site.render.cards import name_spoken
from whrin_site.render.page_views import BookTerm, BookTermsView, TextPageView
from whrin_site.render.templates import render as render_template
from whrin_site.render.views import Block, Composed, Link, Spoken
from whrin_site.tools import searchwords
from whrin_site.tools.fingerprint import fingerprint

_HEADING = re.compile(r"(?<=<h|/h)([2-5])(?=[ >])")
_PAGE = re.compile(r'(?<=href=")[a-z0-9-]+\.html[^"]*')
_ID = re.compile(r'(?<= )(id|for|aria-labelledby|href)="(#?)([^"#:/]+)"')


def cases(press: BookPress) -> Iterator[Chapter]:
    """Yield the case studies."""
    for case in press.site.cases[press.language]:
        title, spoken = press.sets(case.words.name), name_spoken(press, case)
        made_from = case_pages.made_from(press, case)
        yield _chapter(
            press, addresses.case(case.id), title, spoken, "case", made_from, partial(_case, press, case)
        )


def sections(press: BookPress) -> Iterator[Chapter]:
    """Yield the sections of the paper; in a book, they show nothing of a case study."""
    for section in press.site.sections[press.language]:
        title, spoken = press.sets(section.record.title), press.speaks(section.standing.language)
        make = partial(_section, press, section)
        yield _chapter(press, addresses.section(section.id), title, spoken, "section", (), make)


def texts(press: BookPress) -> Iterator[Chapter]:
    """Yield the texts of our own, but for those about files that a book does not have."""
    for text in (text for text in press.site.pages[press.language] if text.id not in addresses.OF_FILES):
        spoken, make = press.speaks(text.standing.language), partial(_text, press, text)
        yield _chapter(press, addresses.text(text.id), text.record.title, spoken, "text", (), make)


def term_lists(press: BookPress) -> Iterator[Chapter]:
    """Yield the terms of each family, with the case studies that carry them."""
    for family in FAMILIES:
        title, make = terms.heading_of_all(press, family), partial(_terms, press, family)
        made_from = (press.site.tally, press.site.outlines[press.language])
        yield _chapter(press, addresses.terms(family), title, None, "terms", made_from, make)


def _chapter(
    press: BookPress,
    page: str,
    title: str,
    spoken: Spoken | None,
    template: str,
    made_from: Iterable[str],
    make: Callable[[str], Body],
) -> Chapter:
    name, words = place_of(page), spoken or press.spoken
    key = fingerprint([press.origins.main(f"book/{template}.html"), name, *made_from])
    return Chapter(name, title, words.tag, words.direction, key, partial(make, page))


def _case(press: BookPress, case: ShownCase, page: str) -> Body:
    view = case_pages.view(press, page, case, top_heading=press.level + 2)
    return _body(press, page, "case", view, search_documents.of_case(press, case))


def _section(press: BookPress, section: ShownText, page: str) -> Body:
    view = paper_pages.in_book(press, section, press.level + 1)
    return _body(press, page, "section", view, search_documents.of_section(press, section))


def _text(press: BookPress, text: ShownText, page: str) -> Body:
    lowered = _lowered(press, text_pages.composed(press, text))
    return _body(press, page, "text", TextPageView(text.record.title, lowered, ()))


def _lowered(press: BookPress, text: Composed) -> Composed:
    """Return a text of our own with its headings below that of the chapter, and its links within the book."""

    def html(block: Block) -> Markup:
        lowered = _HEADING.sub(lambda found: str(int(found[1]) + press.level - 1), block.html)
        return Markup(_PAGE.sub(lambda found: press.url("", found[0]), lowered))

    return replace(text, blocks=tuple(replace(block, html=html(block)) for block in text.blocks))


def _terms(press: BookPress, family: str, page: str) -> Body:
    found = tuple(_term(press, family, name) for name in press.site.tagged[family])
    return _body(press, page, "terms", BookTermsView(terms.heading_of_all(press, family), found))


def _term(press: BookPress, family: str, name: str) -> BookTerm:
    label, spoken = terms.label(press, family, name)
    definition, definition_spoken = terms.definition(press, family, name)
    page = addresses.term(family, name)
    links = tuple(_case_link(press, page, press.cases[case]) for case in press.site.tagged[family][name])
    return BookTerm(place_of(page), label, spoken, definition, definition_spoken, links)


def _case_link(press: BookPress, page: str, case: ShownCase) -> Link:
    name = press.sets(case.words.name)
    return Link(name, press.url(page, addresses.case(case.id)), spoken=name_spoken(press, case))


def _body(
    press: BookPress, page: str, template: str, view: object, document: SearchDocument | None = None
) -> Body:
    name = place_of(page)
    html = _own_ids(
        name, render_template(press.env, f"book/{template}.html", id=name, view=view, level=press.level)
    )
    return Body(html, _also(document), " · ".join(document.marks)) if document else Body(html)


def _also(document: SearchDocument) -> tuple[str, ...]:
    """Return by which words a chapter is found besides its own: other names, and forms with other stems."""
    irregular = (form for word in searchwords.words(document.text) for form in searchwords.forms(word))
    return tuple(dict.fromkeys((*document.also, *irregular)))


def _own_ids(chapter: str, html: str) -> str:
    """Return the HTML of a chapter with its name before every id in it, since others may have the same."""
    own = {found[3] for found in _ID.finditer(html) if found[1] == "id"}

    def named(found: re.Match[str]) -> str:
        attribute, sign, name = found.groups()
        if name not in own or name.startswith(chapter) or (attribute == "href" and not sign):
            return found[0]
        return f'{attribute}="{sign}{chapter}-{name}"'

    return _ID.sub(named, html)

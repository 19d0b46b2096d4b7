"""The directory as a book: the same views as on the pages, in chapters that refer to one another."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from whrin_site.model import addresses
from whrin_site.model.book import Book, Chapter, Part
from whrin_site.model.search import SearchDocument
from whrin_site.model.site import FAMILIES, ShownCase
from whrin_site.render import case_pages, paper_pages, terms, text_pages
from whrin_site.render.cards import AS_PUBLISHED, name_spoken
from whrin_site.render.dates import day
from whrin_site.render.list_pages import as_published
from whrin_site.render.page_views import BookTerm, BookTermsView, TextPageView
from whrin_site.render.press import Press
from whrin_site.render.search_documents import documents
from whrin_site.render.templates import render as render_template
from whrin_site.render.views import Block, Composed, Link, Spoken
from whrin_site.tools import searchwords

_HEADING = re.compile(r"(?<=<h|/h)([2-5])(?=[ >])")
_PAGE = re.compile(r'(?<=href=")[a-z0-9-]+\.html[^"]*')
_ID = re.compile(r'(?<= )(id|for|aria-labelledby|href)="(#?)([^"#:/]+)"')


@dataclass(frozen=True, kw_only=True)
class BookPress(Press):
    """Prints chapters: an address leads to a place in the book, as `where` writes it.

    `level` is the level of the heading of a chapter.
    """

    where: Callable[[str], str]
    level: int

    def shared_url(self, page: str, path: str) -> None:  # noqa: ARG002 -- a book has no neighbours
        """Return that no file beside can be seen."""
        return

    def url(self, page: str, target: str) -> str:  # noqa: ARG002 -- the same from every page
        """Return where in the book a page of the site stands."""
        return self.where(place_of(target))


def place_of(page: str) -> str:
    """Return the id that a page of the site has in a book.

    >>> place_of("case-studies/club-eney.html"), place_of("about.html#safety")
    ('case-studies-club-eney', 'about-safety')
    """
    path = page.replace(".html#", "-").removesuffix(".html")
    return path.removesuffix("/index").replace("/", "-")


def book(press: BookPress) -> Book:
    """Return the book of a language."""
    record = press.site.library.site.record
    known = {document.url: document for document in documents(press)}
    made = Book(
        language=press.language,
        tag=press.spoken.tag,
        direction=press.spoken.direction,
        name=press.plain(record.name),
        title=press.plain(record.title),
        tagline=press.plain(record.tagline),
        remarks=(press.says(AS_PUBLISHED),),
        contents=press.says("Contents"),
        creator=press.publishers,
        source=record.paper.source_url,
        rights=press.says("Text of the position paper: © its authors. The source states no licence."),
        access=press.says(
            "All of it is text, in the order of reading, with headings and a table of contents."
        ),
        front=_NO_FRONT,
        parts=(
            Part("case-studies", press.says("Case studies"), None, tuple(_cases(press, known))),
            Part("paper", press.says("Position paper"), None, tuple(_sections(press, known))),
            Part("terms", press.says("Ways in"), as_published(press), tuple(_terms(press))),
            Part("texts", press.says("About this directory"), None, tuple(_texts(press))),
        ),
    )
    return replace(made, front=_front(press, made))


_NO_FRONT = Chapter("", "", "", "", "")


def _front(press: BookPress, made: Book) -> Chapter:
    record = press.site.library.site.record
    html = render_template(
        press.env,
        "book/title.html",
        book=made,
        edition=day(record.edition, press.language),
        is_draft=press.tongue.is_draft,
        publishers=press.publishers,
        source_url=record.paper.source_url,
        independent=record.imprint == "independent",
    )
    about = press.says("Case studies and a position paper")
    return Chapter("title", made.title, made.tag, made.direction, html, about=about)


def _cases(press: BookPress, known: dict[str, SearchDocument]) -> Iterator[Chapter]:
    for case in press.site.cases[press.language]:
        page = addresses.case(case.id)
        view = case_pages.view(press, page, case, top_heading=press.level + 2)
        yield _chapter(press, page, view.name, name_spoken(press, case), "case", view, known)


def _sections(press: BookPress, known: dict[str, SearchDocument]) -> Iterator[Chapter]:
    for section in press.site.sections[press.language]:
        page = addresses.section(section.id)
        view = paper_pages.in_book(press, section, press.level + 1)
        yield _chapter(press, page, view.title, view.title_spoken, "section", view, known)


def _texts(press: BookPress) -> Iterator[Chapter]:
    for text in (text for text in press.site.pages[press.language] if text.id not in addresses.OF_FILES):
        lowered = _lowered(press, text_pages.composed(press, text))
        view = TextPageView(text.record.title, lowered, ())
        spoken = press.speaks(text.standing.language)
        yield _chapter(press, addresses.text(text.id), view.title, spoken, "text", view, {})


def _lowered(press: BookPress, text: Composed) -> Composed:
    """Return a text of our own with its headings below that of the chapter, and its links within the book."""

    def html(block: Block) -> Markup:
        lowered = _HEADING.sub(lambda found: str(int(found[1]) + press.level - 1), block.html)
        return Markup(_PAGE.sub(lambda found: press.url("", found[0]), lowered))

    return replace(text, blocks=tuple(replace(block, html=html(block)) for block in text.blocks))


def _terms(press: BookPress) -> Iterator[Chapter]:
    by_id = {case.id: case for case in press.site.cases[press.language]}
    for family in FAMILIES:
        found = tuple(_term(press, family, name, by_id) for name in press.site.tagged[family])
        view = BookTermsView(terms.heading_of_all(press, family), found)
        yield _chapter(press, addresses.terms(family), view.title, None, "terms", view, {})


def _term(press: BookPress, family: str, name: str, by_id: dict[str, ShownCase]) -> BookTerm:
    record = terms.vocabulary(press, family)[name].record
    label, spoken = press.picks(record.label)
    definition, definition_spoken = press.picks(record.definition) if record.definition else (None, None)
    page = addresses.term(family, name)
    links = tuple(_case_link(press, page, by_id[case]) for case in press.site.tagged[family][name])
    return BookTerm(place_of(page), label, spoken, definition, definition_spoken, links)


def _case_link(press: BookPress, page: str, case: ShownCase) -> Link:
    name = press.sets(case.words.name)
    return Link(name, press.url(page, addresses.case(case.id)), spoken=name_spoken(press, case))


def _chapter(
    press: BookPress,
    page: str,
    title: str,
    spoken: Spoken | None,
    template: str,
    view: object,
    known: dict[str, SearchDocument],
) -> Chapter:
    name = place_of(page)
    html = render_template(press.env, f"book/{template}.html", id=name, view=view, level=press.level)
    words = spoken or press.spoken
    document = known.get(addresses.within(press.language, page))
    return Chapter(
        id=name,
        title=title,
        tag=words.tag,
        direction=words.direction,
        html=_own_ids(name, html),
        also=_also(document) if document else (),
        about=" · ".join(document.marks) if document else "",
    )


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

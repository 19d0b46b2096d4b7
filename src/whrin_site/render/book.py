"""The directory as a book: the same views as on the pages, in chapters that refer to one another."""

from functools import partial

from whrin_site.model.book import Body, Book, Chapter, Part
from whrin_site.render.book_press import BookPress
from whrin_site.render.cards import AS_PUBLISHED
from whrin_site.render.chapters import cases, sections, term_lists, texts
from whrin_site.render.dates import day
from whrin_site.render.list_pages import as_published
from whrin_site.render.templates import render as render_template


def book(press: BookPress) -> Book:
    """Return the book of a language."""
    record, words = press.site.library.site.record, press.spoken
    title, remarks = press.plain(record.title), (press.says(AS_PUBLISHED),)
    return Book(
        language=press.language,
        tag=words.tag,
        direction=words.direction,
        name=press.plain(record.name),
        title=title,
        tagline=press.plain(record.tagline),
        remarks=remarks,
        contents=press.says("Contents"),
        creator=press.publishers,
        source=record.paper.source_url,
        rights=press.says("Text of the position paper: © its authors. The source states no licence."),
        access=press.says(
            "All of it is text, in the order of reading, with headings and a table of contents."
        ),
        front=Chapter(
            "title",
            title,
            words.tag,
            words.direction,
            press.origins.all,
            partial(_front, press, title, remarks),
        ),
        parts=(
            Part("case-studies", press.says("Case studies"), None, tuple(cases(press))),
            Part("paper", press.says("Position paper"), None, tuple(sections(press))),
            Part("terms", press.says("Ways in"), as_published(press), tuple(term_lists(press))),
            Part("texts", press.says("About this directory"), None, tuple(texts(press))),
        ),
    )


def _front(press: BookPress, title: str, remarks: tuple[str, ...]) -> Body:
    record = press.site.library.site.record
    html = render_template(
        press.env,
        "book/title.html",
        title=title,
        tagline=press.plain(record.tagline),
        remarks=remarks,
        edition=day(record.edition, press.language),
        is_draft=press.tongue.is_draft,
        publishers=press.publishers,
        source_url=record.paper.source_url,
        independent=record.imprint == "independent",
    )
    return Body(html, about=press.says("Case studies and a position paper"))

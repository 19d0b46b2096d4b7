"""Published form: pages of our own words, the corrections, and the page for lost readers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from html import unescape

from markupsafe import Markup

from whrin_site.model import addresses
from whrin_site.model.library import Entry
from whrin_site.model.site import ShownText
from whrin_site.model.vocabulary import Note
from whrin_site.render.compose import compose
from whrin_site.render.dates import day
from whrin_site.render.page_views import Correction, CorrectionsView, TextPageView
from whrin_site.render.press import File, Press
from whrin_site.render.sheets import Sheet, sheet, summing
from whrin_site.render.views import Composed, Link
from whrin_site.tools.markdown import to_html
from whrin_site.tools.messages import N_

_SHOWN_ACTIONS = {
    "S": N_("Marked in the text"),
    "D": N_("Corrected in our data"),
    "K": N_("Link lost"),
    "T": N_("Other language"),
}
_HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>')
_TAG = re.compile(r"<[^>]+>")


def render(press: Press) -> Iterator[Sheet]:
    """Yield the pages of our own words, the corrections and the not-found page."""
    for text in press.site.pages[press.language]:
        yield sheet(press, addresses.text(text.id), (), partial(_text, press, text))
    yield summing(press, addresses.CORRECTIONS, partial(_corrections, press))
    yield sheet(press, addresses.NOT_FOUND, (), partial(_not_found, press))


def composed(press: Press, text: ShownText) -> Composed:
    """Return a text of our own; a heading has the same id in each language."""
    made = compose(press, text.body, text.standing, voice="ours", page=addresses.text(text.id))
    return _with_ids(made, _ids_of_source(press, text))


def _not_found(press: Press) -> File:
    title = press.says("Page not found")
    page = addresses.NOT_FOUND
    return press.page(page, "pages/not-found.html", None, title=title, description=title, noindex=True)


def _text(press: Press, text: ShownText) -> File:
    made = composed(press, text)
    headings = _HEADING.findall(_html(made))
    found = tuple(Link(unescape(_TAG.sub("", label)), f"#{name}") for name, label in headings)
    return press.page(
        addresses.text(text.id),
        "pages/text.html",
        TextPageView(text.record.title, made, found),
        title=text.record.title,
        description=text.record.description or text.record.title,
    )


def _ids_of_source(press: Press, text: ShownText) -> list[str]:
    """Return the ids of the headings in the first language, which all languages share."""
    source = press.site.pages[press.site.library.source_language]
    body = next(item.body for item in source if item.id == text.id)
    return [name for name, _ in _HEADING.findall(to_html(body))]


def _with_ids(text: Composed, ids: list[str]) -> Composed:
    """Return the text with these ids on its headings: a link leads to the same place in each language."""
    if len(_HEADING.findall(_html(text))) != len(ids):
        return text
    left = iter(ids)

    def heading(found: re.Match[str]) -> str:
        return f'<h2 id="{next(left)}">{found[2]}</h2>'

    blocks = tuple(replace(block, html=Markup(_HEADING.sub(heading, block.html))) for block in text.blocks)
    return replace(text, blocks=blocks)


def _html(text: Composed) -> str:
    return "".join(block.html for block in text.blocks)


def _corrections(press: Press) -> File:
    page = addresses.CORRECTIONS
    rows = tuple(
        _row(press, page, entry)
        for entry in press.site.library.notes.values()
        if entry.record.text or set(entry.record.actions) & set(_SHOWN_ACTIONS)
    )
    count = press.counts("{n} correction or mark", "{n} corrections and marks", len(rows))
    title = press.says("Corrections and notes")
    return press.page(
        page, "pages/corrections.html", CorrectionsView(count, rows), title=title, description=title
    )


def _row(press: Press, page: str, entry: Entry[Note]) -> Correction:
    note = entry.record
    has, has_spoken = press.picks(note.source_has) if note.source_has else (None, None)
    belief, belief_spoken = press.picks(note.we_believe) if note.we_believe else (None, None)
    return Correction(
        id=entry.id.lower(),
        places=tuple(_places(press, page, note)),
        line=_lines(press, note.lines),
        what=tuple(_what(press, note)),
        source_has=has,
        source_spoken=has_spoken,
        we_believe=belief,
        belief_spoken=belief_spoken,
        evidence=press.plain(note.evidence) if note.evidence else None,
        note=press.plain(note.text) if note.text else None,
        day=day(note.date, press.language) if note.date else None,
        confirmed=_confirmed(press, note),
    )


def _confirmed(press: Press, note: Note) -> str | None:
    """Return who confirmed a correction, where there is something that an organisation could confirm."""
    if note.confirmed_by or not {"D", "K", "H"} & set(note.actions):
        return note.confirmed_by
    return press.says("Not yet confirmed by the organisation")


def _what(press: Press, note: Note) -> Iterator[str]:
    """Yield what was done; a mark may stand in the text of one language only."""
    for code, words in _SHOWN_ACTIONS.items():
        if code in note.actions and (code != "S" or press.language in note.after):
            yield press.says(words)


def _lines(press: Press, lines: tuple[int, ...]) -> str:
    if not lines:
        return ""
    message = N_("Line {n} of the source") if len(lines) == 1 else N_("Lines {n} of the source")
    return press.says(message, n=", ".join(str(line) for line in lines))


def _places(press: Press, page: str, note: Note) -> Iterator[Link]:
    for section in press.site.sections[press.language]:
        if section.id in note.on:
            yield Link(section.record.title, press.url(page, addresses.section(section.id)))
    named = (press.cases[name] for name in note.on if name in press.cases)
    for case in sorted(named, key=lambda case: (case.record.order, case.id)):
        yield Link(case.words.name, press.url(page, addresses.case(case.id)))

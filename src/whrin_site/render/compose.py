"""A text with its passages, marks and notes, made ready for a page."""

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from whrin_site.model import addresses
from whrin_site.model.records import Passage
from whrin_site.model.site import Standing
from whrin_site.model.vocabulary import Note
from whrin_site.render.abbreviations import abbreviations
from whrin_site.render.content_notes import content_note
from whrin_site.render.pictures import put_back, set_aside
from whrin_site.render.press import Press
from whrin_site.render.status import Voice, badge, status_note
from whrin_site.render.texts import Convert
from whrin_site.render.views import Block, Composed, NoteView, Spoken
from whrin_site.tools.locales import name_of
from whrin_site.tools.markdown import to_html
from whrin_site.tools.typography import set_type

# Private-use characters stand for a mark until Markdown has done its work.
_OPEN, _CLOSE = "\ue000", "\ue001"
_ASTERISK, _FOOTNOTE = re.compile(r"(?<=\S)\*(?=\s)"), "footnote"
_MARK = re.compile(f"{_OPEN}([^{_CLOSE}]+){_CLOSE}")


def compose(
    press: Press,
    body: str,
    standing: Standing,
    *,
    notes: Iterable[str] = (),
    passages: tuple[Passage, ...] = (),
    top_heading: int = 2,
    voice: Voice = "paper",
    footnote_url: str | None = None,
    content_notes: Iterable[str] = (),
    place: str = "text",
    page: str = addresses.START,
    convert: Convert = to_html,
) -> Composed:
    """Return a Markdown text as blocks, with the notes of these ids behind it.

    With `footnote_url` the asterisk in the text becomes the link to its footnote. `content_notes` are
    named before it; `place` is a name for the text that no other on its page has, `page` one in the
    folder where it is shown.
    """
    views = tuple(_notes(press, notes, body, standing.language))
    verbatim = standing.status == "source" and voice != "ours"
    spoken = press.speaks(standing.language) or press.spoken

    def html(text: str, own: bool) -> Markup:
        if own:
            text = set_type(text, standing.language)
        text, pictures = set_aside(press, text)
        made = put_back(press, page, convert(text, top_heading), pictures)
        return _with_marks(press, made, views, footnote_url)

    blocks: list[Block] = []
    for passage, plain in _stretches(body, passages):
        text = _set_marks(press, plain, standing.language, views, bool(footnote_url))
        if passage is None:
            blocks.append(Block("text", html(text, not verbatim), spoken, verbatim))
        else:
            blocks += _passage(press, passage, html(text, False), spoken, f"{place}-{len(blocks)}")
    status = (status_note(press, standing, voice),) if voice != "ours" or standing.status != "source" else ()
    return Composed(
        status,
        tuple(blocks),
        views,
        content_note(press, content_notes, place),
        tuple(abbreviations(press, body, standing.language)),
    )


def _notes(press: Press, ids: Iterable[str], body: str, language: str) -> Iterator[NoteView]:
    """Yield the notes that readers should see, those with a mark in the text first and in its order."""
    library = press.site.library
    found = [(name, library.notes[name].record) for name in ids if name in library.notes]
    shown = [(name, note) for name, note in found if note.text or (note.sic and language in note.after)]
    shown.sort(key=lambda item: _position(item[1], body, language))
    for number, (name, note) in enumerate(shown, start=1):
        text, spoken = press.picks(note.text) if note.text else (None, None)
        marked = language in note.after and note.after[language] in body
        yield NoteView(name.lower(), str(number), note.sic and marked, text, spoken, marked)


def _position(note: Note, body: str, language: str) -> int:
    place = body.find(note.after[language]) if language in note.after else -1
    return place if place >= 0 else len(body)


def _set_marks(press: Press, text: str, language: str, views: Iterable[NoteView], has_footnote: bool) -> str:
    """Return a stretch of text with the sign of each mark behind the words that it concerns."""
    library = press.site.library
    places = []
    for name, entry in library.notes.items():
        number = next((view.number for view in views if view.id == name.lower() and view.marked), None)
        start = text.find(entry.record.after[language]) if number else -1
        if start >= 0:
            places.append((start + len(entry.record.after[language]), number))
    for place, number in sorted(places, reverse=True):
        text = f"{text[:place]}{_OPEN}{number}{_CLOSE}{text[place:]}"
    return _ASTERISK.sub(f"{_OPEN}{_FOOTNOTE}{_CLOSE}", text, count=1) if has_footnote else text


def _with_marks(press: Press, html: str, views: tuple[NoteView, ...], footnote_url: str | None) -> Markup:
    by_number = {view.number: view for view in views}

    def mark(found: re.Match[str]) -> str:
        if found[1] == _FOOTNOTE:
            return str(press.part("parts/notes.html", "footnote_mark", footnote_url))
        return str(press.part("parts/notes.html", "mark", by_number[found[1]], press.spoken))

    return Markup(_MARK.sub(mark, html))


def _stretches(body: str, passages: tuple[Passage, ...]) -> Iterator[tuple[Passage | None, str]]:
    """Yield the text in order, each paragraph that is a passage by itself."""
    plain: list[str] = []
    for paragraph in body.split("\n\n"):
        passage = next((item for item in passages if paragraph.startswith(item.starts)), None)
        if passage is None:
            plain.append(paragraph)
            continue
        if plain:
            yield None, "\n\n".join(plain)
            plain = []
        yield passage, paragraph
    if any(plain):
        yield None, "\n\n".join(plain)


def _passage(press: Press, passage: Passage, html: Markup, around: Spoken, place: str) -> Iterator[Block]:
    spoken = around
    label = badge(press, passage.status) if passage.status else None
    if passage.language and passage.language in press.site.tongues:
        spoken = press.speaks(passage.language) or press.spoken
        name = name_of(passage.language, press.language)
        label = press.says("Language of this part, as in the source: {language}", language=name)
    note = content_note(press, passage.content_notes, place)
    end = note.end if note else None
    yield Block("passage", html, spoken, passage.status == "source", label, note)
    if passage.rendering:
        ours = press.says("Our rendering of the Russian paragraph; not part of the source")
        draft = badge(press, "draft")
        rendering = set_type(passage.rendering, press.language)
        yield Block("rendering", Markup(to_html(rendering)), around, False, f"{ours}. {draft}", id=end)
    elif end:
        yield Block("end", Markup(""), around, False, id=end)

"""Content notes: the hard subjects of a text, named before it so that a reader can choose."""

from collections.abc import Iterable

from whrin_site.render.press import Press
from whrin_site.render.views import ContentNote
from whrin_site.tools.messages import N_

_WARNING = N_("Content warning: {subjects}.")


def content_note(press: Press, ids: Iterable[str], place: str) -> ContentNote | None:
    """Return the note before a text; `place` is a name for the text that no other on its page has."""
    subjects = named(press, ids)
    return ContentNote(subjects, f"after-{place}") if subjects else None


def spoken_of(press: Press, ids: Iterable[str]) -> str:
    """Return the note as one sentence, or nothing."""
    subjects = named(press, ids)
    return press.says(_WARNING, subjects=subjects) if subjects else ""


def named(press: Press, ids: Iterable[str]) -> str:
    """Return the subjects in a row, in the language of the page."""
    known = press.site.library.vocabulary["content-notes"]
    return ", ".join(press.plain(known[name].record.label) for name in ids)

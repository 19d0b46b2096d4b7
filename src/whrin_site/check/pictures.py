"""Rule: every picture in a text is there and has words for those who cannot see it."""

from collections.abc import Iterator

from whrin_site.model.library import Library
from whrin_site.model.problems import Place, Problem
from whrin_site.tools.marked import M_
from whrin_site.tools.nearest import nearest
from whrin_site.tools.picture_marks import PictureMark, picture_marks

_LONGEST = 300  # characters; who listens to a page cannot skip inside them


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each picture that is missing, without words, or used nowhere."""
    used = set()
    for mark, place in _marks(library):
        used.add(mark.name)
        yield from _wrong(library, mark, place)
    for name in library.pictures.keys() - used:
        if not library.unread:
            message = M_(
                "no text shows this picture; take it out, or write ![words](images/{name}) where it belongs"
            )
            place = Place(f"content/images/{name}")
            yield Problem("unused-picture", message, place, {"name": name}, severity="warning")


def _wrong(library: Library, mark: PictureMark, place: Place) -> Iterator[Problem]:
    if mark.name is None:
        message = M_(
            "a picture stands in content/images/ and is written ![words](images/name.jpg), not “{found}”"
        )
        yield Problem("picture-not-found", message, place, {"found": mark.address})
    elif mark.name not in library.pictures and not library.is_unread(f"content/images/{mark.name}"):
        message = M_("there is no picture “{found}” in content/images/")
        meant = nearest(mark.name, library.pictures)
        yield Problem("picture-not-found", message, place, {"found": mark.name}, meant=meant)
    if not mark.words:
        message = M_(
            "say in words what this picture shows, for those who cannot see it: ![words](images/{found})"
        )
        yield Problem("picture-without-words", message, place, {"found": mark.name or "name.jpg"})
    elif len(mark.words) > _LONGEST:
        message = M_("the words for this picture are longer than {most} characters; put some into the text")
        yield Problem("too-much", message, place, {"most": _LONGEST})


def _marks(library: Library) -> Iterator[tuple[PictureMark, Place]]:
    for case in library.cases.values():
        for language, words in case.record.words.items():
            for mark in picture_marks(words.body):
                yield mark, case.place("words", language, "body")
    for shelf in (library.sections, library.pages):
        for entries in shelf.values():
            for text in entries.values():
                for mark in picture_marks(text.body):
                    line = text.body.count("\n", 0, mark.position)
                    column = mark.position - text.body.rfind("\n", 0, mark.position)
                    yield mark, Place(text.path, text.body_line + line, column)

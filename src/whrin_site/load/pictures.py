"""Pictures among the content: made anew, or refused with a reason."""

import re
from collections.abc import Iterator

from whrin_site.model.patterns import NAME
from whrin_site.model.problems import Place, Problem
from whrin_site.tools.fault import Fault
from whrin_site.tools.marked import M_
from whrin_site.tools.picture import FORMATS, Picture, make_anew

_ENDINGS = tuple(ending for endings in FORMATS.values() for ending in endings)
_FILE = re.compile(rf"{NAME}({'|'.join(map(re.escape, _ENDINGS))})")


def picture(path: str, data: bytes) -> tuple[Picture | None, list[Problem]]:
    """Return the picture that a file holds, as it is to be published, and what is wrong with the file."""
    problems = list(_named(path))
    if problems:
        return None, problems
    made = make_anew(data)
    if isinstance(made, Fault):
        return None, [Problem(made.code, made.message, Place(path), made.values)]
    if made.has_place:
        message = M_(
            "this picture says where it was taken (GPS), and so does every copy of this file; "
            "take that out before anybody gets it"
        )
        return made, [Problem("picture-with-place", message, Place(path))]
    return made, []


def _named(path: str) -> Iterator[Problem]:
    name = path.removeprefix("content/images/")
    if name.lower().endswith((".svg", ".svgz")):
        message = M_("an SVG file can hold programs and is never shown; save the picture as PNG")
        yield Problem("wrong-picture", message, Place(path))
    elif not name.lower().endswith(_ENDINGS):
        message = M_("pictures here end in {endings}")
        yield Problem("wrong-picture", message, Place(path), {"endings": ", ".join(_ENDINGS)})
    elif not _FILE.fullmatch(name):
        message = M_(
            "the file name “{found}” may only have the small letters a–z, digits, "
            "and single hyphens between them"
        )
        yield Problem("wrong-name", message, Place(path), {"found": name})

"""Files that no reader takes, and files that another system takes for one and the same."""

import unicodedata
from collections.abc import Iterable, Iterator

from whrin_site.model.problems import Place, Problem
from whrin_site.tools.marked import M_
from whrin_site.tools.nearest import nearest

_FOLDERS = ("case-studies", "paper", "pages", "vocabulary", "notes", "words")
_ENDINGS = {"case-studies": ".yaml", "vocabulary": ".yaml", "notes": ".yaml", "paper": ".md", "pages": ".md"}
_LIKE = {
    ".yaml": (".yaml.txt", ".yml.txt", ".yml", ".txt"),
    ".md": (".md.txt", ".markdown.txt", ".markdown", ".mdown", ".txt"),
}
"""What programs make of the endings that are read here."""


def stranger(path: str) -> Problem:
    """Return the problem of a file that stands where nothing is read."""
    folder = path.split("/")[1]
    ending = _ENDINGS.get(folder) if path.count("/") > 1 else None
    name = path.rsplit("/", 1)[-1]
    depth = 3 if ending == ".md" else 2
    if ending and path.count("/") > depth and name.endswith(ending):
        message = M_("files here stand in no folder of their own; move it to {right}")
        right = "/".join([*path.split("/")[:depth], name])
        return Problem("unexpected-file", message, Place(path), {"right": right})
    stem = _stem(name, ending or "")
    if ending and stem and name != stem + ending:
        message = M_("files here end in “{ending}”; call it “{right}”")
        values = {"ending": ending, "right": stem + ending}
        return Problem("wrong-ending", message, Place(path), values)
    message = M_("this file has no place here; look at docs/editing/ for where files go")
    meant = None if folder in _FOLDERS or path.count("/") == 1 else nearest(folder, _FOLDERS)
    return Problem("unexpected-file", message, Place(path), meant=f"content/{meant}/" if meant else None)


def twins(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each file that Windows or macOS could not keep beside another one.

    They make no difference between capital and small letters, and macOS none between the two
    ways of writing an accented letter (Unicode's NFC and NFD).
    """
    seen: dict[str, str] = {}
    # Capitals come before small letters: the file with the plainer name is kept, the other one named.
    for path in sorted(paths, reverse=True):
        same = unicodedata.normalize("NFC", path).casefold()
        if same in seen:
            message = M_("on Windows or a Mac this would be the same file as {other}; give it another name")
            yield Problem("same-file", message, Place(path), {"other": seen[same]})
        else:
            seen[same] = path


def _stem(name: str, ending: str) -> str:
    """Return a name without an ending that is written otherwise than the right one, or nothing."""
    for like in _LIKE.get(ending, ()):
        if name.lower().endswith(like):
            return name[: -len(like)]
    return name[: -len(ending)] if ending and name.lower().endswith(ending) else ""

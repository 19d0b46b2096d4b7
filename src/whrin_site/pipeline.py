"""The stages in order: load → check → link → render → index."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from whrin_site.check import check
from whrin_site.index import make_index
from whrin_site.link import link
from whrin_site.load import load
from whrin_site.model.library import Library
from whrin_site.model.problems import Problem, SiteError
from whrin_site.render import render
from whrin_site.tools.disk import read_tree

FOLDERS = ("content", "templates", "static")
"""The folders that make a site."""

Report = Callable[[str], None]


def _silence(stage: str) -> None:
    """Report to nobody."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: its files, or the reasons why there are none."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Tell whether an error forbids to publish."""
        return any(problem.severity == "error" for problem in self.problems)


def sources(root: Path) -> dict[str, bytes]:
    """Return the files that make a site. Raises SiteError for those that cannot be read."""
    try:
        return read_tree(root, FOLDERS)
    except OSError as error:
        raise SiteError(f"Could not read {error.filename}: {error.strerror}.") from error


def examine(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Return all problems of a tree of content, in the order of the files."""
    return _examined(files)[1]


def build(files: Mapping[str, bytes], index: bool = True, report: Report = _silence) -> Built:
    """Return the site of a tree that has `content/`, `templates/` and `static/`.

    The same files give the same site, wherever and whenever. Without `index` the
    search has nothing to load. `report` hears which stage begins. Raises SiteError
    when it cannot go on.
    """
    report("Reading the content")
    library, problems = _examined(files)
    found = Built({}, problems)
    if library is None or found.failed:
        return found
    report("Making the pages")
    rendered = render(link(library), files)
    pages = dict(rendered.files)
    if index:
        report("Making the search index")
        pages |= make_index(rendered.documents)
    return Built(pages, found.problems)


def _examined(files: Mapping[str, bytes]) -> tuple[Library | None, tuple[Problem, ...]]:
    """Return the library, if there is one, and all problems in the order of the files."""
    library, problems = load(files)
    if library is not None:
        problems += check(library)
    return library, tuple(sorted(problems, key=lambda problem: (problem.place, problem.code)))

"""Stage: files → the same files with what they are and their sums, by which anybody can check a copy."""

import json
import posixpath
from collections.abc import Callable, Iterable, Mapping

from whrin_site import __version__
from whrin_site.model import addresses
from whrin_site.model.files import Awaited, Files
from whrin_site.model.library import Library
from whrin_site.tools import gitfiles, pdf, sums
from whrin_site.tools.program import version_of
from whrin_site.tools.source_tree import names_of

_SHAPING = ("babel", "jinja2", "markdown", "nh3", "pagefind-bin", "pillow")
"""The packages whose versions show in the bytes of the pages."""

_SHAPING_EDITIONS = {".pdf": ("fonttools", "pydyf", "pypdf", "weasyprint"), ".zim": ("libzim",)}
"""The same for files that stand beside the pages, by how their names end."""


def seal(files: Files, about: Callable[[], Mapping[str, object]]) -> Files:
    """Return the files with `VERSION.json`, which says what they are, and the list of all sums.

    Both are made when somebody asks for them.
    """

    def words() -> bytes:
        pages = sum(path.endswith(".html") for path in files)
        whole_about = {**about(), "libraries": _libraries(files), "pages": pages}
        return (json.dumps(whole_about, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()

    whole = files | Files({addresses.ABOUT_COPY: Awaited(words)})
    listed = Awaited(lambda: sums.listing({path: whole.leaf(path).sum for path in whole}))
    return whole | Files({addresses.SUMS: listed})


def provenance(
    library: Library, sources: Mapping[str, bytes], commit: str | None = None
) -> dict[str, object]:
    """Return where a site comes from: the same for the same sources, wherever and whenever it is built.

    `sources` names the trees of the input as git does, so that they can be found in a history
    (`git rev-parse COMMIT:content`); `commit` is what was checked out, where that is known.
    """
    trees = {name: _tree(sources, name) for name in sorted({path.split("/")[0] for path in sources})}
    about: dict[str, object] = {
        "edition": library.site.record.edition.isoformat(),
        "languages": list(library.languages),
        "program": {"name": "whrin-site", "version": __version__},
        "sources": trees,
    }
    return {**about, "commit": commit} if commit else about


def _libraries(files: Iterable[str]) -> dict[str, str]:
    """Return the versions of all that shaped these files."""
    endings = {posixpath.splitext(path)[1] for path in files}
    beside = (name for ending in endings for name in _SHAPING_EDITIONS.get(ending, ()))
    packages = {name: version_of(name) for name in (*_SHAPING, *beside)}
    return {**packages, "pango": pdf.pango()} if ".pdf" in endings else packages


def _tree(sources: Mapping[str, bytes], folder: str) -> str:
    start = f"{folder}/"
    inside = (path for path in sources if path.startswith(start))
    return gitfiles.tree_id({path.removeprefix(start): names_of(sources, path).git for path in inside})

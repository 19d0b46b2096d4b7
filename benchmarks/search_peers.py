"""The generators whose search is measured: how each is installed, what it is given, what readers ask."""

import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from corpus import LANGUAGES, Entry
from layouts import PROJECT, Entries, Sections, labels, ours, put, quoted

OURS = "whrin_site"
PACKAGES = ("mkdocs-material==9.8.2", "sphinx==9.0.4", "myst-parser==5.2.0")
SHIM = "iframe-worker==1.0.4"  # what Material's offline plugin needs from file://, else loaded from the net

_MKDOCS = """\
site_name: {title}
theme: {{name: material, language: {language}, font: false}}
plugins: [search: {{lang: {language}}}, offline]
extra: {{polyfills: [assets/iframe-worker.js]}}
nav: [index.md]
validation: {{omitted_files: ignore, absolute_links: ignore, unrecognized_links: ignore}}
"""
_SPHINX = """\
project = {title}
language = "{language}"
extensions = ["myst_parser"]
html_sidebars = {{"**": ["searchbox.html"]}}
html_copy_source = False
"""


@dataclass(frozen=True, slots=True)
class Searched:
    """A built site of one language: its page with the search, and how its search is asked.

    Results are what `found` selects. A `field` is typed into; without one the words are in the address.
    """

    name: str
    folder: Path
    page: str
    found: str
    field: str = ""


def set_up(work: Path) -> None:
    """Install the other generators from the package registries, unless they are here, and ours."""
    if not _python(work).exists():
        venv.create(work / "venv-search", with_pip=True)
        subprocess.run([_python(work), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    if not _shim(work).exists():
        command = ["npm", "install", "--prefix", work / "node-search", "--ignore-scripts", "--no-audit"]
        subprocess.run([*command, SHIM.replace("==", "@")], check=True)
    subprocess.run([sys.executable, PROJECT / "build.py", "--version"], check=True)


def build(work: Path, n: int, entries: Entries, sections: Sections, only: list[str]) -> None:
    """Write the corpus for every generator, or only for these, and build it, unless that is done."""
    for language in LANGUAGES:
        for one in searched(work, n, language, only):
            _BUILDERS[one.name](work, one.folder.parent, language, entries, sections)


def searched(work: Path, n: int, language: str, only: list[str]) -> list[Searched]:
    """Return the built sites of `n` case studies as somebody meets them who reads this language."""
    sites = work / "search-sites" / str(n)
    found = (
        Searched(
            OURS,
            sites / "whrin_site/_site",
            f"{language}/search.html",
            ".search__link",
            "#search-words",
        ),
        Searched(
            "mkdocs-material",
            sites / f"mkdocs-{language}/site",
            "index.html",
            ".md-search-result__link",
            "[data-md-component=search-query]",
        ),
        Searched(
            "sphinx", sites / f"sphinx-{language}/site", "search.html?q={words}", "#search-results li a"
        ),
    )
    return [one for one in found if not only or one.name in only]


def commit() -> str:
    """Return which state of this project is measured."""
    command = ["git", "-C", PROJECT, "describe", "--always", "--dirty", "--exclude=*"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _ours(_: Path, root: Path, __: str, entries: Entries, sections: Sections) -> None:
    """Build the site, which has both languages, unless this commit has built it."""
    built = root / f"built-{commit()}"
    if not built.exists():
        ours(root, entries, sections)
        command = [sys.executable, PROJECT / "build.py", "build", "--quiet", "--root", root]
        subprocess.run(command, check=True)
        built.touch()


def _mkdocs(work: Path, root: Path, language: str, entries: Entries, sections: Sections) -> None:
    if (root / "site/search/search_index.js").exists():
        return
    title = _pages(root / "docs", language, entries, sections)
    put(root / "mkdocs.yml", _MKDOCS.format(title=quoted(title), language=language))
    (root / "docs/assets").mkdir(exist_ok=True)
    shutil.copy(_shim(work), root / "docs/assets/iframe-worker.js")
    subprocess.run([_python(work), "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True)


def _sphinx(work: Path, root: Path, language: str, entries: Entries, sections: Sections) -> None:
    if (root / "site/searchindex.js").exists():
        return
    title = _pages(root / "docs", language, entries, sections, "---\norphan: true\n---\n")
    put(root / "docs/conf.py", _SPHINX.format(title=quoted(title), language=language))
    command = [_python(work), "-m", "sphinx", "-j", "2", "-q", "-b", "html", "docs", "site"]
    subprocess.run(command, cwd=root, check=True)


def _pages(docs: Path, language: str, entries: Entries, sections: Sections, front: str = "") -> str:
    """Write a page for each case study and section, and return the title of the first page."""
    for entry in entries:
        put(docs / "case-studies" / f"{entry.slug}.md", front + _page(entry, language))
    for section in sections:
        text = f"# {section.title[language]}\n\n{section.body[language]}"
        put(docs / "paper" / f"{section.slug}.md", front + text)
    title = {"en": "Directory", "ru": "Справочник"}[language]
    put(docs / "index.md", f"# {title}\n")
    return title


def _page(entry: Entry, language: str) -> str:
    names = labels()[language]
    terms = [names["services"][name] for name in entry.services]
    terms += [names["populations"][name] for name in entry.populations]
    place = f"{entry.city[language]}, {names['countries'][entry.country]}"
    words = (f"# {entry.title[language]}", entry.summary[language], entry.body[language], place)
    return "\n\n".join((*words, ". ".join(terms))) + "\n"


_BUILDERS = {OURS: _ours, "mkdocs-material": _mkdocs, "sphinx": _sphinx}


def _python(work: Path) -> Path:
    return work / "venv-search/bin/python"


def _shim(work: Path) -> Path:
    return work / "node-search/node_modules/iframe-worker/shim/index.js"

"""Are the sites that the generators made of the corpus equivalent?"""

import html
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from corpus import LANGUAGES, VOCABULARY, Entry
from layouts import PROJECT

sys.path.append(str(PROJECT / "src"))
from whrin_site.model import addresses

_MARKS = re.compile(r"^[->#]+ |\*\*|\[|\]\([^)]*\)", re.MULTILINE)
_TAGS = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")
_HREF = re.compile(r'<a [^>]*href="([^"#?]*)')
_FOLDERS = {"whrin_site": "case-studies"}
_SAMPLE = 200


def faults(name: str, out: Path, entries: list[Entry]) -> Iterator[str]:
    """Yield what a site lacks: pages, their words, entries of lists, and where links lead."""
    folder = _FOLDERS.get(name, "entries")
    sample = random.Random(1).sample(entries, min(_SAMPLE, len(entries)))
    for language in LANGUAGES:
        other = next(item for item in LANGUAGES if item != language)
        for entry in entries:
            if not _page(out, f"{language}/{folder}/{entry.slug}").is_file():
                yield f"{name}: no page {language}/{folder}/{entry.slug}"
        for entry in sample:
            page = _page(out, f"{language}/{folder}/{entry.slug}")
            text = page.read_text(encoding="utf-8")
            if _plain(_MARKS.sub("", entry.body[language])) not in _plain(_TAGS.sub("", html.unescape(text))):
                yield f"{name}: {page} does not have its text"
            targets = {_target(out, page, href) for href in _HREF.findall(text)}
            if _page(out, f"{other}/{folder}/{entry.slug}") not in targets:
                yield f"{name}: {page} does not lead to its translation"
            for target in targets - {None}:
                if not target.is_file():
                    yield f"{name}: {page} leads to {target}, which is not there"
        for family in ("services", "populations", "countries"):
            for term in VOCABULARY[family]:
                wanted = {entry.slug for entry in entries if term in _terms(entry, family)}
                missing = wanted - set(_listed(out, name, language, family, term, folder))
                if missing:
                    yield f"{name}: {language}/{family}/{term} does not list {sorted(missing)[0]}"


def _page(out: Path, address: str) -> Path:
    """Return the file of a page, whichever way a generator names it."""
    file = out / f"{address}.html"
    return file if file.is_file() else out / address / "index.html"


def _target(out: Path, page: Path, href: str) -> Path | None:
    if not href or re.match("[a-z]+:", href):
        return None
    path = out / href.lstrip("/") if href.startswith("/") else (page.parent / href)
    path = path.resolve()
    return path if path.suffix else path / "index.html"


def _terms(entry: Entry, family: str) -> list[str]:
    return [entry.country] if family == "countries" else getattr(entry, family)


def _listed(out: Path, name: str, language: str, family: str, term: str, folder: str) -> Iterator[str]:
    """Yield the case studies that the pages of a term lead to: all of them, where there are several."""
    address = f"{family}/{term}"
    if name == "whrin_site":
        term = VOCABULARY["countries"][term]["iso"] if family == "countries" else term
        address = addresses.term(family, term).removesuffix(".html")
    first = _page(out, f"{language}/{address}")
    pages = [first, *first.parent.glob(f"{first.stem}.[0-9]*.html")] if first.stem != "index" else [first]
    for page in pages:
        text = page.read_text(encoding="utf-8") if page.is_file() else ""
        yield from re.findall(rf'{folder}/([a-z-]+-\d{{5}})(?:\.html|/)"', text)


def _plain(text: str) -> str:
    return _SPACE.sub("", html.unescape(text))

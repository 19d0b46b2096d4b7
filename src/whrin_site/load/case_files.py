"""The files of case studies: read by several processes at once, or known from an earlier build."""

import json
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from pydantic import ValidationError

from whrin_site.load import amounts
from whrin_site.load.outline import outline
from whrin_site.load.record_file import adapter, read_whole
from whrin_site.model.library import Entry
from whrin_site.model.problems import Problem
from whrin_site.model.records import CaseStudy
from whrin_site.tools import textfile, yamlfile
from whrin_site.tools.cache import Shelf
from whrin_site.tools.fingerprint import fingerprint
from whrin_site.tools.program import program
from whrin_site.tools.workers import spread

Good = tuple[str, str]
"""What stands in a file without a mistake: its values as JSON, and a fingerprint of all but long texts."""

_PARTS = "0123456789abcdef"  # what is known lies in so many files, and an edit writes only one anew


def read_case(path: str, document: yamlfile.Document) -> tuple[Entry[CaseStudy] | None, list[Problem]]:
    """Return the case study of a file, as far as it is good, and all that is wrong with it."""
    entry, problems = read_whole(CaseStudy, path, _name(path), document)
    if entry and not problems:
        whole = fingerprint([path, document.text])
        entry = replace(entry, whole=whole, outline=outline(document.value))
    return entry, problems


@lru_cache(maxsize=2_000)
def good_case(path: str, data: bytes, good: Good) -> Entry[CaseStudy] | None:
    """Return the case study of a file without mistakes, or None if these are not its values.

    In a preview, most files of a build are those of the one before.
    """
    try:
        record = adapter(CaseStudy).validate_json(good[0])
    except ValidationError:
        return None
    whole = fingerprint([path, data])
    return Entry(_name(path), path, record, yamlfile.Later(data), whole=whole, outline=good[1])


def good_cases(files: Mapping[str, bytes], shelf: Shelf | None, processes: int) -> dict[str, Good]:
    """Return by path what stands in each file that has no mistake. What the shelf has is not read again."""
    names = {path: fingerprint([path, data]) for path, data in files.items()}
    kept = _kept(shelf) if shelf else {}
    known = {name: good for part in kept.values() for name, good in part.items()}
    new = [path for path, name in names.items() if name not in known]
    read = spread(lambda number: _good(new[number], files[new[number]]), len(new), processes)
    found = {name: known.get(name) for name in names.values()} | {
        names[path]: good for path, good in zip(new, read, strict=True)
    }
    if shelf:
        _keep(shelf, found, kept)
    return {path: good for path, name in names.items() if (good := found[name])}


def _good(path: str, data: bytes) -> Good | None:
    if data.startswith(BOM_UTF8) or amounts.of_file(path, data):
        return None
    text, fault = textfile.decode(data)
    if fault:
        return None
    document = yamlfile.parse(text)
    entry, problems = read_case(path, document)
    if entry is None or problems or any(amounts.of_case(entry)):
        return None
    return json.dumps(document.value, ensure_ascii=False), entry.outline


def _kept(shelf: Shelf) -> dict[str, dict[str, Good | None]]:
    """Return what is known, by its part and its name."""
    kept: dict[str, dict[str, Good | None]] = {}
    for part in _PARTS:
        found = shelf.get(f"cases-{part}") or {"program": ""}
        if found["program"] == program():
            kept[part] = {name: tuple(good) if good else None for name, good in found["cases"].items()}
    return kept


def _keep(
    shelf: Shelf, found: Mapping[str, Good | None], kept: Mapping[str, Mapping[str, Good | None]]
) -> None:
    """Keep what was found and nothing else: what was withdrawn must not lie there."""
    parts: dict[str, dict[str, Good | None]] = {part: {} for part in _PARTS}
    for name, good in found.items():
        parts[name[0]][name] = good
    for part, cases in parts.items():
        if not cases:
            shelf.drop(f"cases-{part}")
        elif part not in kept or cases.keys() != kept[part].keys():
            shelf.put(f"cases-{part}", {"program": program(), "cases": cases})


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".yaml")

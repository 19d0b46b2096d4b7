"""The files of case studies: read by several processes at once, or known from an earlier build."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from weakref import WeakValueDictionary

from pydantic import ValidationError

from whrin_site.load import amounts
from whrin_site.load.outline import outline
from whrin_site.load.record_file import adapter, read_whole
from whrin_site.model.library import Entry
from whrin_site.model.problems import Problem
from whrin_site.model.records import CaseStudy
from whrin_site.tools import textfile, yamlfile
from whrin_site.tools.cache import Shelf
from whrin_site.tools.compact_json import compact
from whrin_site.tools.fingerprint import fingerprint
from whrin_site.tools.program import program
from whrin_site.tools.source_tree import Tree, names_of
from whrin_site.tools.workers import spread

Good = tuple[str, str]
"""What stands in a file without a mistake: its values as JSON, and a fingerprint of all but long texts."""

_PARTS = "0123456789abcdef"  # what is known lies in so many files, and an edit writes only one anew


def read_case(path: str, document: yamlfile.Document) -> tuple[Entry[CaseStudy] | None, list[Problem]]:
    """Return the case study of a file, as far as it is good, and all that is wrong with it."""
    entry, problems = read_whole(CaseStudy, path, _name(path), document)
    if entry and not problems:
        whole = _whole(path, fingerprint([document.text]))
        entry = replace(entry, whole=whole, outline=outline(document.value))
    return entry, problems


_in_use: WeakValueDictionary[str, Entry[CaseStudy]] = WeakValueDictionary()
"""What was read of files, by their fingerprints, as long as a site is made of it: in a preview, until the
next build has taken from the last one what is still the same."""


def good_case(path: str, data: Callable[[], bytes], whole: str, good: Good) -> Entry[CaseStudy] | None:
    """Return the case study of a file without mistakes, or None if these are not its values.

    `whole` is the fingerprint of the file, `data` gives its bytes.
    """
    known = _in_use.get(whole)
    if known:
        entry = replace(known, places=yamlfile.Later(data))
    else:
        try:
            record = adapter(CaseStudy).validate_json(good[0])
        except ValidationError:
            return None
        entry = Entry(_name(path), path, record, yamlfile.Later(data), whole=whole, outline=good[1])
    _in_use[whole] = entry
    return entry


def good_cases(
    files: Mapping[str, bytes], paths: Iterable[str], shelf: Shelf | None, processes: int
) -> Iterator[tuple[str, str, Good]]:
    """Yield path, fingerprint and values of each of these files that has no mistake.

    What the shelf has of one is taken from there.

    It comes part by part, so that not all of it is in memory at once.
    """
    names = {path: _whole(path, name) for path, name in _names(files, paths, shelf).items()}
    ordered = sorted(names, key=names.__getitem__)
    kept = _kept(shelf) if shelf else {}
    new = [path for path in ordered if names[path] not in kept.get(names[path][0], {})]
    read = spread(lambda number: _good(new[number], files[new[number]]), len(new), processes)
    found = dict.fromkeys(_PARTS, ()) | {
        part: tuple(paths) for part, paths in groupby(ordered, key=lambda path: names[path][0])
    }
    for part, paths in found.items():
        known = kept.pop(part, {})
        cases = {names[path]: known[names[path]] if names[path] in known else next(read) for path in paths}
        if shelf and (not cases or cases.keys() != known.keys()):
            _keep(shelf, part, cases)
        yield from ((path, names[path], good) for path in paths if (good := cases[names[path]]))


def _whole(path: str, name: str) -> str:
    """Return the fingerprint of a file, where it stands included; `name` is that of its bytes."""
    return fingerprint([path, name])


def _names(files: Mapping[str, bytes], paths: Iterable[str], shelf: Shelf | None) -> dict[str, str]:
    """Return what the bytes of each file are called; where the disk says they are the same, none is read."""
    if shelf is None or not isinstance(files, Tree):
        return {path: names_of(files, path).ours for path in paths}
    last = shelf.get("names") or {}
    files.recall(last)
    names = {path: files.names(path).ours for path in paths}
    known = files.known_names()
    if known != last:
        shelf.put("names", known)
    return names


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
    return compact(document.value).decode(), entry.outline


def _kept(shelf: Shelf) -> dict[str, dict[str, Good | None]]:
    """Return what is known, by its part and its name."""
    kept: dict[str, dict[str, Good | None]] = {}
    for part in _PARTS:
        found = shelf.get(f"cases-{part}") or {"program": ""}
        if found["program"] == program():
            kept[part] = {name: tuple(good) if good else None for name, good in found["cases"].items()}
    return kept


def _keep(shelf: Shelf, part: str, cases: Mapping[str, Good | None]) -> None:
    """Keep what was found and nothing else: what was withdrawn must not lie there."""
    if cases:
        shelf.put(f"cases-{part}", {"program": program(), "cases": cases})
    else:
        shelf.drop(f"cases-{part}")


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".yaml")

"""Stage: files → Library, and the problems of reading them."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from whrin_site.load import amounts
from whrin_site.load.case_files import good_case, good_cases, read_case
from whrin_site.load.pictures import picture
from whrin_site.load.record_file import not_a_mapping, read_many, read_whole, told
from whrin_site.load.strangers import stranger, twins
from whrin_site.model.addresses import CASE_FILES
from whrin_site.model.library import Entry, Library, Picture, Words
from whrin_site.model.problems import Place, Problem, SiteError
from whrin_site.model.records import CaseStudy, Section
from whrin_site.model.settings import SiteSettings
from whrin_site.model.vocabulary import Alias, Note, Term
from whrin_site.tools import frontmatter_file, pofile, textfile, yamlfile
from whrin_site.tools.cache import Shelf as Cache
from whrin_site.tools.marked import M_
from whrin_site.tools.stand_in import STAND_IN

R = TypeVar("R")

_LOSES = {"duplicate-key", "yaml-key"}  # faults that take an entry away

ByLanguage = dict[str, dict[str, Entry[Section]]]

FAMILIES = (
    "kinds",
    "service-groups",
    "services",
    "populations",
    "approaches",
    "places",
    "content-notes",
    "glossary",
)
"""The files of the vocabulary that hold terms."""


def load(
    files: Mapping[str, bytes], kept: Cache | None = None, processes: int = 1
) -> tuple[Library | None, list[Problem]]:
    """Return what the files below `content/` hold, and every problem of reading them.

    There is no library when `content/site.yaml` itself cannot be read. What earlier builds have `kept`,
    and how many processes read, changes how long it takes, and nothing else. Raises SiteError
    when there is no such file at all.
    """
    if "content/site.yaml" not in files:
        raise SiteError(M_("There is no content/site.yaml here. Is this the folder of a directory?"))
    shelf = _Shelf()
    content = sorted(path for path in files if path.startswith("content/"))
    same = {problem.place.path: problem for problem in twins(content)}
    cases = [path for path in content if CASE_FILES.fullmatch(path) and path not in same]
    good = {
        path: entry
        for path, whole, values in good_cases(files, cases, kept, processes)
        if (entry := good_case(path, partial(files.__getitem__, path), whole, values))
    }
    for path in content:
        if path in same:
            shelf.refuse(same[path])
        elif path in good:
            shelf.cases[good[path].id] = good[path]
        else:
            shelf.put(path, files[path])
    return shelf.library(), shelf.problems


class _Shelf:
    """Takes the files one by one; each finds its reader by its path."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.broken: set[str] = set()
        self.unread: set[str] = set()
        self.site: Entry[SiteSettings] | None = None
        self.cases: dict[str, Entry[CaseStudy]] = {}
        self.sections: ByLanguage = {}
        self.pages: ByLanguage = {}
        self.vocabulary: dict[str, dict[str, Entry[Term]]] = {family: {} for family in FAMILIES}
        self.aliases: dict[str, Entry[Alias]] = {}
        self.notes: dict[str, Entry[Note]] = {}
        self.words: dict[str, Words] = {}
        self.schemas: dict[str, str] = {}
        self.pictures: dict[str, Picture] = {}

    def put(self, path: str, data: bytes) -> None:
        """Read one file into its place, or say what is wrong with it."""
        if path.startswith("content/images/"):
            self._picture(path, data)
            return
        before = len(self.problems)
        reader = self._reader(tuple(path.split("/")[1:]))
        if reader is None:
            self.refuse(stranger(path))
            return
        if too_large := amounts.of_file(path, data):
            self.refuse(too_large)
            return
        text, fault = textfile.decode(data)
        if data.startswith(BOM_UTF8):
            self._warn_of_mark(path)
        if fault:
            self.problems += told(path, (fault,))
            self.unread.add(path)
        else:
            reader(path, text)
        if any(problem.severity == "error" for problem in self.problems[before:]):
            self.broken.add(path)

    def refuse(self, problem: Problem) -> None:
        """Take a file that cannot be read at all as its problem."""
        self.problems.append(problem)
        self.unread.add(problem.place.path)

    def _warn_of_mark(self, path: str) -> None:
        message = M_("the file begins with an invisible mark (BOM), which is passed over; “UTF-8” has none")
        self.problems.append(Problem("byte-order-mark", message, Place(path), severity="warning"))

    def library(self) -> Library | None:
        """Return all that was put in, unless the settings are missing."""
        if self.site is None:
            return None
        return Library(
            site=self.site,
            cases=dict(sorted(self.cases.items(), key=lambda item: (item[1].record.order, item[0]))),
            sections=self.sections,
            pages=self.pages,
            vocabulary=self.vocabulary,
            aliases=self.aliases,
            notes=self.notes,
            words=self.words,
            broken=frozenset(self.broken | self.unread),
            unread=frozenset(self.unread),
            schemas=self.schemas,
            pictures=self.pictures,
        )

    def _reader(self, steps: tuple[str, ...]) -> Callable[[str, str], None] | None:
        match steps:
            case ("site.yaml",):
                return self._site
            case ("case-studies", name) if name.endswith(".yaml"):
                return self._case
            case ("paper", _, name) if name.endswith(".md"):
                return lambda path, text: self._section(self.sections, path, text)
            case ("pages", _, name) if name.endswith(".md"):
                return lambda path, text: self._section(self.pages, path, text)
            case ("vocabulary", "aliases.yaml"):
                return lambda path, text: self.aliases.update(self._many(Alias, path, text))
            case ("vocabulary", name) if name.removesuffix(".yaml") in FAMILIES and name.endswith(".yaml"):
                return lambda path, text: self.vocabulary[_stem(path)].update(self._many(Term, path, text))
            case ("notes", name) if name.endswith(".yaml"):
                return self._notes
            case ("words", name) if name.endswith(".po"):
                return self._words
            case ("schema", name) if name.endswith(".schema.json"):
                return self.schemas.__setitem__
            case ("translated-from" | "letters", name) if name.endswith(".txt"):
                return lambda path, text: None
            case (*_, "README.md"):
                return lambda path, text: None
        return None

    def _picture(self, path: str, data: bytes) -> None:
        made, problems = picture(path, data)
        self.problems += problems
        if made:
            self.pictures[path.removeprefix("content/images/")] = made
        else:
            self.unread.add(path)

    def _site(self, path: str, text: str) -> None:
        self.site = self._one(SiteSettings, path, yamlfile.parse(text))

    def _case(self, path: str, text: str) -> None:
        found, problems = read_case(path, yamlfile.parse(text))
        self.problems += problems
        for entry in self._found(path, found):
            self.problems += (too_much := list(amounts.of_case(entry)))
            self.cases[entry.id] = amounts.without_bodies(entry) if too_much else entry

    def _section(self, shelf: ByLanguage, path: str, text: str) -> None:
        file = frontmatter_file.split(text)
        language = path.split("/")[2]
        for entry in self._found(path, self._one(Section, path, file.front)):
            with_body = Entry(entry.id, path, entry.record, entry.places, (), file.body, file.body_line)
            self.problems += (too_much := list(amounts.of_section(with_body)))
            left = replace(with_body, body=STAND_IN) if too_much else with_body
            shelf.setdefault(language, {})[entry.id] = left

    def _notes(self, path: str, text: str) -> None:
        known = {name.lower() for name in self.notes}
        for name, entry in self._many(Note, path, text).items():
            if name.lower() in known:
                message = M_("there is a note “{id}” already")
                self.problems.append(Problem("repeated-id", message, entry.place_of_key(), {"id": name}))
                self.unread.add(path)
            else:
                self.notes[name] = entry
                known.add(name.lower())

    def _words(self, path: str, text: str) -> None:
        catalogue, faults = pofile.read(text, _stem(path))
        self.problems += told(path, faults)
        self.words[_stem(path)] = catalogue

    def _one(self, kind: type[R], path: str, document: yamlfile.Document) -> Entry[R] | None:
        entry, problems = read_whole(kind, path, _stem(path), document)
        self.problems += problems
        return entry

    def _many(self, kind: type[R], path: str, text: str) -> dict[str, Entry[R]]:
        document = yamlfile.parse(text)
        self.problems += told(path, document.faults)
        if any(fault.code in _LOSES for fault in document.faults):
            self.unread.add(path)
        if not isinstance(document.value, dict):
            self.unread.add(path)
            self.problems += () if document.faults else [not_a_mapping(path, document)]
            return {}
        entries, problems = read_many(kind, path, document)
        self.problems += problems
        return entries

    def _found(self, path: str, entry: Entry[R] | None) -> Iterator[Entry[R]]:
        if entry is None:
            self.unread.add(path)
        else:
            yield entry


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0]

"""What there is to read and to check, before anything is made of it: the stages load and check."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from whrin_site.check import check
from whrin_site.known import Good
from whrin_site.load import load
from whrin_site.model import addresses
from whrin_site.model.library import Library
from whrin_site.model.pairs import sources_of
from whrin_site.model.problems import Problem, SiteError, strictly
from whrin_site.model.texts import hash_of
from whrin_site.tools.cache import Shelf
from whrin_site.tools.history import versions
from whrin_site.tools.marked import M_
from whrin_site.tools.messages import Message, in_package, in_templates
from whrin_site.tools.source_tree import look_at
from whrin_site.translate.kept import kept


def sources(root: Path) -> Mapping[str, bytes]:
    """Return the files that make a site; case studies, which may be many, are not held in memory.

    Raises SiteError for those that cannot be read, now or when they are asked for.
    """
    try:
        return look_at(root, addresses.SOURCES, addresses.CASE_FILES, _unreadable)
    except OSError as error:
        raise _unreadable(error) from error


def _unreadable(error: OSError) -> SiteError:
    return SiteError(M_("Could not read {file}: {why}."), file=error.filename, why=error.strerror)


def examine(files: Mapping[str, bytes], strict: bool = False) -> tuple[Problem, ...]:
    """Return all problems of a tree of content, in the order of the files; `strict` makes them errors."""
    has_pages = any(path.startswith("templates/") for path in files)
    problems = examined(files, messages=interface_messages(files) if has_pages else ())[1]
    return strictly(problems) if strict else problems


def read(files: Mapping[str, bytes]) -> Library:
    """Return the content as far as it can be read. Raises SiteError where it cannot be read at all."""
    library, _ = load(files)
    if library is None:
        raise SiteError(M_("content/site.yaml has mistakes; `check` shows them."))
    return library


def interface_messages(files: Mapping[str, bytes]) -> tuple[Message, ...]:
    """Return the messages of the templates and of the program, which words/ translates."""
    package = Path(__file__).parent
    ours = (replace(found, path=f"src/{package.name}/{found.path}") for found in in_package(package))
    return (*in_templates(files), *ours)


def known_source(files: Mapping[str, bytes], root: Path, path: str, source_hash: str) -> str | None:
    """Return the source text that a translation was made from: as kept, or from the history of its file."""
    found = kept(files, source_hash)
    if found is not None:
        return found
    for data in versions(root, path):
        then, _ = load({"content/site.yaml": files["content/site.yaml"], path: data})
        for source in sources_of(then) if then else ():
            if hash_of(source) == source_hash:
                return source
    return None


def examined(
    files: Mapping[str, bytes],
    shelf: Shelf | None = None,
    processes: int = 1,
    messages: Iterable[Message] = (),
) -> tuple[Library | None, tuple[Problem, ...]]:
    """Return the library, if there is one, and all problems in the order of the files.

    The `messages` of the interface are looked for in the words of each language.
    """
    library, problems = load(files, shelf, processes)
    if library is not None:
        library = replace(library, messages=frozenset(message.singular for message in messages))
        good = Good(shelf, files) if shelf else None
        problems += check(library, tuple(problems), good.cases if good else (), processes)
        if good:
            good.remember(library, problems)
    return library, tuple(sorted(problems, key=lambda problem: (problem.place, problem.code)))

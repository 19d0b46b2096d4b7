"""Source texts as they were when they were translated, so that a change can be shown without a history.

Each is a file named after its hash. Nothing is lost with them but the word-by-word
difference: whether a translation is out of date is told by the hash alone.
"""

from collections.abc import Mapping

from whrin_site.model.library import Library
from whrin_site.model.pairs import pairs
from whrin_site.model.texts import PART, hash_of

FOLDER = "content/translated-from"
_BETWEEN = "\n%%\n"


def path_of(source_hash: str) -> str:
    """Return the file that keeps the source text of this hash."""
    return f"{FOLDER}/{source_hash}.txt"


def keep(source: str) -> tuple[str, bytes]:
    """Return the file that keeps a source text, and what stands in it."""
    return path_of(hash_of(source)), (source.replace(PART, _BETWEEN) + "\n").encode()


def kept(files: Mapping[str, bytes], source_hash: str) -> str | None:
    """Return the source text of this hash, if it is kept and has not been changed by hand."""
    data = files.get(path_of(source_hash))
    if data is None:
        return None
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").removesuffix("\n").replace(_BETWEEN, PART)
    return text if hash_of(text) == source_hash else None


def to_keep(library: Library) -> dict[str, bytes]:
    """Return the files that keep the source of each translation which is up to date."""
    return dict(
        keep(pair.source)
        for pair in pairs(library)
        if pair.translation and pair.translation.source_hash == hash_of(pair.source)
    )


def still_named(library: Library) -> frozenset[str]:
    """Return the files of all source texts that a translation still names."""
    named = (pair.translation.source_hash for pair in pairs(library) if pair.translation)
    return frozenset(path_of(source_hash) for source_hash in named if source_hash)

"""Earlier versions of a file, where git has kept them."""

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

_MOST = 200  # versions looked at; a translation that is older than that is written anew anyway


def versions(folder: Path, path: str) -> Iterator[bytes]:
    """Yield what stood in a file below a folder, newest first; nothing where there is no history of it."""
    listed = _git(folder, "log", f"--max-count={_MOST}", "--format=%H", "--", path)
    for commit in (listed or b"").decode().split():
        # Not `git show`: that would run the programs which a repository may name for its files.
        found = _git(folder, "cat-file", "blob", f"{commit}:./{path}")
        if found is not None:
            yield found


def tree(folder: Path, revision: str, paths: Iterable[str]) -> dict[str, bytes] | None:
    """Return the files at and below some paths of a revision, or None where git does not know it."""
    if revision.startswith("-"):
        return None
    listed = _git(folder, "ls-tree", "-r", "-z", revision, "--", *paths)
    if listed is None:
        return None
    entries = (line.partition("\t") for line in listed.decode(errors="replace").split("\0") if line)
    blobs = {path: kind.split()[2] for kind, _, path in entries if kind.split()[1] == "blob"}
    packed = _git(
        folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in blobs.values()).encode()
    )
    return dict(zip(blobs, _contents(packed or b""), strict=True))


def _contents(packed: bytes) -> Iterator[bytes]:
    """Yield the contents that `git cat-file --batch` has given, each behind a line that tells its length."""
    position = 0
    while position < len(packed):
        begins = packed.index(b"\n", position) + 1
        ends = begins + int(packed[position:begins].split()[2])
        yield packed[begins:ends]
        position = ends + 1


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    command = ["git", "-c", "core.fsmonitor=false", "--no-pager", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, input=given)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None

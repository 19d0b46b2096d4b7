"""What git knows of a folder, read from its files: nothing that a stranger's configuration names is run."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_REFERENCE = re.compile(r"refs/[\w./-]+")


def checked_out(root: Path) -> str | None:
    """Return the commit that is checked out in a folder, or None where none can be found."""
    try:
        return _commit(_git_folder(root))
    except (OSError, UnicodeDecodeError):
        return None


def blob_id(data: bytes) -> str:
    """Return the name that git gives these bytes, as `git hash-object` prints it."""
    return _object(b"blob", data)


def tree_id(blobs: Mapping[str, str]) -> str:
    """Return the name that git gives a tree of plain files, as `git rev-parse COMMIT:FOLDER` prints it.

    `blobs` are the names of the files' bytes, by path.
    """
    below: dict[str, dict[str, str]] = {}
    entries: dict[str, tuple[bytes, str]] = {}
    for path, blob in blobs.items():
        first, _, rest = path.partition("/")
        if rest:
            below.setdefault(first, {})[rest] = blob
        else:
            entries[first] = b"100644", blob
    for name, inside in below.items():
        entries[f"{name}/"] = b"40000", tree_id(inside)  # git sorts folders as if they ended so
    lines = (
        mode + b" " + name.rstrip("/").encode() + b"\0" + bytes.fromhex(found)
        for name, (mode, found) in sorted(entries.items(), key=lambda item: item[0].encode())
    )
    return _object(b"tree", b"".join(lines))


def _object(kind: bytes, data: bytes) -> str:
    # Git's own name for it, not a guard against anybody.
    return hashlib.sha1(b"%s %d\0%s" % (kind, len(data), data), usedforsecurity=False).hexdigest()


def _git_folder(root: Path) -> Path:
    place = root / ".git"
    if place.is_file():  # a worktree: the file names the folder
        return root / place.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
    return place


def _commit(folder: Path) -> str | None:
    head = (folder / "HEAD").read_text(encoding="utf-8").strip()
    if not head.startswith("ref:"):
        return head if _COMMIT.fullmatch(head) else None
    name = head.removeprefix("ref:").strip()
    if not _REFERENCE.fullmatch(name) or ".." in name:
        return None
    shared = folder / "commondir"
    common = folder / shared.read_text(encoding="utf-8").strip() if shared.is_file() else folder
    loose = common / name
    found = loose.read_text(encoding="utf-8").strip() if loose.is_file() else _packed(common, name)
    return found if found and _COMMIT.fullmatch(found) else None


def _packed(common: Path, name: str) -> str | None:
    lines = (common / "packed-refs").read_text(encoding="utf-8").splitlines()
    return next((line.split(" ")[0] for line in lines if line.endswith(f" {name}")), None)

"""Earlier versions of a file, where git has kept them."""

import subprocess
from collections.abc import Iterator
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


def _git(folder: Path, *arguments: str) -> bytes | None:
    command = ["git", "-c", "core.fsmonitor=false", "--no-pager", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None

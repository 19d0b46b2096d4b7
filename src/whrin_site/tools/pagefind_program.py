"""Pagefind's own program, at work in a temporary folder."""

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable  # type: ignore[import-untyped]


@contextmanager
def running(pages: Mapping[str, str]) -> Iterator[Callable[[], dict[str, bytes]]]:
    """Start Pagefind with these HTML pages, by name, and give what waits for its files, by path.

    It is ended when nobody waits for it. Raises OSError where it cannot be started or its files cannot
    be read, and CalledProcessError where it fails.
    """
    with TemporaryDirectory(prefix="search-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "pages", folder / "index"
        source.mkdir()
        for page, text in pages.items():
            (source / page).write_text(text, encoding="utf-8")
        with _started(folder, ["--site", str(source), "--output-path", str(target), "--silent"]) as process:
            try:
                yield lambda: _made(process, target)
            finally:
                process.kill()


def _started(folder: Path, options: list[str]) -> subprocess.Popen[bytes]:
    # Settings of another project must not change the search of this one.
    variables = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    command = [str(get_executable()), *options]
    return subprocess.Popen(
        command, cwd=folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def _made(process: subprocess.Popen[bytes], target: Path) -> dict[str, bytes]:
    said, _ = process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args, said)
    files = sorted(path for path in target.rglob("*") if path.is_file())
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in files}

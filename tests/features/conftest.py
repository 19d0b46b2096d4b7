"""What several files of these tests put in the place of another program."""

import os
from collections.abc import Callable

import pytest

from whrin_site.tools import pagefind_program


@pytest.fixture
def stand_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], None]:
    """Return what puts a shell script in the place of Pagefind."""
    if os.name == "nt":
        pytest.skip("the stand-in is a shell script")

    def put(script: str) -> None:
        program = tmp_path_factory.mktemp("stand-in") / "pagefind"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setattr(pagefind_program, "get_executable", lambda: program)

    return put

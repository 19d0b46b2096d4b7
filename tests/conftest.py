"""Puts the tests' own folder on the path, so that every test finds the kit; commands speak English."""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

# The messages of the commands are compared in English, whatever the terminal of the tester speaks.
os.environ["LC_ALL"] = "C.UTF-8"

import kit  # only now is it on the path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sources of a tiny site in a folder of their own."""
    return kit.place(tmp_path, kit.tree())

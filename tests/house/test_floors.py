"""Imports run downwards only: cli → serve → preview → pipeline → reading → stages → tools, model."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import ROOT

PACKAGE = ROOT / "src" / "whrin_site"
FLOORS = ("cli", "serve", "preview", "pipeline", "reading", "stage", "ground")
STAGES = (
    "load",
    "check",
    "link",
    "render",
    "index",
    "seal",
    "pack",
    "known",
    "write",
    "carry",
    "verify",
    "weigh",
    "schema",
    "translate",
    "due",
    "review",
    "draft",
)
GROUND = ("model", "tools")
MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.name != "__main__.py" and path.parent != PACKAGE
)
MODULES += sorted(path for path in PACKAGE.glob("*.py") if path.stem not in ("__init__", "__main__"))


def room(path: Path) -> str:
    """Return the name of the stage, tool or module that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def floor(name: str) -> int:
    kind = "stage" if name in STAGES else "ground" if name in GROUND else name
    return FLOORS.index(kind)


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("whrin_site."):
            yield node.module.split(".")[1]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_stands_below_it(path):
    here = room(path)
    others = {name for name in imported(path) if name != here}

    assert all(floor(name) > floor(here) for name in others), others


def test_the_tools_know_nothing_of_the_project_and_the_model_only_itself():
    for path in MODULES:
        if room(path) in GROUND:
            assert set(imported(path)) <= {room(path)}, path


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_says_what_it_is_for_and_stays_small(path):
    text = path.read_text(encoding="utf-8")

    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 260

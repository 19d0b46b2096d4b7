"""Problems as one JSON object for programs; docs/problems/formats.md describes it."""

import argparse
import json
from collections.abc import Mapping, Sequence

from whrin_site.cli.report.pages import page
from whrin_site.cli.tongue import current, translate
from whrin_site.cli.voice import aloud
from whrin_site.model.problems import Place, Problem

VERSION = 1
"""Grows when a key changes its meaning or goes; a new key does not change it."""


def report(options: argparse.Namespace, problems: Sequence[Problem]) -> None:  # noqa: ARG001 - as its family
    """Print the object."""
    errors = sum(problem.severity == "error" for problem in problems)
    aloud(
        json.dumps(
            {
                "version": VERSION,
                "language": current(),
                "errors": errors,
                "warnings": len(problems) - errors,
                "problems": [_problem(problem) for problem in problems],
            },
            ensure_ascii=False,
            indent=1,
        )
    )


def _problem(problem: Problem) -> Mapping[str, object]:
    return {
        **_place(problem.place),
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.text(translate),
        "meant": problem.meant,
        "also": [_place(place) for place in problem.also],
        "page": page(problem.code),
    }


def _place(place: Place) -> Mapping[str, object]:
    return {"path": place.path, "line": place.line, "column": place.column}

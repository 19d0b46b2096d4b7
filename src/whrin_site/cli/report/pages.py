"""Where the codes of problems are explained."""

from collections.abc import Iterable

from whrin_site.cli.tongue import current
from whrin_site.model.problems import Problem


def page(code: str) -> str:
    """Return the page that explains a code in the language that is spoken, from the root of the project."""
    return f"docs/problems/{current()}/{code}.md"


def pages(problems: Iterable[Problem]) -> list[str]:
    """Return the pages that explain these problems, each once."""
    return sorted({page(problem.code) for problem in problems})

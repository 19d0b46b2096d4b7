"""Questions on a terminal, for what no option has answered."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence

from whrin_site.model.problems import SiteError

Wrong = Callable[[str], str]
"""Tells what is wrong with an answer, or nothing."""


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal."""
    return sys.stdin.isatty()


def line(question: str, hint: str = "", proposed: str = "", wrong: Wrong = lambda answer: "") -> str:
    """Return an answer that is not empty and not wrong; an empty one takes what was proposed."""
    print(f"\n{question}")
    if hint:
        print(f"  {hint}")
    while True:
        answer = _typed(f"[{proposed}] > " if proposed else "> ").strip() or proposed
        why = wrong(answer) if answer else ""
        if answer and not why:
            return answer
        if why:
            print(f"  {why}")


def text(question: str, hint: str) -> str:
    """Return a text of several lines; a line with nothing but a full stop ends it."""
    print(f"\n{question}\n  {hint}")
    lines: list[str] = []
    while (typed := _typed("| ")) != "." or not any(lines):
        lines.append(typed)
    return "\n".join(lines)


def one_of(question: str, choices: Mapping[str, str], unknown: str) -> str:
    """Return the id of a choice; `choices` are labels by id, `unknown` is said of any other answer."""
    listed = "\n".join(_columns(f"{name} ({label})" for name, label in choices.items()))
    print(f"\n{question}\n{listed}")
    while (answer := _typed("> ").strip()) not in choices:
        if answer:
            print(f"  {unknown}")
    return answer


def _columns(items: Iterable[str]) -> list[str]:
    found: Sequence[str] = sorted(items)
    width = max(map(len, found)) + 2
    across = max(1, 96 // width)
    return [
        "  " + "".join(f"{item:{width}}" for item in found[n : n + across]).rstrip()
        for n in range(0, len(found), across)
    ]


def _typed(prompt: str) -> str:
    try:
        return input(prompt)
    except EOFError:
        raise SiteError("Stopped; nothing was written.") from None

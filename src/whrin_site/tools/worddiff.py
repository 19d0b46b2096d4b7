"""What changed between two texts, word by word."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_AROUND = 4  # words of the old text shown on each side of a change
_FEW = 2  # words between two changes that are better read as one


@dataclass(frozen=True, slots=True)
class Change:
    """Words taken out and put in at one place, and the words before and after it."""

    before: str
    removed: str
    added: str
    after: str

    @property
    def words(self) -> int:
        """How many words there are to change."""
        return max(len(self.removed.split()), len(self.added.split()))

    def __str__(self) -> str:
        marked = (f"[-{self.removed}-]" if self.removed else "", f"{{+{self.added}+}}" if self.added else "")
        return " ".join(filter(None, (self.before, *marked, self.after)))


def changes(old: str, new: str) -> Iterator[Change]:
    """Yield each change that makes the new text of the old one. Blanks and line ends do not count."""
    was, now = old.split(), new.split()
    for start, end, begin, stop in _spans(was, now):
        yield Change(
            before=" ".join(was[max(0, start - _AROUND) : start]),
            removed=" ".join(was[start:end]),
            added=" ".join(now[begin:stop]),
            after=" ".join(was[end : end + _AROUND]),
        )


def _spans(was: list[str], now: list[str]) -> list[tuple[int, int, int, int]]:
    """Return where the texts differ; two places with hardly a word between them are one."""
    spans: list[tuple[int, int, int, int]] = []
    for tag, start, end, begin, stop in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if spans and start - spans[-1][1] <= _FEW:
            start, begin = spans[-1][0], spans[-1][2]
            spans.pop()
        spans.append((start, end, begin, stop))
    return spans

"""Whatever an editor does to a file, the answer is a message with a place, or the site."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kit import BLOCK, HOUSE, tree

from whrin_site.pipeline import build

NOTE = """\
A1:
  actions: [S]
  on: [beginning]
  lines: [1]
  sic: true
  after:
    en: Words
  text:
    en: A note.
    ru: Примечание.
"""
SECTION = """\
---
title: Beginning
order: 1
status: source
notes: [A1]
passages:
  - starts: Слова
    language: ru
    rendering: Words.
---

Words of the *paper* with [a link](https://paper.example.org).

Слова документа.
"""
GOOD = tree({HOUSE: BLOCK, "content/notes/notes.yaml": NOTE, "content/paper/en/beginning.md": SECTION})
PATHS = [path for path in GOOD if path.startswith("content/") and not path.endswith(".po")]
SIGNS = "\t:-#'\"[]{}&*!|>%@`, \n\x00\u202e\ue000"


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, str]:
    """Return the path of a good file, and its text after one to three slips of the hand."""
    path = draw(st.sampled_from(PATHS))
    lines = GOOD[path].decode().splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 3))):
        number = draw(st.integers(0, len(lines) - 1))
        line = lines[number]
        column = draw(st.integers(0, len(line)))
        lines[number] = draw(
            st.sampled_from(
                [
                    "",
                    line + line,
                    "  " + line,
                    line.lstrip(" "),
                    line[: line.find(":") + 1] + "\n",
                    line[:column] + draw(st.sampled_from(SIGNS)) + line[column:],
                    line[:column] + line[column + 1 :],
                ]
            )
        )
    return path, "".join(lines)


@given(changed())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_slip_of_the_hand_is_a_message_with_a_place_in_the_file_or_harmless(change):
    path, text = change
    built = build(GOOD | {path: text.encode("utf-8", "surrogatepass")}, index=False)

    assert built.failed or "en/index.html" in built.files
    for problem in built.problems:
        assert str(problem).isprintable()
        assert problem.place.column >= 1
        if problem.place.path == path:
            assert 1 <= problem.place.line <= text.count("\n") + 2

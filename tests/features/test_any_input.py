"""Whatever an editor does to a file, the answer is a message with a place inside that file."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kit import BLOCK, HOUSE, tree

from whrin_site.pipeline import examine

LINES = BLOCK.splitlines(keepends=True)
SIGNS = "\t:-#'\"[]{}&*!|>%@`, \n"


@st.composite
def changed(draw: st.DrawFn) -> str:
    """Return a good file after one to three slips of the hand."""
    lines = list(LINES)
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
                    line[:column] + draw(st.sampled_from(SIGNS)) + line[column:],
                    line[:column] + line[column + 1 :],
                ]
            )
        )
    return "".join(lines)


@given(changed())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_slip_of_the_hand_is_a_message_with_a_place_in_the_file(text):
    problems = examine(tree({HOUSE: text or "\n"}))
    length = text.count("\n") + 1

    for problem in problems:
        assert problem.text()
        if problem.place.path == HOUSE:
            assert 1 <= problem.place.line <= length + 1
            assert problem.place.column >= 1

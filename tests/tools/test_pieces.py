"""A file joined from pieces has the same bytes, whatever of it the last one had."""

from hypothesis import given
from hypothesis import strategies as st

from whrin_site.model.pieces import Apart, Pieces

KEYS = st.lists(st.sampled_from("abcdefgh"), max_size=8)
AROUND = st.sampled_from([b"", b",", b",\n", b"x"])


def text(key: str) -> bytes:
    return key.encode() * (ord(key) - ord("a"))  # the first one is empty


def joined(head: bytes, keys: list[str], between: bytes, old: Apart) -> tuple[bytes, Apart, set[str]]:
    """Return the file, the file taken apart, and what had to be made."""
    made: set[str] = set()

    def make(key: str) -> bytes:
        made.add(key)
        return text(key)

    pieces = Pieces(lambda: (head, b"end"), tuple((key, key) for key in keys), make, between).join(old)
    data = b"".join(pieces.parts)
    return data, Apart.at(pieces.seams, data), made


@given(KEYS, KEYS, AROUND, AROUND, AROUND, AROUND)
def test_what_the_last_file_had_is_taken_from_it_in_any_order(before, after, head, between, head2, between2):
    _, old, _ = joined(head, before, between, Apart())

    data, apart, made = joined(head2, after, between2, old)

    assert data == head2 + between2.join(map(text, after)) + b"end"
    assert {key: data[slice(*span)] for key, span in apart.spans.items()} == {key: text(key) for key in after}
    assert made == set(after) - set(before)


@given(KEYS, KEYS)
def test_an_inner_part_is_found_again_wherever_its_piece_has_gone(before, after):
    def apart(keys: list[str], old: Apart) -> Apart:
        made: list[str] = []

        def make(key: str) -> bytes:
            made[:] = [key]
            return b"<" + text(key) + b">"

        def within() -> list[tuple[str, bytes]]:
            return [(f"inner {key}", text(key)) for key in made]

        items = tuple((key, key) for key in keys)
        pieces = Pieces(lambda: (b"[", b"]"), items, make, b",", within=within).join(old)
        data = b"".join(pieces.parts)
        return Apart.at(pieces.seams, data)

    found = apart(after, apart(before, Apart()))

    assert {key: found.part(f"inner {key}") for key in after} == {key: text(key) or None for key in after}


def test_of_a_file_that_is_gone_everything_is_made():
    pieces = Pieces(lambda: (b"[", b"]"), (("b", "b"), ("c", "c")), text, b",").join(Apart())
    data = b"".join(pieces.parts)

    assert Apart.at(pieces.seams, data).spans == {"b": (1, 2), "c": (3, 5)}
    assert Apart.at(pieces.seams, b"") == Apart()


def test_an_inner_part_that_leaves_its_piece_is_none():
    apart = Apart.at((0, 0, [["a", 3, ["b", 1, 2], ["c", 1, 3], ["d", -1, 1]]], ""), b"aaaaaa")

    assert apart.spans == {"a": (0, 3), "b": (1, 3)}

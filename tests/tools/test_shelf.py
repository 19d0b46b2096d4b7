"""What is kept between builds stays in its own folder."""

from pathlib import Path

import pytest

from whrin_site.tools.cache import Shelf


@pytest.mark.parametrize("linked", ["", "inner"], ids=["the folder above", "the folder itself"])
def test_a_folder_that_is_a_link_keeps_nothing_and_takes_nothing_along(tmp_path: Path, linked: str):
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "inner").mkdir(parents=True)
    above = tmp_path / "above"
    if linked:
        above.mkdir()
        (above / "inner").symlink_to(elsewhere / "inner")
    else:
        above.symlink_to(elsewhere)
    shelf = Shelf(above / "inner")

    shelf.put("pages", {"a": 1})
    with shelf.spool() as place:
        assert place is None

    assert shelf.get("pages") is None
    assert [path for path in elsewhere.rglob("*") if path.is_file()] == []


def test_what_was_put_there_is_found_again(tmp_path: Path):
    shelf = Shelf(tmp_path / "above" / "inner")

    shelf.put("pages", {"a": 1})

    assert shelf.get("pages") == {"a": 1}

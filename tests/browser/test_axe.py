"""axe finds nothing on any page: the Russian ones; the others stand in a file of their own."""

import pytest
from axe import found_on

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_on_any_page_in_russian(real, go):
    paths = sorted(path.relative_to(real).as_posix() for path in real.rglob("*.html"))
    paths = [path for path in paths if path.startswith("ru/")]

    assert len(paths) > 50
    assert found_on(go, paths) == []

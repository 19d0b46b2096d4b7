"""axe finds nothing on any page: English, and the pages above the languages."""

import pytest
from axe import found_on

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_outside_the_russian_pages(real, go):
    paths = sorted(path.relative_to(real).as_posix() for path in real.rglob("*.html"))
    paths = [path for path in paths if not path.startswith("ru/")]

    assert len(paths) > 50
    assert found_on(go, paths) == []

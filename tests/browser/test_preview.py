"""The preview in a real browser: it shows mistakes, keeps the last good page, and reloads by itself."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import HOUSE


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    command = [sys.executable, "-P", "-m", "whrin_site", "serve", "--port", "0", "--no-index"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield next(found[0] for line in server.stdout if (found := re.search(r"http://\S+/", line)))
        server.terminate()


def test_a_page_follows_what_is_saved(root, address, browser):
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{address}en/case-studies/house.html")
    file = root / HOUSE
    good = file.read_text(encoding="utf-8")

    file.write_text(good.replace("id: naloxone", "id: nalokson"), encoding="utf-8")
    page.get_by_text("no service is called “nalokson”").wait_for()
    assert page.locator("h1").inner_text() == "House"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, "the whole message can be read"

    file.write_text(good.replace("name: House", "name: Harbour"), encoding="utf-8")
    page.locator("h1", has_text="Harbour").wait_for()
    assert not page.get_by_text("nalokson").count()
    page.close()

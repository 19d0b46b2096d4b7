"""A good site, and the table of mistakes that people make in it: one file each."""

from pathlib import Path
from typing import Any

import yaml

from whrin_site.tools.disk import read_tree

FOLDER = Path(__file__).parent / "features" / "mistakes"
GOOD = read_tree(FOLDER / "good", ("content",))
MISTAKES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FOLDER.glob("kinds/*")}


def spoilt(mistake: dict[str, Any]) -> dict[str, bytes]:
    """Return the good site with one mistake in it."""
    text = GOOD.get(mistake["in"], b"").decode()
    for change in mistake.get("changes", ()):
        assert change["was"] in text
        text = text.replace(change["was"], change["now"], 1)
    text = mistake.get("all", text)
    data = text.encode(mistake.get("encoding", "utf-8"), "replace")
    files = {**GOOD, mistake.get("as", mistake["in"]): data}
    if mistake.get("all") == "" and mistake.get("gone"):
        del files[mistake["in"]]
    return files

"""Write the inline scripts of pages into a folder, each into a file: `inline.py FOLDER PAGE …`."""

import re
import sys
from pathlib import Path

folder, *pages = map(Path, sys.argv[1:])
for page in pages:
    scripts = re.findall(r"<script>(.*?)</script>", page.read_text(encoding="utf-8"), re.DOTALL)
    if not scripts:
        sys.exit(f"{page} has no inline script.")
    for number, script in enumerate(scripts):
        (folder / f"{page.stem}-{number}.js").write_text(script, encoding="utf-8")

"""How much is read of anything: no file may keep a build busy, or fill the memory.

`docs/limits.md` tells editors, and what the worst inputs within these bounds cost.
"""

TEXT_FILE = 500_000
"""Bytes of a text file among the content."""

LINE = 50_000
"""Bytes of one line in such a file."""

ANY_FILE = 20_000_000
"""Bytes of a file that is read at all, such as a picture."""

FILES, ALL_FILES = 50_000, 300_000_000
"""Number and bytes of all files together."""

YAML_BRACKETS = 500
"""Brackets and braces that are open at once in a YAML file; far below what libyaml's own stack bears."""

YAML_DEPTH = 12
"""Lists and groups inside one another in a YAML file."""

YAML_MENDINGS = 10
"""Mistakes of one file that are no YAML, and that are told in one pass."""

MARKDOWN = 20_000
"""Characters of one Markdown text."""

MARKDOWN_LINES = 2_000
"""Lines of one Markdown text."""

BRACKETS = 200
"""Opening square brackets in one Markdown text."""

CELLS = 2_000
"""Upright bars, which part the cells of tables, in one Markdown text."""

DEFINITIONS = 200
"""Definitions, which begin with a colon, in one Markdown text."""

RUN = 120
"""The same character in a row in a Markdown text."""

DEPTH = 8
"""Quotations and lists inside one another in a Markdown text."""

PIXELS = 50_000_000
"""Width times height of a picture among the content."""

SHOWN_PICTURE = 18_000
"""Bytes of a picture as it is published, where that can be done; a page may weigh 40 kB with all it loads."""

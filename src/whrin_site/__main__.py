"""`python -m whrin_site`: the same as `whrin-site`."""

import os
import sys
from contextlib import suppress

from whrin_site.cli import main

code = main()
for stream in (sys.stdout, sys.stderr):
    with suppress(OSError):  # nobody listens any more
        stream.flush()
# All that was to be tidied up is. Python would take what is in memory apart piece by piece, which takes as
# long as a sixth of an edit.
os._exit(code)

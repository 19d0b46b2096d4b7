"""`python -m whrin_site`: the same as `whrin-site`."""

import sys

from whrin_site.cli import main

sys.exit(main())

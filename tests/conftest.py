"""Puts the tests' own folder on the path, so that every test finds the kit; commands speak English."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

# The messages of the commands are compared in English, whatever the terminal of the tester speaks.
os.environ["LC_ALL"] = "C.UTF-8"

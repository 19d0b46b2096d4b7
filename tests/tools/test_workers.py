"""Processes that work for another one end with it."""

import subprocess
import sys

import pytest

WORK = """
import os, time
from whrin_site.tools.workers import spread

def work(number):
    os.write(1, b".")
    time.sleep(3_600)

list(spread(work, 2, 2, at_once=1))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does it all")
def test_no_process_is_left_when_the_first_one_is_killed():
    first = subprocess.Popen([sys.executable, "-P", "-c", WORK], stdout=subprocess.PIPE, text=True)
    assert first.stdout
    assert first.stdout.read(2) == ".."
    first.kill()

    said, _ = first.communicate(timeout=30)  # which ends when nobody holds its other end any more

    assert said == ""

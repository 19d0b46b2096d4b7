"""What the operating system can do, and Python has no name for."""

import ctypes
from typing import Any


def of_the_system(name: str) -> Any:
    """Return a function of the C library, which sets `ctypes.get_errno`, or None where it has no such one."""
    try:
        return getattr(ctypes.CDLL(None, use_errno=True), name)
    except (AttributeError, OSError, TypeError):
        return None

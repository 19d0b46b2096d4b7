"""Exit codes, as the help explains them."""

import signal

OK, PROBLEMS, CANNOT = 0, 1, 3
TERMINATED = 128 + signal.SIGTERM

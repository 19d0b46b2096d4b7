"""Exit codes, as the help explains them."""

import signal

OK, PROBLEMS, MISUSED, CANNOT, FOREIGN = 0, 1, 2, 3, 4
TERMINATED = 128 + signal.SIGTERM

"""Exit codes, as the help explains them."""

import signal

OK, PROBLEMS, CANNOT, FOREIGN = 0, 1, 3, 4
TERMINATED = 128 + signal.SIGTERM

"""The same work done by several processes at once."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from whrin_site.tools.system import of_the_system

R = TypeVar("R")

_WHEN_THE_FIRST_ENDS = 1  # PR_SET_PDEATHSIG of prctl(2)

_AT_ONCE = 32  # pieces of work, each of about a millisecond, that a process takes at a time

# Whatever a process looks at becomes a copy of its own, since Python counts its references. After so many
# pieces, or up to half as many again, new processes go on, which have no copies yet.
_RENEWED = 2_500

_work: Callable[[int], Any] | None = None


def processors() -> int:
    """Return how many processes can work at once here.

    One where the system cannot split a process in two as it stands (Windows; macOS does not do it safely),
    and where other threads run, which would not come along.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def spread(work: Callable[[int], R], pieces: int, processes: int, at_once: int | None = None) -> Iterator[R]:
    """Yield what the work makes of each number below `pieces`, in their order.

    A process takes so many pieces `at_once`; where two of them would not get as much, the work is done in
    this one. What it raises in another process is raised here. The work may use all that stands in
    memory, and hands back only what it returns.
    """
    if processes < 2 or pieces < 2 * (step := at_once or _AT_ONCE):
        yield from map(work, range(pieces))
        return
    import gc

    global _work
    _work = work
    gc.freeze()  # the copies share what nobody touches
    try:
        size = -(-pieces // max(1, round(pieces / _RENEWED)))
        for start in range(0, pieces, size):
            yield from _shared(range(start, min(start + size, pieces)), processes, step)
    finally:
        gc.unfreeze()
        _work = None


def _shared(numbers: range, processes: int, at_once: int) -> Iterator[Any]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    fork, pool = multiprocessing.get_context("fork"), None
    made: Iterator[Any]
    try:
        try:
            pool = ProcessPoolExecutor(processes, fork, initializer=_begin, initargs=(os.getpid(),))
            made = pool.map(_piece, numbers, chunksize=at_once)
        except OSError:  # the system has no more processes, or no more handles for them
            made = map(_piece, numbers)
        yield from made
    finally:
        if pool:
            pool.shutdown(cancel_futures=True)
        # Where not all could be started, those that were wait for work. SIGTERM might be lost on one
        # that is just about to choose what it does about it.
        for left in multiprocessing.active_children():
            left.kill()


def _begin(first: int) -> None:
    # Ctrl-C reaches all processes of a terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # Where it is killed, nobody would: the others would wait for ever for work.
    if prctl := of_the_system("prctl"):
        prctl(_WHEN_THE_FIRST_ENDS, signal.SIGKILL)
    if os.getppid() != first:
        os._exit(1)


def _piece(number: int) -> Any:
    assert _work is not None
    return _work(number)

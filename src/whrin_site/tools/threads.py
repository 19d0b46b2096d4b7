"""Work that mostly waits for the disk, done in several threads."""

from collections.abc import Callable, Iterable
from threading import Event, Thread
from typing import TypeVar

T = TypeVar("T")


def at_once(work: Callable[[T], object], groups: Iterable[Iterable[T]]) -> None:
    """Do the work on all items: those of a group one after the other, the groups at the same time.

    What it raises for one item is raised here, and nothing more is begun. All threads have ended then,
    also where this one, which takes the last group, is interrupted. Where the system has no more threads,
    it does the rest.
    """
    stop, raised, threads = Event(), list[BaseException](), list[Thread]()

    def run(group: Iterable[T]) -> None:
        try:
            for item in group:
                if stop.is_set():
                    return
                work(item)
        except BaseException as error:  # noqa: BLE001 -- raised again in the thread that waits
            stop.set()
            raised.append(error)

    *others, own = [*groups] or [()]
    try:
        for group in others:
            thread = Thread(target=run, args=(group,))
            try:
                thread.start()
            except RuntimeError:
                run(group)
            else:
                threads.append(thread)
        run(own)
        for thread in threads:
            thread.join()
    except BaseException:
        stop.set()
        for thread in threads:
            thread.join()
        raise
    if raised:
        raise raised[0]

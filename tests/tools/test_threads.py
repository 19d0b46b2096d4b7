"""Work in several threads is done whole, or ended whole."""

import threading
from threading import Thread

import pytest

from whrin_site.tools.threads import at_once

GROUPS = [["a", "b"], [], ["c"], ["d", "e", "f"]]


def no_threads(_):
    raise RuntimeError("can't start new thread")


@pytest.mark.parametrize("start", [Thread.start, no_threads], ids=["threads", "no threads left"])
def test_the_work_is_done_on_each_item(monkeypatch, start):
    monkeypatch.setattr(Thread, "start", start)
    done: list[str] = []

    at_once(done.append, GROUPS)

    assert sorted(done) == list("abcdef")
    assert [item for item in done if item in "def"] == list("def")


def test_where_there_are_no_groups_there_is_nothing_to_do():
    at_once(pytest.fail, [])


def test_groups_are_worked_on_at_the_same_time():
    met = threading.Barrier(2)

    at_once(lambda _: met.wait(10), [["a"], ["b"]])


def test_what_is_raised_for_one_item_ends_the_others():
    failed, done, before = threading.Event(), [], threading.active_count()

    def work(item: str) -> None:
        if item == "bad":
            failed.set()
            raise OSError("full")
        assert failed.wait(10)
        done.append(item)

    with pytest.raises(OSError, match="full"):
        at_once(work, ["a" * 9_999_999, ["bad"]])

    assert len(done) < 9_999_999
    assert threading.active_count() == before


def interrupted(join, begun):
    """Return what waits for a thread, and is interrupted the first time."""
    interruptions = iter([KeyboardInterrupt])

    def wait(thread: Thread) -> None:
        assert begun.wait(10)
        for interruption in interruptions:
            raise interruption
        join(thread)

    return wait


def test_an_interruption_ends_the_threads(monkeypatch):
    begun, done, before = threading.Event(), [], threading.active_count()
    monkeypatch.setattr(Thread, "join", interrupted(Thread.join, begun))

    def work(item: str) -> None:
        begun.set()
        done.append(item)

    with pytest.raises(KeyboardInterrupt):
        at_once(work, ["a" * 9_999_999, []])

    assert 0 < len(done) < 9_999_999
    assert threading.active_count() == before

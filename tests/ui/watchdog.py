"""Tells when something keeps the window's thread busy for too long."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractEventDispatcher

#: Seconds of its own time that the thread may be kept; its waiting is not counted.
LIMIT = 0.1
#: Times a loop is run to see how fast the machine is now, and its usual seconds.
_TURNS, _USUAL = 200_000, 0.005


class Watchdog:
    """Notes how long the thread worked between two looks at its events."""

    def __init__(self) -> None:
        self.doing = ""
        self.late: list[str] = []
        self._at = time.thread_time()

    def look(self) -> None:
        taken = time.thread_time() - self._at
        slower = slowness() if taken > LIMIT else 1.0
        if taken > LIMIT * slower:
            self.late.append(f"{self.doing}: {taken:.3f} s, machine {slower:.1f} x")
        self._at = time.thread_time()


@contextmanager
def watched() -> Iterator[Watchdog]:
    """Watch the thread; fail where anything kept it longer than the limit.

    A machine whose cores are shared is slower: by how much is seen right then.
    """
    dispatcher = QAbstractEventDispatcher.instance()
    dog = Watchdog()
    signals = dispatcher.awake, dispatcher.aboutToBlock
    for signal in signals:
        signal.connect(dog.look)
    try:
        yield dog
        dog.look()
    finally:
        for signal in signals:
            signal.disconnect(dog.look)
    assert not dog.late, f"kept the window's thread: {dog.late}"


def slowness() -> float:
    """How much slower than usual this thread is now, at least 1."""
    taken = []
    for _ in range(5):
        begun = time.thread_time()
        for _ in range(_TURNS):
            pass
        taken.append(time.thread_time() - begun)
    return max(1.0, sorted(taken)[2] / _USUAL)

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
        self.slow: list[tuple[str, float]] = []
        self._at = time.thread_time()

    def look(self) -> None:
        now = time.thread_time()
        taken, self._at = now - self._at, now
        if taken > LIMIT:
            self.slow.append((self.doing, taken))


@contextmanager
def watched() -> Iterator[Watchdog]:
    """Watch the thread; fail where anything kept it longer than the limit.

    A machine whose cores are shared is slower: what it took is divided by that.
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
    slower = slowness() if dog.slow else 1.0
    late = [(what, taken) for what, taken in dog.slow if taken > LIMIT * slower]
    assert not late, f"kept the window's thread: {late}, the machine {slower:.1f} x"


def slowness() -> float:
    """How much slower than usual this thread is now, at least 1."""
    taken = []
    for _ in range(5):
        begun = time.thread_time()
        for _ in range(_TURNS):
            pass
        taken.append(time.thread_time() - begun)
    return max(1.0, sorted(taken)[2] / _USUAL)

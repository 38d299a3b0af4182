"""Kills a process at work, again and again, to see what its user would lose.

The child is forked, so it starts within milliseconds with everything imported.
It reports each piece of work once that is safe; the parent kills it at a random
moment (SIGKILL: nothing can be tidied up), then looks at what is left.
"""

from __future__ import annotations

import os
import select
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

#: Called by the child with a word on what is now safe.
Reporter = Callable[[str], None]
Child = Callable[[Reporter], None]

#: Seconds after which a child that says nothing has failed.
_PATIENCE = 30.0
#: Seconds that a child works on after its first report, or as long as it took
#: to get there where that was longer.
_AT_WORK = 0.03
_FAILED = 1


@dataclass
class Process:
    """A forked child and what it has reported so far."""

    pid: int
    pipe: int
    reports: list[str] = field(default_factory=list)
    ended: bool = False

    def listen(self, seconds: float, *, until: int | None = None) -> None:
        """Collect reports for so long, or until there are so many."""
        end = time.monotonic() + seconds
        while not self.ended and (until is None or len(self.reports) < until):
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.pipe], [], [], left)[0]:
                return
            self._read()

    def kill(self) -> None:
        """Kill the child, and collect what it had still reported."""
        os.kill(self.pid, signal.SIGKILL)
        while not self.ended:
            self._read()
        _, status = os.waitpid(self.pid, 0)
        os.close(self.pipe)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) == _FAILED:
            raise AssertionError("\n".join(self.reports))

    def _read(self) -> None:
        """Take what is in the pipe; nothing in it means that its end is closed."""
        data = os.read(self.pipe, 65_536)
        self.ended = not data
        # A report is one write of less than PIPE_BUF, so never half a line.
        self.reports += data.decode().splitlines()


@contextmanager
def forked(child: Child) -> Iterator[Process]:
    """Run a child beside the test, and kill it at the end."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reading)
        _work(child, writing)
    os.close(writing)
    process = Process(pid, reading)
    try:
        yield process
    finally:
        process.kill()


@dataclass
class Kills:
    """How many children were killed, and how many of them amid their work."""

    rounds: int = 0
    amid_work: int = 0
    reports: int = 0


def kill_rounds(
    child: Child,
    rounds: int,
    survived: Callable[[list[str]], None],
    seed: int = 0,
) -> Kills:
    """Kill a child so many times; `survived` checks what it left each time.

    The child should find work for longer than it is let live. Every fourth is
    killed before its first report, to hit what it does until then. Fails where
    fewer than half of the kills come between a first and a last report.
    """
    random, kills = Random(seed), Kills()
    start = 0.0
    for number in range(rounds):
        began = time.monotonic()
        with forked(child) as process:
            if start and number % 4 == 0:
                process.listen(random.uniform(0, start))
            else:
                process.listen(_PATIENCE, until=1)
                start = time.monotonic() - began
                process.listen(random.uniform(0, max(start, _AT_WORK)))
            amid_work = bool(process.reports) and not process.ended
        kills.rounds += 1
        kills.amid_work += amid_work
        kills.reports += len(process.reports)
        survived(process.reports)
    if 2 * kills.amid_work < kills.rounds:
        raise AssertionError(f"too few of the kills came amid work: {kills}")
    return kills


def _work(child: Child, pipe: int) -> None:
    """Be the child, which never returns into the test that it was forked from."""
    try:
        child(lambda word: _write(pipe, word))
        status = 0
    except BaseException:  # noqa: BLE001  # the parent raises it
        _write(pipe, traceback.format_exc())
        status = _FAILED
    finally:
        os._exit(status)


def _write(pipe: int, word: str) -> None:
    """Send a line to the parent."""
    os.write(pipe, f"{word}\n".encode())

"""Long work beside the window: progress, cancel, and faults as problems."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from app.domain.problems import RefusedError

_PATIENCE = 2.0
#: Seconds that a thread works before another has its turn.
_TURN = 0.0005


class CancelledError(Exception):
    """Raised inside work that is no longer wanted; what it began rolls back."""


class Monitor:
    """What work says of itself, and learns: given to it, used in its thread."""

    def __init__(self, job: Job) -> None:
        """Speak for a job."""
        self._job = job

    def report(self, done: int, total: int) -> None:
        """Say how far it is; CancelledError where it is no longer wanted.

        Once all is done, a cancel comes too late.
        """
        self.check()
        self._job.settled = done >= total
        self._job.post(lambda: self._job.progress.emit(done, total))

    def check(self) -> None:
        """CancelledError where the work is no longer wanted."""
        if self._job.cancelling:
            raise CancelledError


#: Work that takes its time: never touches a widget, and returns its result.
Work = Callable[[Monitor], object]


class Job(QObject):
    """One piece of work; each signal arrives on the thread of the window.

    Exactly one of `done(result)`, `failed(Problems)`, `broken(exception)` and
    `cancelled` comes, then `ended`; none comes once its owner is gone.
    """

    done = Signal(object)
    failed = Signal(object)
    broken = Signal(object)
    cancelled = Signal()
    ended = Signal()
    progress = Signal(int, int)
    _posted = Signal(object)

    def __init__(self, owner: QObject, work: Work) -> None:
        """Begin; the owner is whoever wants the result."""
        super().__init__(owner)
        self._stop = threading.Event()
        self.settled = False
        self._work = work
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="job", daemon=True)

    def start(self) -> None:
        """Begin the work; called once."""
        self._thread.start()

    @property
    def cancelling(self) -> bool:
        """Whether the result is no longer wanted."""
        return self._stop.is_set()

    @property
    def running(self) -> bool:
        """Whether the work goes on."""
        return self._thread.is_alive()

    def cancel(self) -> None:
        """Stop wanting the result; the work ends at its next report or check."""
        self._stop.set()

    def wait(self, seconds: float) -> None:
        """Wait for the work to end, at most that long."""
        self._thread.join(seconds)

    def finish(self) -> None:
        """Wait for the work to end, and tell how it did before going on."""
        self._thread.join()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def post(self, call: Callable[[], None]) -> None:
        """Have something done on the thread of the window, from any thread."""
        if shiboken6.isValid(self):
            self._posted.emit(call)

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        """Do what was posted."""
        call()

    def _run(self) -> None:
        """Do the work, in its own thread, and post what it came to."""
        work = self._work
        # What it works with is often much, and is not needed once it is done.
        del self._work
        try:
            result = work(Monitor(self))
        except CancelledError:
            self.post(lambda: self._end(self.cancelled.emit))
        except RefusedError as refusal:
            problems = refusal.problems
            self.post(lambda: self._end(lambda: self.failed.emit(problems)))
        except Exception as bug:  # noqa: BLE001 - told on the window's thread
            broken = bug
            self.post(lambda: self._end(lambda: self._tell_bug(broken)))
        else:
            self.post(lambda: self._end(lambda: self._tell_done(result)))

    def _tell_done(self, result: object) -> None:
        """Hand over the result, unless it was cancelled in time."""
        if self.cancelling and not self.settled:
            self.cancelled.emit()
        else:
            self.done.emit(result)

    def _tell_bug(self, bug: Exception) -> None:
        """Say that the work broke, and let the program's own hook explain it."""
        self.broken.emit(bug)
        sys.excepthook(type(bug), bug, bug.__traceback__)

    def _end(self, tell: Callable[[], None]) -> None:
        """Tell how it ended, then that it ended."""
        tell()
        self.ended.emit()
        self.deleteLater()


class Jobs(QObject):
    """The one runner of long work: `run(self, work)` and connect what comes back.

        job = shared.jobs.run(self, lambda monitor: slow(path, monitor.report))
        job.done.connect(self._show)
        job.failed.connect(self._explain)

    Connect right after `run`: nothing is delivered before control goes back to Qt.
    """

    started = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing to do."""
        super().__init__(parent)
        # Work beside the window may hold it up no longer than this at a time.
        sys.setswitchinterval(_TURN)
        self._jobs: set[Job] = set()

    def run(self, owner: QObject, work: Work) -> Job:
        """Do work beside the window for an owner, and return it as a job."""
        job = Job(owner, work)
        self._jobs.add(job)
        gone = owner.destroyed.connect(lambda: self._abandon(job))
        # An owner that stays must not hold what each of its jobs worked with.
        job.ended.connect(lambda: QObject.disconnect(gone))
        job.ended.connect(lambda: self._forget(job))
        job.start()
        self.started.emit(job)
        return job

    @property
    def busy(self) -> bool:
        """Whether any work goes on."""
        return bool(self._jobs)

    def close(self) -> None:
        """Cancel everything and wait a little for it to roll back."""
        for job in self._jobs:
            job.cancel()
        for job in self._jobs:
            job.wait(_PATIENCE)

    def _abandon(self, job: Job) -> None:
        """Stop work that nobody waits for any longer."""
        job.cancel()
        self._forget(job)

    def _forget(self, job: Job) -> None:
        """Let a job go that has ended."""
        self._jobs.discard(job)
        if not self._jobs and shiboken6.isValid(self):
            self.idle.emit()

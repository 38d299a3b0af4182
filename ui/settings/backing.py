"""Backing up beside the window while it is open, and restoring."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.problems import Problems
from app.ports import Backup
from app.use_cases import backups
from ui.jobs import Job
from ui.shared import Shared

#: Between two backups, in milliseconds.
_EVERY: Final = 10 * 60 * 1_000


class Backing(QObject):
    """Backs up when asked and every ten minutes; a failure is told, no more."""

    #: The backups or the problem are others now.
    told = Signal()
    #: A backup's content took the place of what was there; what is to be told.
    restored = Signal(tuple)

    def __init__(self, shared: Shared, parent: QObject) -> None:
        """Begin to look after the database."""
        super().__init__(parent)
        self._shared = shared
        self._job: Job | None = None
        self.found: tuple[Backup, ...] = ()
        self.problems: Problems = ()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.back_up)
        self._timer.start()

    @property
    def newest(self) -> Backup | None:
        """The last backup that made itself and can be read."""
        good = (b for b in self.found if b.automatic and b.quotes is not None)
        return next(good, None)

    def back_up(self) -> None:
        """Back up what changed, unless the last time still goes on."""
        if self._job is not None:
            return
        workplace = self._shared.workplace
        job = self._run(
            self._shared.jobs.run(self, lambda _: backups.back_up(workplace))
        )
        job.done.connect(self._take)

    def restore(self, backup: Backup) -> None:
        """Take a backup's content, what is there being kept first."""
        if self._job is not None:
            self._job.ended.connect(lambda: self.restore(backup))
            return
        workplace = self._shared.workplace

        def work() -> backups.Restored:
            return backups.restore(workplace, backup.path)

        job = self._run(self._shared.jobs.run(self, lambda _: work()))
        job.done.connect(lambda done: self.restored.emit(done.notes))
        job.ended.connect(self.back_up)

    def _run(self, job: Job) -> Job:
        """Follow a job."""
        self._job = job
        job.failed.connect(self._explain)
        job.ended.connect(self._end)
        return job

    def _take(self, found: tuple[Backup, ...]) -> None:
        """Tell of the backups that there are."""
        self.found, self.problems = found, ()
        self.told.emit()

    def _explain(self, problems: Problems) -> None:
        """Tell why it could not be done."""
        self.problems = problems
        self.told.emit()

    def _end(self) -> None:
        """Make room for the next job."""
        self._job = None

"""A job under way: how far it is, and a way to stop it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.jobs import Job
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

#: Fewer than these are steps of the work, whose count says nothing to anyone.
_STEPS: Final = 10


class JobProgress(Translated):
    """Hidden while nothing runs; Cancel asks the job to end and roll back."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._shared = shared
        self._job: Job | None = None
        self._reads = False
        self._text = PlainLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._rows = PlainLabel()
        self._cancel = Button(shared.theme, "x")
        self._cancel.clicked.connect(self._stop)
        frame = QFrame()
        set_kind(frame, "panel")
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(16)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self._rows)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        self.retranslate()
        self.hide()

    def follow(self, job: Job, text: str, *, reads: bool = False) -> None:
        """Show a job until it ends, under words already translated.

        One that only reads has nothing to roll back: Cancel leaves it at once.
        """
        self._job, self._reads = job, reads
        self._text.setText(text)
        self._bar.setRange(0, 0)
        self._rows.clear()
        self._cancel.setEnabled(True)
        job.progress.connect(self._advance)
        job.ended.connect(lambda: self._leave(job))
        self.show()

    def retranslate(self) -> None:
        """Say the button in the language of now."""
        self._cancel.set_words(self._shared.language.gettext("Cancel"))
        self._bar.setAccessibleName(self._shared.language.gettext("Progress"))

    def _advance(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if total > _STEPS:
            number = self._shared.language.number
            self._rows.setText(f"{number(done)} / {number(total)}")

    def _stop(self) -> None:
        """Ask the job to end."""
        if self._job is not None:
            self._cancel.setEnabled(False)
            self._job.cancel()
            if self._reads:
                self._leave(self._job)

    def _leave(self, job: Job) -> None:
        """Hide when the job has ended, unless another one is shown by now."""
        if job is self._job:
            self._job = None
            self.hide()

"""A file for the partner alone: asked for, written beside the window, told of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.problems import error
from ui.alone import Alone
from ui.folders import remember_folder
from ui.jobs import Monitor
from ui.shared import Shared
from ui.widgets.banner import Banner


class PartnerFile(QObject):
    """Refuses while the customer looks on, and takes away what was asked or told.

    What is done or fails meanwhile is told once the partner is alone again.
    `begun` hands over the job that writes, for whoever shows how it goes.
    """

    begun = Signal(object)

    def __init__(self, shared: Shared, banner: Banner, parent: QWidget) -> None:
        """Tell in a page's banner what became of it."""
        super().__init__(parent)
        self._shared, self._banner = shared, banner
        self._asking: QFileDialog | None = None
        self._told = False
        self._alone = Alone(shared, self)
        shared.customer_view_changed.connect(self._withdraw)

    def ask(
        self,
        question: Callable[[], QFileDialog],
        write: Callable[[Path, Monitor], Path],
    ) -> None:
        """Ask where to, then write there in a thread.

        `write` is given the answer and returns where the file came to lie.
        """
        if self._shared.customer_view:
            self._banner.show_problems((error("partner_only"),))
            return
        self._asking = dialog = question()
        dialog.finished.connect(self._asked)
        dialog.fileSelected.connect(lambda name: self._write(Path(name), write))
        dialog.open()

    def _asked(self) -> None:
        """Forget the dialog, which goes by itself."""
        self._asking = None

    def _write(self, answer: Path, write: Callable[[Path, Monitor], Path]) -> None:
        """Write beside the window."""
        self._banner.clear()
        job = self._shared.jobs.run(self, lambda monitor: write(answer, monitor))
        job.done.connect(lambda path: self._end(lambda: self._tell(path)))
        job.failed.connect(
            lambda problems: self._end(lambda: self._banner.show_problems(problems))
        )
        self.begun.emit(job)

    def _end(self, tell: Callable[[], None]) -> None:
        """Tell how it ended, and that it is to be taken away from a customer."""

        def say() -> None:
            self._told = True
            tell()

        self._alone.tell(say)

    def _tell(self, path: Path) -> None:
        """Say where the file is."""
        remember_folder(self._shared, path)
        text = self._shared.language.gettext("Written: {path}")
        self._banner.show_written(text.format(path=path), (path,))

    def _withdraw(self, customer_looks_on: bool) -> None:
        """Take question and answer away from the customer's eyes."""
        if not customer_looks_on:
            return
        if self._asking is not None:
            self._asking.reject()
        if self._told:
            self._told = False
            self._banner.clear()

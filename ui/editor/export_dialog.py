"""Writing the PDFs: into which folder, in which languages, and where they are."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.domain.choices import Status
from app.domain.lifecycle import exact
from app.domain.problems import Problems
from app.use_cases.identity import missing
from app.use_cases.pricing import PricedQuote
from ui.editor.destination import Destination
from ui.editor.missing_notice import MissingNotice
from ui.editor.opening import Opened
from ui.editor.purpose import Purpose
from ui.folders import remember_folder
from ui.jobs import Job, Monitor
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.plain_label import PlainLabel


class ExportDialog(QDialog):
    """Asks where to, writes beside the window, then shows the paths."""

    written = Signal(object)
    #: The quote was handed over, or was to be: it may stand elsewhere now.
    issued = Signal()
    #: The key of the first setting that the paper lacks.
    settings_wanted = Signal(str)

    def __init__(
        self, shared: Shared, quote: PricedQuote, opened: Opened, parent: QWidget
    ) -> None:
        """Propose the quote's own language, and the folder of the last time.

        `opened` says what was handed over before.
        """
        super().__init__(parent)
        self._shared, self._quote, self._before = shared, quote, opened
        self.purpose = Purpose(shared, quote)
        hear_customer_key(self, shared)
        self._job: Job | None = None
        self._final = False
        self._paths: tuple[Path, ...] = ()
        own = quote.quote.proposal.language
        self._destination = Destination(shared, opened.issued or (own,))
        self.folder = self._destination.folder
        self.editions = self._destination.editions
        self._hold_closed()
        self._banner = Banner(shared)
        self._missing = missing(shared.workplace.settings)
        self.notice = MissingNotice(self._missing, shared.language)
        self.complete = Button(shared.theme, "settings")
        self._written = PlainLabel().wrapped()
        self.show_folder = Button(shared.theme, "folder-open")
        self.go = Button(shared.theme, "file-down", kind="primary")
        self.cancel = Button(shared.theme)
        self._arrange()
        self._say()
        self._listen()

    def _arrange(self) -> None:
        """Put the questions over the answer over the buttons."""
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.purpose)
        if self._before.lifecycle.frozen:
            self.purpose.hide()
        column.addWidget(self._destination)
        column.addWidget(self.notice)
        column.addWidget(self._banner)
        column.addWidget(self._written)
        buttons = QHBoxLayout()
        buttons.addWidget(self.show_folder)
        buttons.addWidget(self.complete)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column.addLayout(buttons)
        self._written.hide()
        self.show_folder.hide()
        self.complete.setVisible(bool(self._missing))

    def _say(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.setWindowTitle(_("Export the quote"))
        self.show_folder.set_words(_("Show in folder"))
        self.complete.set_words(_("Open the settings"))
        self.cancel.set_words(_("Cancel"))
        self.go.set_words(_("Write the PDFs"))

    def _listen(self) -> None:
        """Connect what can be clicked."""
        self.go.clicked.connect(self._write)
        self.go.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.complete.clicked.connect(self._complete)
        self.show_folder.clicked.connect(lambda: show_in_folder(self._paths))
        self._destination.changed.connect(self._allow)

    def _hold_closed(self) -> None:
        """Only while the quote is presented can another edition be handed over."""
        before = self._before
        closed = before.lifecycle.frozen and (
            before.lifecycle.status is not Status.PRESENTED
        )
        for edition, box in self.editions.items():
            box.setEnabled(edition in before.issued or not closed)

    def _allow(self) -> None:
        """Write only where a language is ticked and nothing is being written."""
        self.go.setEnabled(bool(self._destination.chosen) and self._job is None)

    def _complete(self) -> None:
        """Leave for the first setting that is missing; the quote is saved first."""
        self.reject()
        self.settings_wanted.emit(self._missing[0].where)

    def _write(self) -> None:
        """Write the PDFs beside the window."""
        editions, folder = self._destination.chosen, self._destination.path
        quote, workplace = self._quote, self._shared.workplace
        self._final = self._before.lifecycle.frozen or self.purpose.final
        final = self._final

        def work(_monitor: Monitor) -> object:
            # reportlab takes a while to import: the window was up before it.
            from app.use_cases.export import export  # noqa: PLC0415
            from app.use_cases.issuing import hand_over  # noqa: PLC0415

            if final:
                name = exact(quote.quote.proposal)
                return hand_over(workplace, name, editions, folder)
            return export(quote, editions, folder, workplace)

        self._banner.clear()
        self._job = self._shared.jobs.run(self, work)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._refuse)
        self._job.ended.connect(self._ended)
        self._allow()

    def _show(self, paths: tuple[Path, ...]) -> None:
        """Show where the PDFs are."""
        _ = self._shared.language.gettext
        self._paths = paths
        remember_folder(self._shared, paths[0])
        self.complete.hide()
        self.notice.hide()
        self._written.setText("\n".join(str(path) for path in paths))
        self._written.show()
        self._banner.show_good(_("The PDFs are written."))
        self.show_folder.show()
        self.show_folder.setFocus()
        self.cancel.set_words(_("Close"))
        self.go.hide()
        self.written.emit(paths)

    def _refuse(self, problems: Problems) -> None:
        """Say why nothing was written."""
        self._banner.show_problems(problems)

    def _ended(self) -> None:
        """Allow another try."""
        self._job = None
        self._allow()
        if self._final:
            self.purpose.hide()
            self.issued.emit()


def show_in_folder(paths: Sequence[Path]) -> None:
    """Open the folder that the first file lies in, at the file where it can be."""
    if not paths:
        return
    command = folder_command(paths[0], sys.platform)
    if command:
        subprocess.Popen(command)  # noqa: S603 - our own command, no shell
    else:
        folder = QUrl.fromLocalFile(str(paths[0].parent))
        QDesktopServices.openUrl(folder)


def folder_command(path: Path, platform: str) -> list[str]:
    """Return the command that shows a file in its folder; none where Qt does it."""
    if platform == "win32":
        return ["explorer", f"/select,{path}"]
    if platform == "darwin":
        return ["open", "-R", str(path)]
    return []

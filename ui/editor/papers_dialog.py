"""Writing papers of one kind: asked for, written beside the window, told of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.choices import Edition
from ui.editor.destination import Destination
from ui.editor.written_papers import WrittenPapers
from ui.folders import remember_folder
from ui.jobs import Job
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.growing import Growing

#: Writes files, in a thread of its own, and returns where they are.
Write = Callable[[], tuple[Path, ...]]
#: Returns what writes these editions into that folder.
Prepare = Callable[[list[Edition], Path], Write]


class PapersDialog(Growing):
    """Asks where to and in which languages, then offers the files."""

    written = Signal(object)

    def __init__(
        self,
        shared: Shared,
        title: str,
        own: Edition,
        prepare: Prepare,
        parent: QWidget,
        questions: QWidget | None = None,
    ) -> None:
        """Propose the quote's own language, and the folder of the last time.

        The title is a message; further questions of the kind come first.
        """
        super().__init__(parent)
        self._shared, self._prepare = shared, prepare
        self._job: Job | None = None
        self._closed_off = False
        self._title = title
        hear_customer_key(self, shared)
        self.destination = Destination(shared, (own,))
        self._banner = Banner(shared, within=True)
        self._written = 0
        self.papers = WrittenPapers(shared)
        self.go = Button(shared.theme, "file-down", kind="primary")
        self.cancel = Button(shared.theme)
        self._column = QVBoxLayout(self)
        self._questions: list[QWidget] = [questions] if questions else []
        self._questions.append(self.destination)
        self._arrange()
        self._say()
        self._listen()

    def close_off(self) -> None:
        """Let nothing be written: the questions say why, and no more is asked."""
        self._closed_off = True
        for widget in (self.destination, self.go):
            widget.hide()
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _arrange(self) -> None:
        """Put the questions over the answer over the buttons."""
        self._column.setContentsMargins(20, 18, 20, 16)
        self._column.setSpacing(10)
        for widget in (*self._questions, self._banner, self.papers):
            self._column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        self._column.addLayout(buttons)

    def _say(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.setWindowTitle(_(self._title))
        over = bool(self._written) or self._closed_off
        self.cancel.set_words(_("Close") if over else _("Cancel"))
        self.go.set_words(_("Write the files"))
        if self._written:
            said = self._shared.language.ngettext(
                "The file is written.", "The files are written.", self._written
            )
            self._banner.show_good(said)

    def _listen(self) -> None:
        """Connect what can be clicked."""
        self.go.clicked.connect(self._write)
        self.go.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.papers.buttons.told.connect(self._banner.show_good)
        self.destination.changed.connect(self._allow)

    def _allow(self) -> None:
        """Write only where a language is ticked and nothing is being written."""
        idle = self._job is None
        self.go.setEnabled(bool(self.destination.chosen) and idle)

    def _write(self) -> None:
        """Write beside the window."""
        work = self._prepare(self.destination.chosen, self.destination.path)
        self._banner.clear()
        self._job = self._shared.jobs.run(self, lambda _: work())
        self._job.done.connect(self._show)
        self._job.failed.connect(self._banner.show_problems)
        self._job.ended.connect(self._ended)
        self._allow()

    def _show(self, paths: tuple[Path, ...]) -> None:
        """Show where the files are, and what can be done with them."""
        remember_folder(self._shared, paths[0])
        self._written = len(paths)
        # They are answered, and what is offered now needs their room.
        for widget in self._questions:
            widget.hide()
        self.papers.show_paths(paths)
        self._say()
        self.go.hide()
        self.adjustSize()
        self.written.emit(paths)

    def _ended(self) -> None:
        """Allow another try."""
        self._job = None
        self._allow()

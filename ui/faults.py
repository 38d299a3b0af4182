"""What the user reads when the program itself is at fault."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app import PROGRAM
from ui.language import LanguageSwitch
from ui.widgets.file_dialog import add_close


class Faults(QObject):
    """Takes every exception that nobody caught, and says so in a plain sentence.

    From any thread; one message at a time, so that a fault in a loop stays one.
    """

    _told = Signal(str)

    def __init__(self, languages: LanguageSwitch, window: QWidget) -> None:
        """Stand in for Python's own reports until `restore`."""
        super().__init__(window)
        self._languages, self._window = languages, window
        self._box: QMessageBox | None = None
        self._hooks = sys.excepthook, threading.excepthook
        self._told.connect(self._show, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._take
        threading.excepthook = self._take_thread

    def restore(self) -> None:
        """Let Python report by itself again."""
        sys.excepthook, threading.excepthook = self._hooks

    def _take(
        self, kind: type[BaseException], bug: BaseException, at: TracebackType | None
    ) -> None:
        """Report as Python does, then tell the user."""
        if issubclass(kind, KeyboardInterrupt):
            return
        text = "".join(traceback.format_exception(kind, bug, at))
        sys.stderr.write(text)
        self._told.emit(text)

    def _take_thread(self, args: threading.ExceptHookArgs) -> None:
        """Report the fault of another thread."""
        if args.exc_value is not None:
            self._take(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _show(self, report: str) -> None:
        """Say what happened, what was kept, and what to do."""
        if self._box is not None:
            return
        _ = self._languages.current.gettext
        box = self._box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(_("Something went wrong"))
        box.setText(_("The program met a fault of its own."))
        box.setInformativeText(
            _(
                "Your saved quotes are safe. You can go on; if it happens again,"
                " close the program, open it again, and send us the report."
            )
        )
        copy = box.addButton(_("Copy the report"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: _copy(report))
        add_close(box, self._languages.current)
        box.finished.connect(self._closed)
        box.open()

    def _closed(self) -> None:
        """Be ready for the next fault."""
        if self._box is not None:
            self._box.deleteLater()
        self._box = None


def _copy(report: str) -> None:
    """Put the report and the versions on the clipboard; no customer's data."""
    versions = f"{PROGRAM} · Python {platform.python_version()} · {platform.platform()}"
    QGuiApplication.clipboard().setText(f"{versions}\n\n{report}")

"""What the user reads when the program itself is at fault."""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.language import LanguageSwitch
from ui.widgets.kind import set_kind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QMessageBox

# What is hardly ever needed is imported where it is.


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
        #: Whether the user asked for the program to begin anew once it has ended.
        self.restarting = False
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
        from ui.fault_report import report  # noqa: PLC0415

        sys.stderr.write("".join(traceback.format_exception(kind, bug, at)))
        self._told.emit(report(bug))

    def _take_thread(self, args: threading.ExceptHookArgs) -> None:
        """Report the fault of another thread."""
        if args.exc_value is not None:
            self._take(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _show(self, text: str) -> None:
        """Say what happened, what was kept, and what to do."""
        if self._box is not None:
            return
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

        from ui.widgets.customer_key import keep_customer_key  # noqa: PLC0415

        _ = self._languages.current.gettext
        box = self._box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(_("Something went wrong"))
        box.setText(_("The program met a fault of its own."))
        box.setInformativeText(
            _(
                "What the quote shows as saved is kept; only what was typed after"
                " that may be lost. You can go on; if it happens again, restart.\n\n"
                "The report names the place in the program, and no customer, no"
                " price and nothing that was typed: it can be sent as it is."
            )
        )
        self._add_buttons(box, text)
        keep_customer_key(box)
        box.finished.connect(self._closed)
        box.open()

    def _add_buttons(self, box: QMessageBox, text: str) -> None:
        """Offer to go on, to copy the report, and to restart."""
        _, role = self._languages.current.gettext, box.ButtonRole
        go_on = box.addButton(_("Go on"), role.RejectRole)
        copy = box.addButton(_("Copy the report"), role.ActionRole)
        # The message stays: who copies has not decided yet how to go on.
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: self._copy(copy, text))
        again = box.addButton(_("Restart"), role.DestructiveRole)
        again.clicked.connect(self._restart)
        set_kind(go_on, "primary")
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)

    def _copy(self, button: QAbstractButton, text: str) -> None:
        """Put the report on the clipboard, and say so."""
        QGuiApplication.clipboard().setText(text)
        button.setText(self._languages.current.gettext("Copied"))

    def _restart(self) -> None:
        """End; where something cannot be saved the window stays and says why."""
        self.restarting = self._window.close()

    def _closed(self) -> None:
        """Be ready for the next fault."""
        if self._box is not None:
            self._box.deleteLater()
        self._box = None

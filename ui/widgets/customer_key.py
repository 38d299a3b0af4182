"""The key of the customer view, where a dialog keeps it from the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from ui.shared import Shared

CUSTOMER_KEY: Final = "F9"


def hear_customer_key(dialog: QDialog, shared: Shared) -> None:
    """Let the key work in a dialog as it does in every page."""
    shortcut = QShortcut(QKeySequence(CUSTOMER_KEY), dialog)
    shortcut.activated.connect(lambda: shared.show_customer(not shared.customer_view))


def keep_customer_key(dialog: QDialog) -> None:
    """Let the key work in a dialog that knows of nobody but what it stands over."""
    window: QWidget = dialog
    while (above := window.parentWidget()) is not None:
        window = above
    if action := window.findChild(QAction, "customer_view"):
        dialog.addAction(action)

"""The key of the customer view, where a dialog keeps it from the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from ui.shared import Shared

CUSTOMER_KEY: Final = "F9"


def hear_customer_key(dialog: QDialog, shared: Shared) -> None:
    """Let the key work in a dialog as it does in every page."""
    shortcut = QShortcut(QKeySequence(CUSTOMER_KEY), dialog)
    shortcut.activated.connect(lambda: shared.show_customer(not shared.customer_view))

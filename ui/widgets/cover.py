"""What is the partner's alone, out of sight while a customer looks on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.shared import Shared
from ui.widgets.customer_key import CUSTOMER_KEY
from ui.widgets.plain_label import PlainLabel


class Cover(PlainLabel):
    """Stands in for all of a dialog; what was typed there stays, and comes back."""

    def __init__(self, dialog: QDialog, shared: Shared) -> None:
        """Take the place under all that the dialog holds by now."""
        super().__init__("", "quiet", dialog)
        self.wrapped()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shared, self._dialog = shared, dialog
        self._inside: list[QWidget] = []
        self._covered: list[QWidget] = []
        self._left: QWidget | None = None
        layout = dialog.layout()
        if layout is not None:
            layout.addWidget(self)
        self.hide()
        shared.customer_view_changed.connect(self._follow)
        self._follow(shared.customer_view)

    def _follow(self, watched: bool) -> None:
        """Cover the dialog, or show it as it was."""
        if watched == self.isVisibleTo(self._dialog):
            return
        if watched:
            self._cover()
        for each in self._inside:
            # What comes up meanwhile waits under the cover too.
            (each.installEventFilter if watched else each.removeEventFilter)(self)
        for each in self._covered:
            each.setVisible(not watched)
        self.setVisible(watched)
        # Qt leaves the keys to the last button, hidden as it is: Enter would press it.
        keyed = self._dialog if watched else self._left
        if keyed is not None:
            keyed.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back what is shown while a customer looks on."""
        shown = event.type() is QEvent.Type.ShowToParent
        if shown and isinstance(watched, QWidget):
            watched.hide()
            if watched not in self._covered:
                self._covered.append(watched)
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        """Remember what is seen, and say why it is not."""
        inside = self._dialog.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        self._inside = [e for e in inside if e is not self and not e.isWindow()]
        self._covered = [each for each in self._inside if not each.isHidden()]
        self._left = self._dialog.focusWidget()
        text = self._shared.language.gettext(
            "Hidden while a customer looks on. {key} shows it again as you left it."
        )
        self.setText(text.format(key=CUSTOMER_KEY))

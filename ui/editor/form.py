"""A small form in a dialog: fields under their labels, refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.shared import Shared
from ui.widgets.plain_label import PlainLabel

#: Returns the sentence that says what is wrong, '' where nothing is.
Check = Callable[[], str]
_WIDTH, _LONGEST, _TALL = 440, 1000, 64


class Form(QDialog):
    """Asks for a few values; `finished` tells, with `open` it blocks nothing else."""

    def __init__(self, shared: Shared, title: str, parent: QWidget) -> None:
        """Begin without a field."""
        super().__init__(parent)
        self.shared = shared
        self.check: Check = str
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._rows = QFormLayout()
        self._rows.setSpacing(10)
        self._wrong = PlainLabel(kind="error").wrapped()
        self._wrong.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(self._rows)
        column.addWidget(self._wrong)
        column.addWidget(self.buttons)

    def line(self, name: str, value: str = "", hint: str = "") -> QLineEdit:
        """Add a field of one line, shown from its beginning."""
        field = QLineEdit(value)
        field.setMaxLength(_LONGEST)
        field.setCursorPosition(0)
        field.setPlaceholderText(hint)
        self._add(name, field)
        return field

    def text(self, name: str, value: str = "") -> QPlainTextEdit:
        """Add a field of several lines."""
        field = QPlainTextEdit(value)
        field.setTabChangesFocus(True)
        # The sheet's own least height would let the field shrink to one line.
        field.setStyleSheet(f"min-height: {_TALL}px; max-height: {_TALL}px;")
        self._add(name, field)
        return field

    def choice(
        self, name: str, values: Sequence[tuple[str, str]], chosen: str
    ) -> QComboBox:
        """Add a choice between (value, words)."""
        field = QComboBox()
        for value, words in values:
            field.addItem(words, value)
        field.setCurrentIndex(max(field.findData(chosen), 0))
        self._add(name, field)
        return field

    def label(self, text: str) -> None:
        """Add a sentence."""
        self._rows.addRow(PlainLabel(text, "quiet").wrapped())

    def wide(self, widget: QWidget) -> None:
        """Add a widget over the whole width."""
        self._rows.addRow(widget)

    def accept(self) -> None:
        """Close, unless something is wrong: then say it."""
        wrong = self.check()
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        if not wrong:
            super().accept()

    def _add(self, name: str, field: QWidget) -> None:
        """Put a field beside its name."""
        label = PlainLabel(name)
        label.setBuddy(field)
        field.setAccessibleName(name)
        self._rows.addRow(label, field)

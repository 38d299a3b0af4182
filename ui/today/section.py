"""A part of the page: its name, its table, and a word beneath."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.plain_label import PlainLabel
from ui.widgets.read_table import ReadTable


class Section(QWidget):
    """Hides a table without rows; the note then says why."""

    def __init__(self, table: ReadTable) -> None:
        """Put a table under a name that is given later."""
        super().__init__()
        self._table = table
        self._name = PlainLabel("", "strong")
        self._note = PlainLabel("", "quiet").wrapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._name, table, self._note):
            column.addWidget(widget)

    def set_words(self, name: str, note: str = "") -> None:
        """Name it, and say what there is to say of it."""
        self._name.setText(name)
        self._table.setAccessibleName(name)
        self._table.setAccessibleDescription(note)
        self._table.setVisible(bool(self._table.model().rowCount()))
        self._note.setText(note)
        self._note.setVisible(bool(note))

"""One choice out of a few, all of them in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.widgets.kind import set_kind


class Segment(QToolButton):
    """One of the choices; as wide as its text in bold, so that nothing jumps."""

    def sizeHint(self) -> QSize:
        """Return the size of the text in its checked weight."""
        font = self.font()
        font.setBold(True)
        width = QFontMetrics(font).horizontalAdvance(self.text())
        hint = super().sizeHint()
        return QSize(max(hint.width(), width + 26), hint.height())


class Segments(QFrame):
    """Exclusive buttons in a row: `chosen(value)` when the user picks another.

    Qt moves the choice with the arrows, and Tab goes in and out as of one control.
    """

    chosen = Signal(str)

    def __init__(self, values: Sequence[str], parent: QWidget | None = None) -> None:
        """Begin with one button a value; give them their words by `set_texts`."""
        super().__init__(parent)
        set_kind(self, "segments")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._values = tuple(values)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(1)
        for number, _ in enumerate(self._values):
            button = Segment(self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(lambda at: self.chosen.emit(self._values[at]))
        self._group.idToggled.connect(self._let_in)
        self.choose(self._values[0])

    @property
    def value(self) -> str:
        """The choice of now."""
        return self._values[self._group.checkedId()]

    def choose(self, value: str) -> None:
        """Show a choice without telling of it."""
        self._group.button(self._values.index(value)).setChecked(True)

    def _let_in(self, at: int, on: bool) -> None:
        """Let Tab come to the choice of now, and to no other."""
        policy = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
        self._group.button(at).setFocusPolicy(policy)

    def set_texts(self, name: str, texts: Sequence[str]) -> None:
        """Name the whole and each choice."""
        self.setAccessibleName(name)
        for button, text in zip(self._group.buttons(), texts, strict=True):
            button.setText(text)
            button.setAccessibleName(f"{name}, {text}")

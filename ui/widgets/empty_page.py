"""What an empty page shows: what goes there, and one button that begins."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.plain_label import PlainLabel

_DRAWING = 40
_WIDTH = 420


class EmptyPage(QWidget):
    """A drawing, a heading, a sentence and one button; at most one more beneath."""

    begun = Signal()
    other = Signal()

    def __init__(
        self,
        shared: Shared,
        drawing: str,
        key: str = "",
        parent: QWidget | None = None,
        begin: str = "plus",
    ) -> None:
        """Begin without words; the page sets them. `begin` is drawn on the button."""
        super().__init__(parent)
        self._shared, self._drawing = shared, drawing
        self._picture = PlainLabel()
        self._heading = PlainLabel("", "title")
        self._text = PlainLabel("", "quiet").wrapped()
        self._text.setFixedWidth(_WIDTH)
        self._begin = Button(shared.theme, begin, kind="primary", key=key)
        self._other = Button(shared.theme)
        self._other.hide()
        self._arrange()
        self.setFocusProxy(self._begin)
        self._begin.clicked.connect(self.begun)
        self._other.clicked.connect(self.other)
        shared.theme_changed.connect(self._recolour)
        self._recolour()

    def set_words(self, heading: str, text: str, begin: str, other: str = "") -> None:
        """Say what goes here, how it begins, and what else can be done."""
        self._heading.setText(heading)
        self._text.setText(text)
        # In the middle of a column a label gets the height of one line only.
        self._text.setMinimumHeight(max(0, self._text.heightForWidth(_WIDTH)))
        self._begin.set_words(begin)
        self._other.set_words(other)
        self._other.setVisible(bool(other))

    def _arrange(self) -> None:
        """Put everything in the middle, a little above."""
        column = QVBoxLayout(self)
        column.setSpacing(self._shared.tokens.steps(3))
        column.addStretch(2)
        for label in (self._picture, self._heading, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(self._shared.tokens.steps(2))
        column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _recolour(self) -> None:
        """Draw in the colours of now."""
        ratio = self.devicePixelRatioF()
        quiet = self._shared.tokens.quiet
        self._picture.setPixmap(pixmap(self._drawing, quiet, _DRAWING, ratio))
        self._picture.setFixedSize(QSize(_DRAWING, _DRAWING))

"""A small form in a dialog: fields under their labels, refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.shared import Shared
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.figure_field import FigureField, is_figure
from ui.widgets.file_dialog import say_buttons
from ui.widgets.plain_label import PlainLabel

#: Returns the sentence that says what is wrong, '' where nothing is.
Check = Callable[[], str]
_WIDTH, _LONGEST, _TALL, _MARGIN = 440, 1000, 64, 20
#: How much of the screen's height a form may take; title bars need some.
_SHARE = 0.9


class Form(QDialog):
    """Asks for a few values; `finished` tells, with `open` it blocks nothing else."""

    def __init__(self, shared: Shared, title: str, parent: QWidget) -> None:
        """Begin without a field."""
        super().__init__(parent)
        self.shared = shared
        self._secret: list[QWidget] = []
        self.check: Check = str
        self._at_fault: QWidget | None = None
        #: What prices typed here are in; whoever opens the form knows.
        self.currency = ""
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._rows = QFormLayout()
        self._rows.setSpacing(10)
        self._wrong = PlainLabel(kind="error").wrapped()
        self._wrong.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        say_buttons(self.buttons, shared.language)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        hear_customer_key(self, shared)
        shared.customer_view_changed.connect(self._show_secrets)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 18, _MARGIN, 16)
        column.setSpacing(14)
        column.addWidget(_Scrolled(self._rows), 1)
        column.addWidget(self._wrong)
        column.addWidget(self.buttons)

    def line(self, name: str, value: str = "", hint: str = "") -> QLineEdit:
        """Add a field of one line, shown from its beginning."""
        field = FigureField(value) if is_figure(value) else QLineEdit(value)
        field.setMaxLength(_LONGEST)
        field.setCursorPosition(0)
        field.setPlaceholderText(hint)
        self.add(name, field)
        return field

    def text(self, name: str, value: str = "") -> QPlainTextEdit:
        """Add a field of several lines."""
        field = QPlainTextEdit(value)
        field.setTabChangesFocus(True)
        # The sheet's own least height would let the field shrink to one line.
        field.setStyleSheet(f"min-height: {_TALL}px; max-height: {_TALL}px;")
        self.add(name, field)
        return field

    def choice(
        self, name: str, values: Sequence[tuple[str, str]], chosen: str
    ) -> QComboBox:
        """Add a choice between (value, words)."""
        field = QComboBox()
        for value, words in values:
            field.addItem(words, value)
        field.setCurrentIndex(max(field.findData(chosen), 0))
        self.add(name, field)
        return field

    def keep_secret(self, field: QWidget) -> None:
        """Show a field only while no customer looks on; what it holds stays."""
        self._secret.append(field)
        self._show_secrets(self.shared.customer_view)

    def label(self, text: str) -> None:
        """Add a sentence."""
        self._rows.addRow(PlainLabel(text, "quiet").wrapped())

    def wide(self, widget: QWidget) -> None:
        """Add a widget over the whole width."""
        self._rows.addRow(widget)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the fields want, and begin."""
        self._fit()
        super().showEvent(event)
        self._begin()

    def _fit(self) -> None:
        """Be as high as the fields and what is said want, within the screen."""
        room = self.screen().availableGeometry().height()
        wanted = self.sizeHint()
        width = max(wanted.width(), self.width() if self.isVisible() else 0)
        self.resize(width, min(wanted.height(), round(room * _SHARE)))

    def _begin(self) -> None:
        """Begin at the first field that is empty, else at the first."""
        fields = [each for each in self.findChildren(QLineEdit) if each.isVisible()]
        empty = [each for each in fields if not each.text()]
        if fields:
            (empty or fields)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Close, unless something is wrong: then say it."""
        self._at_fault = None
        wrong = self.check()
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        if wrong:
            self._fit()
            self._go_to_fault()
        else:
            super().accept()

    def wrong(self, field: QWidget, text: str) -> str:
        """Return what is wrong with a field, if anything: keys go there next."""
        if text and self._at_fault is None:
            self._at_fault = field
        return text

    def _go_to_fault(self) -> None:
        """Let the next key mend what is wrong."""
        field = self._at_fault
        if field is None or not field.isVisible():
            return
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, QLineEdit):
            field.selectAll()

    def _show_secrets(self, watched: bool) -> None:
        """Hide or show what only the partner may see."""
        for field in self._secret:
            self._rows.setRowVisible(field, not watched)

    def add(self, name: str, field: QWidget) -> None:
        """Put a field beside its name."""
        label = PlainLabel(name)
        label.setBuddy(field)
        if not isinstance(field, QPlainTextEdit):
            # A form puts names at the top of their row.
            label.setMinimumHeight(field.sizeHint().height())
        field.setAccessibleName(name)
        self._rows.addRow(label, field)


class _Scrolled(QScrollArea):
    """As high as its rows where the screen has the room; else they scroll."""

    def __init__(self, rows: QFormLayout) -> None:
        """Put the rows inside."""
        super().__init__()
        self._inside = QWidget()
        rows.setContentsMargins(0, 0, 0, 0)
        self._inside.setLayout(rows)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(
            lambda _, most: rows.setContentsMargins(0, 0, 4 if most else 0, 0)
        )

    def sizeHint(self) -> QSize:
        """Return what the rows want: a sentence needs fewer lines than it says."""
        wanted = self._inside.sizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        room = max(wanted.width(), self.window().minimumWidth() - 2 * _MARGIN)
        height = self._inside.heightForWidth(room)
        return QSize(wanted.width() + bar, height if height >= 0 else wanted.height())

    def minimumSizeHint(self) -> QSize:
        """Return no more than few rows want: the buttons follow them."""
        return super().minimumSizeHint().boundedTo(self.sizeHint())

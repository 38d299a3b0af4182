"""The palette: a field over a list; Enter does what is chosen, Escape closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from ui.palette.matching import Choice, ranked
from ui.palette.painting import CHOICE, ROW_HEIGHT, ChoicePainter
from ui.shared import Shared
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel

_WIDTH, _MARGIN, _TOP = 620, 24, 48
#: What stands around the list: field, quiet line, margins.
_REST = 130
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QDialog):
    """Offers choices; once it is closed the chosen one is done.

    `choices` is given what is typed, and asked again when who looks on changes.
    """

    def __init__(
        self,
        shared: Shared,
        choices: Callable[[str], Sequence[Choice]],
        parent: QWidget,
    ) -> None:
        """Show the first choices, nothing being typed."""
        super().__init__(parent, Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shared, self._ask = shared, choices
        self._window_height = parent.height()
        self._frame = QFrame()
        self.field = QLineEdit()
        self.list = QListView()
        self.model = QStandardItemModel(self)
        self._quiet = PlainLabel(kind="small").wrapped()
        self._arrange()
        self._say()
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda _: self.accept())
        hear_customer_key(self, shared)
        shared.customer_view_changed.connect(self.refresh)
        self.refresh()
        self._over = parent
        self._place(parent)

    def refresh(self) -> None:
        """Offer what there is now to whoever looks on now."""
        self._find()

    @property
    def chosen(self) -> Choice | None:
        """The choice that Enter would do."""
        index = self.list.currentIndex()
        return index.data(CHOICE) if index.isValid() else None

    def done(self, result: int) -> None:
        """Close, and give the keys back also where no window manager does."""
        super().done(result)
        self._over.activateWindow()

    def accept(self) -> None:
        """Close, then do what is chosen; without a choice stay."""
        chosen = self.chosen
        if chosen:
            super().accept()
            chosen.do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list and choose from within the field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTERS:
                self.accept()
                return True
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                self._read_aloud()
                return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        """Put the field over the list over the quiet line."""
        set_kind(self._frame, "palette")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        # As high as what is found, again and again.
        around.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        around.addWidget(self._frame)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for widget in (self.field, self.list, self._quiet):
            column.addWidget(widget)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChoicePainter(self._shared, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def _say(self) -> None:
        """Name everything."""
        _ = self._shared.language.gettext
        self.setWindowTitle(_("Find and do"))
        self.setAccessibleName(_("Find and do"))
        self.field.setPlaceholderText(_("An action, a page, a quote, an item…"))
        self.field.setAccessibleName(_("Find and do"))
        self.list.setAccessibleName(_("What was found"))

    def _place(self, window: QWidget) -> None:
        """Stand in the middle of the upper half of the window."""
        width = min(_WIDTH, window.width() - 2 * _MARGIN)
        self._frame.setFixedWidth(width)
        middle = window.mapToGlobal(window.rect().center())
        top = window.mapToGlobal(window.rect().topLeft()).y() + _TOP
        self.move(middle.x() - width // 2, top)

    def _find(self) -> None:
        """Show what matches, the nearest chosen."""
        typed = self.field.text()
        found = ranked(self._ask(typed), typed)
        self.model.clear()
        for choice in found:
            item = QStandardItem(choice.title)
            item.setData(choice, CHOICE)
            spoken = filter(None, (choice.title, choice.detail, choice.side()))
            item.setData(", ".join(spoken), Qt.ItemDataRole.AccessibleTextRole)
            self.model.appendRow(item)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self._quieten(found)
        least = min(len(found), self._room() // ROW_HEIGHT)
        self.list.setFixedHeight(least * ROW_HEIGHT)
        self.list.setVisible(bool(found))
        self._read_aloud()

    def _room(self) -> int:
        """Return how high the list may be in this window."""
        return max(3 * ROW_HEIGHT, self._window_height - _TOP - _REST)

    def _quieten(self, found: Sequence[Choice]) -> None:
        """Say that nothing is found, or what is kept from the customer."""
        _, lines = self._shared.language.gettext, []
        if not found:
            lines.append(_("Nothing is called that. Try a shorter word."))
        if self._shared.customer_view:
            lines.append(_("Customer view: quotes are found by their number alone."))
        self._quiet.setText("\n".join(lines))
        self._quiet.setVisible(bool(lines))

    def _read_aloud(self) -> None:
        """Have the field say what Enter would do."""
        index = self.list.currentIndex()
        spoken = (
            index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
        )
        self.field.setAccessibleDescription(spoken or self._quiet.text())

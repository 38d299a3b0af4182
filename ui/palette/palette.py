"""The palette: a field over a list; Enter does what is chosen, Escape closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.palette.matching import Choice, ranked
from ui.palette.painting import CHOICE, ROW_HEIGHT, ChoicePainter
from ui.shared import Shared
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel

_WIDTH, _MARGIN, _TOP = 620, 24, 48
#: What stands around the list: field, quiet line, margins.
_REST = 130
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
#: A row is the same by all that is said of it, or else by its title.
_SAME = (_SPOKEN, Qt.ItemDataRole.DisplayRole)
_EXACTLY = Qt.MatchFlag.MatchExactly
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
#: They would lead out of it.
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
#: Losing the keys for these, the field has them back by itself.
_RETURNS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class Palette(QDialog):
    """Offers choices; once it is closed the chosen one is done.

    It stands inside the window: a window of its own would have the keys only after
    a while, and Qt drops what is typed until then. `choices` is given what is typed,
    and asked again when who looks on changes.
    """

    def __init__(
        self,
        shared: Shared,
        choices: Callable[[str], Sequence[Choice]],
        parent: QWidget,
    ) -> None:
        """Show the first choices, nothing being typed."""
        # Of the kinds of windows this one alone stays inside its parent.
        super().__init__(parent, Qt.WindowType.SubWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Its frame fills it: what lies below is not painted at each letter.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._shared, self._ask = shared, choices
        self._over = parent
        # There may be none, which Qt's stubs do not say.
        self._left: QWidget | None = parent.focusWidget()
        #: Keeps clicks from the window, and closes by them.
        self._veil = QWidget(parent)
        self._frame = QFrame()
        self.field = QLineEdit()
        self.list = QListView()
        self.model = QStandardItemModel(self)
        self._quiet = PlainLabel(kind="small").wrapped()
        self._arrange()
        self._say()
        self.field.textChanged.connect(self._find)
        self._watched = (self.field, self._veil, parent)
        for watched in self._watched:
            watched.installEventFilter(self)
        self.list.clicked.connect(lambda _: self.accept())
        shared.customer_view_changed.connect(self.refresh)
        self._place()
        self._veil.show()
        self.raise_()

    def refresh(self) -> None:
        """Offer what there is now to whoever looks on now; the same stays chosen."""
        was = [self.list.currentIndex().data(role) for role in _SAME]
        self._find()
        for role, text in zip(_SAME, was, strict=True):
            first = self.model.index(0, 0)
            if again := self.model.match(first, role, text, 1, _EXACTLY):
                self.list.setCurrentIndex(again[0])
                self._read_aloud()
                return

    @property
    def chosen(self) -> Choice | None:
        """The choice that Enter would do."""
        index = self.list.currentIndex()
        return index.data(CHOICE) if index.isValid() else None

    def done(self, result: int) -> None:
        """Close, and give the keys back to what had them."""
        for watched in self._watched:
            watched.removeEventFilter(self)
        self._veil.deleteLater()
        if self._left is not None and isValid(self._left):
            self._left.setFocus()
        super().done(result)

    def accept(self) -> None:
        """Close, then do what is chosen; without a choice stay."""
        chosen = self.chosen
        if chosen:
            super().accept()
            chosen.do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose from within the field, and follow the window."""
        kind = event.type()
        if watched is self._over:
            self._follow(kind)
        elif watched is self._veil:
            if kind is QEvent.Type.MouseButtonPress:
                self.reject()
        elif isinstance(event, QFocusEvent) and event.lostFocus():
            self._leave(event)
        elif isinstance(event, QKeyEvent) and kind is QEvent.Type.KeyPress:
            return self._choose(event)
        return False

    def _follow(self, kind: QEvent.Type) -> None:
        """Stand as the window does, and not under a dialog."""
        if kind is QEvent.Type.Resize:
            self._place()
        elif kind is QEvent.Type.WindowBlocked:
            self.reject()

    def _choose(self, event: QKeyEvent) -> bool:
        """Take the keys that the list wants."""
        if event.key() in _ENTERS:
            self.accept()
        elif event.key() in _MOVES:
            self.list.keyPressEvent(event)
            self._read_aloud()
        else:
            return event.key() in _TABS
        return True

    def _leave(self, event: QFocusEvent) -> None:
        """Close where another key has led elsewhere, and let it."""
        if event.reason() not in _RETURNS:
            self._left = None
            self.reject()

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

    def _place(self) -> None:
        """Stand in the middle of the upper half of the window."""
        window = self._over.rect()
        self._veil.setGeometry(window)
        width = min(_WIDTH, window.width() - 2 * _MARGIN)
        self._frame.setFixedWidth(width)
        self.move((window.width() - width) // 2, _TOP)
        self.refresh()

    def _find(self) -> None:
        """Show what matches, the nearest chosen."""
        typed = self.field.text()
        found = ranked(self._ask(typed), typed)
        self.model.clear()
        for choice in found:
            item = QStandardItem(choice.title)
            item.setData(choice, CHOICE)
            spoken = filter(None, (choice.title, choice.detail, choice.side()))
            item.setData(", ".join(spoken), _SPOKEN)
            self.model.appendRow(item)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self._quieten(found)
        least = min(len(found), self._room() // ROW_HEIGHT)
        self.list.setFixedHeight(least * ROW_HEIGHT)
        self.list.setVisible(bool(found))
        self._read_aloud()

    def _room(self) -> int:
        """Return how high the list may be in this window."""
        return max(3 * ROW_HEIGHT, self._over.height() - _TOP - _REST)

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
        spoken = index.data(_SPOKEN) if index.isValid() else ""
        self.field.setAccessibleDescription(spoken or self._quiet.text())

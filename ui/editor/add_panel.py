"""What can be added to the quote: searched, and added by Enter."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
)

from ui.editor.addable_cards import AddableCards
from ui.icons import icon
from ui.models.addables import Addable, addables, best
from ui.models.addables_model import ROW, AddablesModel
from ui.models.stock import Stock, Wanted
from ui.models.words import Reader
from ui.shared import Shared
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel

WIDTH = 232
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_PRESS = QEvent.Type.KeyPress
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AddPanel(QFrame):
    """A search field over a list; the arrows move in the list from the field."""

    wanted = Signal(object)
    search_changed = Signal()
    left = Signal()
    #: The SKU of what is to be a favourite, or no longer.
    starred = Signal(str)

    def __init__(self, shared: Shared) -> None:
        """Begin with nothing to add."""
        super().__init__()
        set_kind(self, "panel")
        self._shared = shared
        self._shown: tuple[Stock, Wanted, Reader] | None = None
        #: Whether lists that are not there yet are on their way.
        self._awaited = True
        #: The pack of which every option is shown.
        self._unfolded = ""
        self._last_click = QElapsedTimer()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.model = AddablesModel(self)
        self.list = QListView()
        self._cards = AddableCards(shared, self.list)
        self._cards.focused = self.search
        self._empty = PlainLabel(kind="quiet").wrapped()
        self._arrange()
        self._listen()
        self.restyle()

    def show_stock(self, stock: Stock, wanted: Wanted, reader: Reader) -> None:
        """Show what can be added, the chosen row kept where it still is there."""
        wanted = replace(wanted, unfolded=wanted.pack_id == self._unfolded)
        if self._shown == (stock, wanted, reader):
            return
        other_pack = self._shown is None or self._shown[1].pack_id != wanted.pack_id
        self._shown = (stock, wanted, reader)
        # Another pack's options come first: that is what is wanted next.
        before = None if other_pack else self._current()
        rows = addables(stock, wanted, reader)
        changed = self.model.show(rows)
        self._say_empty()
        if not changed:
            return
        keys = [row.key for row in rows if not row.heading]
        if before and before.key in keys:
            self._go_to(before.key)
        elif keys:
            self.list.scrollToTop()
            self._go_to(best(rows, wanted.search))

    def wait(self, *, ever: bool = True) -> None:
        """Show nothing, as nothing is known yet; or not `ever`, where that failed."""
        self._shown, self._awaited = None, ever
        self.model.show(())
        self._say_empty()

    def focus_search(self) -> None:
        """Begin to search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.search.setPlaceholderText(_("Add…  Ctrl+L"))
        self.search.setAccessibleName(_("Search what can be added"))
        self.list.setAccessibleName(_("What can be added"))
        self._say_empty()

    def _say_empty(self) -> None:
        """Say why nothing can be added, where that is so."""
        _, rows = self._shared.language.gettext, self.model.rows
        if self._shown is not None:
            text = _("Nothing is called that. Try a shorter word.")
        elif self._awaited:
            text = _("The lists are being read…")
        else:
            text = _("The lists cannot be read.")
        self._empty.setText(text)
        self._empty.setVisible(not rows)
        self.list.setVisible(bool(rows))

    def restyle(self) -> None:
        """Take the looks of now."""
        self._glass.setIcon(icon("search", self._shared.tokens.quiet))
        self.list.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list and add from within the search field; stars take clicks."""
        if isinstance(event, QMouseEvent) and watched is self.list.viewport():
            return self._on_star(event)
        if isinstance(event, QKeyEvent) and event.type() is _PRESS:
            return self._took(watched, event)
        return super().eventFilter(watched, event)

    def _took(self, watched: QObject, event: QKeyEvent) -> bool:
        """Do what a key means here; False where it means nothing."""
        if event.key() in _ENTERS:
            self._add(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() == Qt.Key.Key_D and event.modifiers() & _CONTROL:
            self._mark(self.list.currentIndex())
        elif event.key() in _MOVES and watched is self.search:
            self.list.keyPressEvent(event)
        else:
            return False
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap names anew."""
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()

    def _arrange(self) -> None:
        """Put the field over the list."""
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 6, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        view = self.list
        view.setModel(self.model)
        view.setItemDelegate(self._cards)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.verticalScrollBar().setSingleStep(24)
        self.retranslate()

    def _listen(self) -> None:
        """Search as it is typed, add what is activated."""
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.viewport().installEventFilter(self)
        self.list.clicked.connect(self._clicked)

    def _search(self) -> None:
        """Search, and go to what is nearest."""
        self.search_changed.emit()
        if self.search.text():
            self._go_to(best(self.model.rows, self.search.text()))

    def _add(self, index: QModelIndex) -> None:
        """Want what the index holds."""
        row: Addable | None = index.data(ROW) if index.isValid() else None
        if row and row.folded:
            self._unfold()
        elif row and not row.heading:
            self.search.setText("")
            self.wanted.emit(row)

    def _unfold(self) -> None:
        """Show every option of the pack, and go to the first that was not shown."""
        if self._shown is None:
            return
        stock, wanted, reader = self._shown
        before = {row.key for row in self.model.rows}
        self._unfolded = wanted.pack_id
        self.show_stock(stock, wanted, reader)
        new = (row.key for row in self.model.rows if row.key not in before)
        self._go_to(next(new, ""))

    def _mark(self, index: QModelIndex) -> None:
        """Want an item as a favourite, or no longer."""
        row: Addable | None = index.data(ROW) if index.isValid() else None
        if row and row.item:
            self.starred.emit(row.item.sku)

    def _on_star(self, event: QMouseEvent) -> bool:
        """Take a click on a star for itself: it adds nothing."""
        released = event.type() is QEvent.Type.MouseButtonRelease
        index = self.list.indexAt(event.position().toPoint())
        if not released or not index.isValid() or not index.data(ROW).item:
            return False
        hit = self._cards.star(self.list.visualRect(index)).contains(event.position())
        if hit:
            self._mark(index)
        return hit

    def _clicked(self, index: QModelIndex) -> None:
        """Add what is clicked; the second click of a double one adds no more."""
        soon = QApplication.doubleClickInterval()
        again = self._last_click.isValid() and self._last_click.elapsed() < soon
        if not again:
            self._add(index)
        # From now on: adding itself may take a while on a busy machine.
        self._last_click.start()

    def _leave(self) -> None:
        """Empty the search, or go to the quote where it is empty."""
        if self.search.text():
            # Unlike clear() it leaves the field nothing to undo.
            self.search.setText("")
        else:
            self.left.emit()

    def _current(self) -> Addable | None:
        """Return the chosen row."""
        index = self.list.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def _go_to(self, key: str) -> None:
        """Choose a row."""
        for place, row in enumerate(self.model.rows):
            if row.key == key and not row.heading:
                index = self.model.index(place)
                self.list.setCurrentIndex(index)
                return

"""The current lists, one card each, and where a file may be dropped."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ports import ListRecord
from app.use_cases.waiting import Coming
from ui.prices.list_card import list_card
from ui.prices.lists import ListSummary
from ui.prices.waiting_card import waiting_card
from ui.prices.watched_card import WatchedCard
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

_WIDEST = 760


class ListsView(Translated):
    """Cards over an invitation to import, or beside it where there is room."""

    asked = Signal()
    #: A ListSummary that is to be taken out of use.
    retire_wanted = Signal(object)
    #: The ListRecord of a waiting version that is to be looked at, or taken back.
    see_wanted = Signal(object)
    back_wanted = Signal(object)

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin without lists."""
        super().__init__(parent)
        self._shared = shared
        self._lists: tuple[ListSummary, ...] = ()
        self._loaded = False
        self._waiting: tuple[tuple[ListRecord, Coming | None], ...] = ()
        self._cards, self._later = QVBoxLayout(), QVBoxLayout()
        for cards in (self._cards, self._later):
            cards.setSpacing(12)
        self._heading, self._next = PlainLabel("", "strong"), PlainLabel("", "strong")
        self._none = PlainLabel("", "quiet").wrapped()
        self._drop = QFrame()
        set_kind(self._drop, "card")
        self._hint = PlainLabel("", "quiet").wrapped()
        self._choose = Button(shared.theme, "folder-open")
        self._choose.clicked.connect(self.asked)
        self.watched = WatchedCard(shared)
        self._inner = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._arrange()
        self.retranslate()

    def show_lists(self, lists: tuple[ListSummary, ...]) -> None:
        """Show the lists that count."""
        self._lists, self._loaded = lists, True
        self.retranslate()

    def show_waiting(
        self, waiting: tuple[tuple[ListRecord, Coming | None], ...]
    ) -> None:
        """Show the lists that wait, with what each changes once that is known."""
        self._waiting = waiting
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self._heading.setText(_("Prices that count today"))
        self._hint.setText(
            _(
                "Drop a price list (CSV or XLSX) here, or choose its file."
                " You see what it changes before anything is imported."
            )
        )
        self._choose.set_words(_("Choose a file…"))
        self._next.setText(_("Prices to come"))
        self._next.setVisible(bool(self._waiting))
        self._none.setText(
            _("No price list counts today: nothing can be quoted until one does.")
        )
        self._write_cards()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what comes in beside what counts, or below it where room is short."""
        super().resizeEvent(event)
        beside = self.width() >= 2 * _WIDEST
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._inner.setMaximumWidth(2 * _WIDEST if beside else _WIDEST)

    def _write_cards(self) -> None:
        """Write a card for each list that counts or waits."""
        shared = self._shared
        for cards in (self._cards, self._later):
            _empty(cards)
        self._none.setVisible(self._loaded and not self._lists)
        for summary in self._lists:
            retire = partial(self.retire_wanted.emit, summary)
            self._cards.addWidget(list_card(summary, shared, retire))
        for record, coming in self._waiting:
            see = partial(self.see_wanted.emit, record)
            back = partial(self.back_wanted.emit, record)
            self._later.addWidget(waiting_card(record, coming, shared, see, back))

    def _arrange(self) -> None:
        """Put everything in columns of a readable width."""
        row = QHBoxLayout(self._drop)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self._hint, 1)
        row.addWidget(self._choose)
        lists, arriving = QVBoxLayout(), QVBoxLayout()
        lists.addWidget(self._none)
        lists.addLayout(self._cards)
        lists.addWidget(self._next)
        lists.addLayout(self._later)
        arriving.addWidget(self._drop)
        arriving.addWidget(self.watched)
        self._sides.setSpacing(12)
        for side in (lists, arriving):
            side.setSpacing(12)
            self._sides.addLayout(side, 1)
            self._sides.setAlignment(side, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(20, 20, 20, 20)
        # Cards that change while another page is seen would be pressed together.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addLayout(self._sides)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)


def _empty(cards: QVBoxLayout) -> None:
    """Take every card away."""
    while cards.count():
        item = cards.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()

"""The current lists, one card each, and where a file may be dropped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.prices.list_card import list_card
from ui.prices.lists import ListSummary
from ui.prices.watched_card import WatchedCard
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

_WIDEST = 760


class ListsView(Translated):
    """Cards over an invitation to import."""

    asked = Signal()

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin without lists."""
        super().__init__(parent)
        self._shared = shared
        self._lists: tuple[ListSummary, ...] = ()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._heading = PlainLabel("", "strong")
        self._drop = QFrame()
        set_kind(self._drop, "card")
        self._hint = PlainLabel("", "quiet").wrapped()
        self._choose = Button(shared.theme, "folder-open")
        self._choose.clicked.connect(self.asked)
        self.watched = WatchedCard(shared)
        self._arrange()
        self.retranslate()

    def show_lists(self, lists: tuple[ListSummary, ...]) -> None:
        """Show the lists that count."""
        self._lists = lists
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
        while self._cards.count():
            item = self._cards.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for summary in self._lists:
            self._cards.addWidget(list_card(summary, self._shared))

    def _arrange(self) -> None:
        """Put everything in one column of a readable width."""
        row = QHBoxLayout(self._drop)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self._hint, 1)
        row.addWidget(self._choose)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addLayout(self._cards)
        column.addWidget(self._drop)
        column.addWidget(self.watched)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

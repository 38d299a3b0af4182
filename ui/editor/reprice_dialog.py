"""A saved quote under the prices it keeps, and under those of today."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.money import Amount
from app.use_cases.quotes import Repricing
from i18n import N_, Language
from ui.models.figures import compared
from ui.models.words import money
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.plain_label import PlainLabel
from ui.widgets.read_table import dress_to_read
from ui.widgets.room import within_screen

_RHYTHMS = (N_("{amount} a month"), N_("{amount} once"), N_("{amount} a year"))
_SIZE = (640, 420)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RepriceDialog(QDialog):
    """Old and new for each line that moves; accepted or left."""

    def __init__(self, shared: Shared, comparison: Repricing, parent: QWidget) -> None:
        """Show a comparison."""
        super().__init__(parent)
        self._shared, self._comparison = shared, comparison
        language = shared.language
        _ = language.gettext
        self.setWindowTitle(_("Compare with today’s prices"))
        self.table = QTableWidget()
        dress_to_read(self.table)
        self.leave = Button(shared.theme)
        self.leave.set_words(_("Keep the quote’s prices"))
        self.take = Button(shared.theme, kind="primary")
        self.take.set_words(_("Take today’s prices"))
        self._banner = Banner(shared, within=True)
        self._arrange()
        self._fill()
        hear_customer_key(self, shared)
        shared.customer_view_changed.connect(self._fill)
        self.leave.clicked.connect(self.reject)
        self.take.clicked.connect(self.accept)
        self.take.setDefault(True)
        within_screen(self, *_SIZE)

    def _arrange(self) -> None:
        """Put a sentence over the table over the buttons."""
        _ = self._shared.language.gettext
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        text = _("The quote keeps the prices it was made with. These have changed:")
        column.addWidget(PlainLabel(text).wrapped())
        column.addWidget(self.table, 1)
        column.addWidget(self._banner)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        column.addLayout(buttons)
        if self._comparison.new.refused:
            self._banner.show_problems(self._comparison.new.problems)
            self.take.setEnabled(False)

    def _fill(self) -> None:
        """Put a row for each line that moves, and for the whole."""
        language = self._shared.language
        rows = [
            (
                line.name.best(language.code),
                said(line.before, language),
                said(line.after, language),
            )
            for line in self._comparison.lines
            if line.changed
        ]
        old, new = self._comparison.old.offer, self._comparison.new.offer
        rows.extend(compared(old, new, self._shared.reader))
        rows.extend(self._own(language))
        self._show(rows)

    def _own(self, language: Language) -> list[tuple[str, str, str]]:
        """Return what it means for the partner, unless a customer looks on."""
        if self._shared.customer_view:
            return []
        old, new = self._comparison.old.commission, self._comparison.new.commission
        name = language.gettext("Your commission")
        return [(name, money(old.total, language), money(new.total, language))]

    def _show(self, rows: list[tuple[str, str, str]]) -> None:
        """Fill the table."""
        _ = self._shared.language.gettext
        table = self.table
        table.setRowCount(len(rows))
        table.setColumnCount(3)
        titles = (_("Line"), _LEFT), (_("In the quote"), _RIGHT), (_("Today"), _RIGHT)
        for column, (text, side) in enumerate(titles):
            title = QTableWidgetItem(text)
            title.setTextAlignment(side)
            table.setHorizontalHeaderItem(column, title)
        table.setVerticalHeaderLabels([name for name, _, _ in rows])
        table.setCornerButtonEnabled(False)
        corner = table.findChildren(QAbstractButton)
        headers = (table.horizontalHeader(), table.verticalHeader())
        for widget in (table, *headers, *corner):
            widget.setAccessibleName(self.windowTitle())
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        for place, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(_RIGHT)
                table.setItem(place, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def said(
    amounts: tuple[Amount | None, Amount | None, Amount | None], language: Language
) -> str:
    """Write the amounts that there are, with how often they are paid."""
    if all(amount is None for amount in amounts):
        return language.gettext("not offered")
    known = [
        language.gettext(text).format(amount=language.money(amount))
        for amount, text in zip(amounts, _RHYTHMS, strict=True)
        if amount is not None and amount.cents
    ]
    return ", ".join(known)

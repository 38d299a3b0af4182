"""What a file would change, and the choice to import it or not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.price_changes import PriceChanges
from app.domain.problems import Problems
from app.use_cases.discretion import for_customer
from app.wording import sentence
from ui.prices.change_rows import change_rows
from ui.prices.change_table import change_model
from ui.prices.compared import compared_sentence
from ui.prices.currency_choice import CurrencyChoice
from ui.prices.items_view import ItemsView
from ui.prices.moved import moved_sentence
from ui.prices.problem_list import ProblemList
from ui.prices.review import Review
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.read_table import ReadTable
from ui.widgets.translated import Translated


class ReviewView(Translated):
    """Problems first, then what changes.

    Commissions and costs are left out while the customer looks on.
    """

    accepted = Signal()
    left = Signal()
    currency_chosen = Signal(str)
    mapping_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin with nothing to look at."""
        super().__init__(parent)
        self._shared = shared
        self._review: Review | None = None
        self._heading = PlainLabel("", "title").wrapped()
        self._summary = PlainLabel("", "quiet").wrapped()
        self._moved = PlainLabel("").wrapped()
        self._problems = ProblemList(shared)
        self._model = change_model(shared, self)
        self._table = ReadTable(self._model)
        self._items = ItemsView(shared)
        self._room = QWidget()
        self._currency = CurrencyChoice(shared)
        self._currency.chosen.connect(self.currency_chosen)
        self._import = Button(shared.theme, "check", kind="primary")
        self._leave = Button(shared.theme)
        self._remap = Button(shared.theme)
        self._remap.clicked.connect(self.mapping_wanted)
        self._report = Button(shared.theme, "file-down")
        self._report.clicked.connect(self.report_wanted)
        self._import.clicked.connect(self.accepted)
        self._leave.clicked.connect(self.left)
        shared.customer_view_changed.connect(lambda _: self.retranslate())
        shared.theme_changed.connect(self._table.viewport().update)
        self._arrange()
        self.retranslate()

    def show_review(self, review: Review) -> None:
        """Show what was found in a file."""
        self._review = review
        self._items.show_items(review.items)
        self.retranslate()
        self._currency.offer(review.currencies)
        if review.currencies:
            self._currency.codes.setFocus()
        elif self._import.isEnabled():
            self._import.setFocus()
        else:
            self._leave.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Keep the choice from being made twice."""
        self._import.setEnabled(not busy and self._importable())
        self._leave.setEnabled(not busy)
        if not busy and self._import.isEnabled() and self.isVisible():
            # A button that goes out of use lets go of the keyboard.
            self._import.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now, for whoever looks on."""
        _ = self._shared.language.gettext
        self._import.set_words(_("Import this list"))
        self._import.setEnabled(self._importable())
        self._leave.set_words(_("Do not import"))
        self._remap.set_words(_("Change the mapping…"))
        self._remap.setVisible(self._review is not None and self._review.mapped)
        self._report.set_words(_("Report…"))
        self._report.setVisible(self._reportable())
        self._table.setAccessibleName(_("What changes"))
        if self._review is not None:
            self._problems.show_problems(self._sayable(self._review))
            self._heading.setText(self._title(self._review))
            self._show_changes(self._review)

    def _sayable(self, review: Review) -> Problems:
        """Return the problems that whoever looks on may read; a question is none."""
        if review.currencies:
            return ()
        problems = review.problems
        return for_customer(problems) if self._shared.customer_view else problems

    def _importable(self) -> bool:
        """Tell whether there is a list that is not imported yet."""
        review = self._review
        return review is not None and review.new is not None and not review.same

    def _reportable(self) -> bool:
        """Tell whether there are changes, and nobody but the partner looks on."""
        review, customer_view = self._review, self._shared.customer_view
        return review is not None and bool(review.changes) and not customer_view

    def _title(self, review: Review) -> str:
        """Name the list, or the file where it is none."""
        new = review.read.price_list
        return f"{new.list_id} {new.version}" if new else review.path.name

    def _show_changes(self, review: Review) -> None:
        """Write what changes against the current list."""
        language = self._shared.language
        changes = self._visible(review)
        self._table.setVisible(bool(changes))
        self._items.setVisible(bool(review.items))
        below = bool(changes or review.items)
        self._problems.keep_short(below)
        self._room.setVisible(not below and not self._sayable(review))
        self._summary.setText(self._sentence(review, changes))
        # The names of other customers are nothing for the one who looks on.
        hidden = review.same or self._shared.customer_view
        moved = () if hidden else review.moved
        self._moved.setText(moved_sentence(moved, language))
        self._moved.setVisible(bool(moved))
        currency = review.new.currency if review.new else ""
        rows = change_rows(changes, currency, language) if changes else ()
        self._model.show_rows(rows)

    def _visible(self, review: Review) -> PriceChanges | None:
        """Return the changes that whoever looks on may see."""
        if review.changes is None or not self._shared.customer_view:
            return review.changes
        return review.changes.shown()

    def _sentence(self, review: Review, changes: PriceChanges | None) -> str:
        """Say in a sentence what the file comes to."""
        _ = self._shared.language.gettext
        if review.currencies:
            language = self._shared.language
            return " ".join(sentence(each, language) for each in review.problems)
        if review.new is None:
            return _("This file cannot be imported. Nothing was changed.")
        if review.same:
            return _("This is the list you already have: there is nothing to import.")
        if review.old is None or changes is None:
            count = self._shared.language.ngettext(
                "A new list with {count} item. Saved quotes keep their prices.",
                "A new list with {count} items. Saved quotes keep their prices.",
                len(review.new.items),
            )
            return count.format(
                count=self._shared.language.number(len(review.new.items))
            )
        return compared_sentence(review.old.version, changes, self._shared.language)

    def _arrange(self) -> None:
        """Put the sentence above, the table in the middle, the choice below."""
        top = QVBoxLayout()
        top.setContentsMargins(20, 16, 20, 12)
        top.setSpacing(6)
        top.addWidget(self._heading)
        top.addWidget(self._summary)
        top.addWidget(self._moved)
        top.addWidget(self._currency)
        foot = QFrame()
        set_kind(foot, "footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 10, 20, 10)
        row.addWidget(self._remap)
        row.addWidget(self._report)
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self._import)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._problems)
        held = QVBoxLayout()
        held.setContentsMargins(20, 0, 20, 16)
        held.addWidget(self._table)
        held.addWidget(self._items)
        column.addLayout(held, 1)
        column.addWidget(self._room, 1)
        column.addWidget(foot)

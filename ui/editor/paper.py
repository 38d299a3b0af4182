"""The middle of the editor: the quote as the customer will read it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.domain.choices import Term
from app.use_cases.discretion import for_customer
from app.use_cases.pricing import PricedQuote
from app.wording.customers import FIELD_NAMES
from ui.editor.fields import Fields
from ui.editor.lines_table import LinesTable
from ui.editor.offer_bar import OfferBar
from ui.editor.problem_list import ProblemList
from ui.editor.remedies import remedied
from ui.editor.wishes import Wishes
from ui.models.line_rows import Row
from ui.models.lines_model import LinesModel
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.empty_page import EmptyPage
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel

#: Lower than this, the lines need the room of what is wrong with them.
_LOW: Final = 520
#: Places that are a field, not a line.
_FIELDS: Final = {
    "return": "return_way",
    "delivery": "delivery",
    "customer.country": "customer",
}


class Paper(QWidget):
    """Fields over the lines over what is wrong with them."""

    edited = Signal(object)
    details_wanted = Signal()
    adding = Signal()
    chosen = Signal(str)
    compare_wanted = Signal()
    #: What is kept of the customer by now is to be taken over.
    news_wanted = Signal()

    def __init__(self, shared: Shared, wishes: Wishes) -> None:
        """Show lines whose wishes are done by somebody else."""
        super().__init__()
        set_kind(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shared, self._wishes = shared, wishes
        self.faults = Banner(shared, within=True)
        #: Why the newest of it is not saved.
        self.unsaved = Banner(shared, within=True)
        self.comparison = OfferBar(shared)
        self.news = OfferBar(shared)
        self.fields = Fields(shared)
        self.model = LinesModel(wishes.quantity_typed, self)
        self.table = LinesTable(shared, self.model, wishes.accepts)
        self.refusal = PlainLabel(kind="error").wrapped()
        self.problems = ProblemList(shared)
        self.empty = EmptyPage(shared, "package", key="Ctrl+L")
        self._arrange()
        self._listen()
        self.retranslate()

    def begin(self) -> None:
        """Forget what was said of another quote."""
        self.faults.clear()
        self.unsaved.clear()
        self._refuse("")
        self.model.show(())

    def clear(self) -> None:
        """Show nothing of another quote, and take what is entered for a new one."""
        self.begin()
        self.freeze(on=False)
        self.fields.clear()
        self.table.hide()
        self.empty.show()
        for said in (self.problems, self.news, self.comparison):
            said.hide()

    def show_lines(self, rows: tuple[Row, ...], priced: PricedQuote) -> None:
        """Show the quote's lines, fields and problems."""
        self.fields.show_proposal(priced.quote.proposal)
        self.model.show(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        found = priced.problems if rows else ()
        watched = self._shared.customer_view
        self.problems.show_problems(for_customer(found) if watched else found)
        self.problems.setVisible(bool(rows) and self.problems.count() > 0)
        if rows and not self.table.currentIndex().isValid():
            self.table.choose(next(row.key for row in rows if not row.heading))

    def freeze(self, *, on: bool) -> None:
        """Let nothing be typed into a quote that was handed over."""
        self.fields.setEnabled(not on)
        self.table.freeze(on=on)
        self.problems.freeze(on=on)

    def offer_comparison(self, *, offered: bool) -> None:
        """Offer to compare with today's prices."""
        self._offer(self.comparison, on=offered)

    def offer_news(self, fields: tuple[str, ...]) -> None:
        """Offer what is kept of the customer otherwise by now."""
        _ = self._shared.language.gettext
        names = ", ".join(_(FIELD_NAMES[name]) for name in fields)
        text = _("The customer’s details were changed since: {fields}.")
        self.news.set_words(text.format(fields=names), _("Take them over"))
        self._offer(self.news, on=bool(fields))

    def _offer(self, bar: OfferBar, *, on: bool) -> None:
        """Show a bar, or hide it: who had its button goes on in the lines."""
        if not on and self.window().focusWidget() is bar.button:
            self.focus_lines()
        bar.setVisible(on)

    def choose(self, key: str) -> None:
        """Go to a line."""
        self.table.choose(key)

    def focus_lines(self) -> None:
        """Let keys go to the lines; where there are none, to the customer."""
        place = self.fields.customer if self.table.isHidden() else self.table
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> bool:
        """Take what is typed and not left yet; False where a quantity is none."""
        self.fields.commit()
        return self.table.commit()

    def next_problem(self) -> None:
        """Go to the next problem."""
        self.problems.next_problem()

    def do_remedy(self) -> None:
        """Do what a problem proposes."""
        self.problems.do_remedy()

    def wish_term(self, months: int) -> None:
        """Make the quote for another term."""
        self.edited.emit(lambda proposal: replace(proposal, term=Term(months)))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.model.name_columns(_("Name"), _("Quantity"), _("Unit price"), _("Amount"))
        self.comparison.set_words(
            _("Prices have changed since this quote was made."),
            _("Compare with today’s prices"),
        )
        name = _("Lines of the quote")
        header, side = self.table.horizontalHeader(), self.table.verticalHeader()
        corner = self.table.findChildren(QAbstractButton)
        for widget in (self.table, header, side, *corner):
            widget.setAccessibleName(name)
        self.empty.set_words(
            _("What will it be?"),
            _("Choose a pack: its price appears here at once."),
            _("Choose a pack"),
        )

    def restyle(self) -> None:
        """Take the looks of now."""
        self.problems.retranslate()
        self.table.measure()
        self.table.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the field that is typed in: nothing else lies under the click."""
        super().mousePressEvent(event)
        self.focus_lines()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the lines room."""
        super().resizeEvent(event)
        self.problems.fold(on=self.height() < _LOW)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        """Put one under the other; what is left stays empty."""
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 14)
        column.setSpacing(12)
        column.addWidget(self.unsaved)
        column.addWidget(self.faults)
        column.addWidget(self.news)
        column.addWidget(self.comparison)
        column.addWidget(self.fields)
        column.addWidget(self.table, 100)
        column.addWidget(self.empty, 100)
        column.addWidget(self.refusal)
        column.addWidget(self.problems)
        column.addStretch(1)
        self.refusal.hide()

    def _listen(self) -> None:
        """Hand wishes on."""
        table, wishes = self.table, self._wishes
        self.fields.changed.connect(self.edited)
        self.fields.details_wanted.connect(self.details_wanted)
        table.settled.connect(lambda: self._refuse(""))
        table.settled.connect(wishes.quantity_settled)
        table.removed.connect(wishes.remove)
        table.toggled.connect(wishes.toggle)
        table.opened.connect(wishes.open)
        table.spun.connect(wishes.spin)
        table.menu_wanted.connect(wishes.menu)
        table.duplicated.connect(wishes.duplicate)
        table.moved.connect(wishes.move)
        table.pasted.connect(lambda text: wishes.paste(text, table.chosen_key))
        table.why.connect(wishes.explain)
        table.adding.connect(self.adding)
        table.chosen.connect(self.chosen)
        self.empty.begun.connect(self.adding)
        self.problems.wanted.connect(self._go_to)
        self.problems.remedy_wanted.connect(lambda each: remedied(each, wishes))
        self.comparison.wanted.connect(self.compare_wanted)
        self.news.wanted.connect(self.news_wanted)
        wishes.refused.connect(self._refuse)
        wishes.led_to.connect(self.choose)

    def _refuse(self, sentence: str) -> None:
        """Say why something typed was refused; '' takes the sentence away."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _go_to(self, place: str) -> None:
        """Go to the line or the field that a problem points at."""
        keys = [row.key for row in self.model.rows if row.place == place]
        if keys and place:
            self.table.choose(keys[0])
            self.focus_lines()
        elif place == "partner_services":
            self.adding.emit()
        elif place in _FIELDS:
            getattr(self.fields, _FIELDS[place]).setFocus()

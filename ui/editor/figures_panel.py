"""What the quote comes to: the one number, the terms, what the partner earns."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.editor.money_label import MoneyLabel
from ui.editor.preview import Preview
from ui.editor.term_bars import TermBars
from ui.icons import pixmap
from ui.models.figures import Figures, OwnFigures, Totals
from ui.shared import Shared
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel

WIDTH = 288


class FiguresPanel(QScrollArea):
    """Shows finished figures; it computes nothing."""

    def __init__(self, shared: Shared) -> None:
        """Begin with nothing."""
        super().__init__()
        self._shared = shared
        self.monthly = MoneyLabel(shared, shared.tokens.font_large, "accent")
        self.monthly.setCursor(Qt.CursorShape.PointingHandCursor)
        self._a_month = PlainLabel(kind="small")
        self._totals = QGridLayout()
        self._shown: tuple[tuple[str, str], ...] = ()
        self._terms_title = PlainLabel(kind="small")
        self.warranty = PlainLabel(kind="small")
        self.terms = TermBars(shared)
        self.own = _Own(shared)
        self.watching = _Watching(shared)
        self.preview = Preview(shared)
        self._arrange()
        self.retranslate()

    def show_totals(self, totals: Totals) -> None:
        """Show the totals of now, and paint them before anything else is done."""
        _ = self._shared.language.gettext
        self.monthly.show_text(totals.monthly, _("a month, excl. VAT"))
        if totals.others != self._shown:
            self._show_totals(totals.others)
        paint = QEvent.Type.UpdateRequest.value
        QCoreApplication.sendPostedEvents(self.window(), paint)

    def show_figures(self, figures: Figures) -> None:
        """Show the other figures of now."""
        _ = self._shared.language.gettext
        self.terms.show_terms(figures.terms, _("Terms"))
        self._terms_title.setVisible(bool(figures.terms))
        self.warranty.setText(figures.warranty)
        self.warranty.setToolTip(figures.shortest)
        self.warranty.setAccessibleDescription(figures.shortest)
        self.warranty.setVisible(bool(figures.terms))
        self.terms.setVisible(bool(figures.terms))
        self.own.setVisible(figures.own is not None)
        self.watching.setVisible(figures.own is None)
        self.own.show_own(figures.own)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self._a_month.setText(_("a month, excl. VAT"))
        self.monthly.setToolTip(_("Why this amount?"))
        self._terms_title.setText(_("Terms"))
        self.preview.say(
            _("First page of the PDF"),
            _("The paper appears here with the first line."),
            _("Show the whole document (F7)"),
        )
        self.setAccessibleName(_("Figures"))

    def restyle(self) -> None:
        """Take the looks of now."""
        self.watching.restyle()
        for widget in (self.monthly, self.terms, self.preview, self.own):
            widget.update()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        """Put one under the other."""
        inside = QFrame()
        set_kind(inside, "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 14, 14, 18)
        column.setSpacing(0)
        column.addWidget(self.monthly)
        column.addWidget(self._a_month)
        column.addSpacing(12)
        column.addLayout(self._totals)
        column.addSpacing(14)
        title = QHBoxLayout()
        title.addWidget(self._terms_title, 1)
        title.addWidget(self.warranty)
        column.addLayout(title)
        column.addSpacing(4)
        column.addWidget(self.terms)
        column.addSpacing(12)
        column.addWidget(self.own)
        column.addWidget(self.watching)
        column.addSpacing(12)
        column.addWidget(self.preview, 100)
        column.addStretch(1)
        self._totals.setHorizontalSpacing(8)
        self._totals.setVerticalSpacing(6)
        self._totals.setColumnStretch(0, 1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _show_totals(self, totals: tuple[tuple[str, str], ...]) -> None:
        """Show a line a total, those of before taken again where there are any."""
        for place, (was, now) in enumerate(zip_longest(self._shown, totals)):
            if now != was:
                self._total(place).say(*(now or ("", "")))
        self._shown = totals

    def _total(self, place: int) -> _Total:
        """Return the line at a place, made where there is none."""
        held = self._totals.itemAtPosition(place, 0)
        line = held.widget() if held else None
        if not isinstance(line, _Total):
            line = _Total(self._shared)
            self._totals.addWidget(line, place, 0)
        return line


class _Total(QWidget):
    """A name and an amount."""

    def __init__(self, shared: Shared) -> None:
        """Begin empty."""
        super().__init__()
        self._name = PlainLabel(kind="quiet").wrapped()
        self._amount = MoneyLabel(shared, shared.tokens.font, "text", right=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self._amount, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, name: str, amount: str) -> None:
        """Show them; nothing where there is no name."""
        self.setVisible(bool(name))
        self._name.setText(name)
        self._amount.show_text(amount, name)


class _Own(QFrame):
    """W1: the partner's commission, in its own colour."""

    def __init__(self, shared: Shared) -> None:
        """Begin empty."""
        super().__init__()
        set_kind(self, "own")
        self._shared = shared
        self._title = PlainLabel(kind="small")
        self.total = MoneyLabel(shared, 19, "own", ground="own_tint")
        self.due = PlainLabel(kind="small").wrapped()
        self._others = PlainLabel(kind="small").wrapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 10, 13, 10)
        column.setSpacing(3)
        for widget in (self._title, self.total, self.due, self._others):
            column.addWidget(widget)

    def show_own(self, own: OwnFigures | None) -> None:
        """Show the commission; nothing at all is kept where a customer looks on."""
        _ = self._shared.language.gettext
        self._title.setText(_("Your commission") if own else "")
        self.total.show_text(own.total if own else "", self._title.text())
        self.due.setText(own.due if own else "")
        self._others.setText(own.others if own else "")
        self._others.setVisible(bool(own and own.others))


class _Watching(QFrame):
    """Says that the customer view is on, where the commission stood."""

    def __init__(self, shared: Shared) -> None:
        """Begin hidden."""
        super().__init__()
        self._shared = shared
        self._eye = PlainLabel()
        self._text = PlainLabel(kind="strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 8, 13, 8)
        row.addWidget(self._eye)
        row.addWidget(self._text, 1)
        self.restyle()
        self.hide()

    def restyle(self) -> None:
        """Take the looks of now."""
        tokens = self._shared.tokens
        self.setStyleSheet(
            f"QFrame {{ background: {tokens.accent_tint};"
            f" border-radius: {tokens.radius_large}px; }}"
            f" QLabel {{ color: {tokens.accent}; }}"
        )
        self._eye.setPixmap(
            pixmap("eye-off", tokens.accent, 16, self.devicePixelRatioF())
        )
        self._text.setText(self._shared.language.gettext("Customer view is on"))

    def changeEvent(self, event: QEvent) -> None:
        """Say it again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.restyle()
        super().changeEvent(event)

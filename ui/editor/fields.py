"""For whom, for how long, in which language: the fields above the quote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from app.domain.choices import Delivery, Edition, Return, Term
from app.domain.proposal import Proposal
from app.ports import CustomerRecord
from ui.editor.known_names import AwaitedNames
from ui.editor.quantities import PAUSE
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.plain_label import PlainLabel
from ui.widgets.segments import Segments

Change = Callable[[Proposal], Proposal]
_TERMS = [str(term.value) for term in Term]
_LONGEST = 200
#: What stands around the words of a choice, in pixels.
_AROUND = 39


class Fields(QWidget):
    """Each field tells its change; what is shown comes from the quote alone."""

    changed = Signal(object)
    details_wanted = Signal()

    def __init__(self, shared: Shared) -> None:
        """Begin empty."""
        super().__init__()
        self._shared = shared
        self.customer = QLineEdit()
        self.customer.setMaxLength(_LONGEST)
        self._names = AwaitedNames(shared, self.customer)
        self.details = Button(shared.theme)
        self.term = Segments(_TERMS)
        self.edition = Segments([edition.value for edition in Edition])
        self.delivery = _choice([way.value for way in Delivery])
        self.return_way = _choice([way.value for way in Return])
        self._labels = [PlainLabel(kind="small") for _ in range(2)]
        self._known = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._arrange()
        self._listen()
        self.retranslate()

    def clear(self) -> None:
        """Forget the name of another quote's customer."""
        self._pause.stop()
        self._known = ""
        self.customer.clear()

    def show_proposal(self, proposal: Proposal) -> None:
        """Show a quote's values; what is being typed stays."""
        name = proposal.customer.name
        if name != self._known:
            self._known = name
            self.customer.setText(name)
            self.customer.setCursorPosition(0)
        if proposal.term:
            self.term.choose(str(proposal.term.value))
        self.edition.choose(proposal.language.value)
        _choose(self.delivery, proposal.delivery.value)
        _choose(self.return_way, proposal.return_way.value)

    def commit(self) -> None:
        """Tell of a name that was typed and not left yet."""
        name = " ".join(self.customer.text().split())
        if name != self._known:
            self._known = name
            self.changed.emit(
                lambda p: replace(p, customer=replace(p.customer, name=name))
            )
            self._forget_typing()

    def _pick(self, record: CustomerRecord) -> None:
        """Make the quote for a customer that is kept."""
        self._known = record.customer.name
        self.customer.setText(self._known)
        self.customer.setCursorPosition(0)
        where = record.known.delivery_address
        self.changed.emit(
            lambda p: replace(
                p,
                customer=record.customer,
                delivery_address=p.delivery_address or where,
            )
        )

    def _show_beginning(self) -> None:
        """Show a long name from its beginning, unless its window alone was left."""
        if self.window().focusWidget() is not self.customer:
            self.customer.home(False)

    def _forget_typing(self) -> None:
        """Leave undoing to the quote: what was typed is an edit of its own now."""
        at = self.customer.cursorPosition()
        self.customer.setText(self.customer.text())
        self.customer.setCursorPosition(at)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        titles = _("Customer"), _("Term, in months")
        for label, title in zip(self._labels, titles, strict=True):
            label.setText(title)
        self.customer.setAccessibleName(titles[0])
        self.customer.setPlaceholderText(_("Name of the company"))
        self.details.set_words(_("Details…"), _("Address, contact, title…"))
        self.details.setAccessibleDescription(_("Address, contact, title…"))
        self.term.set_texts(titles[1], _TERMS)
        self.edition.set_texts(_("Document"), ("FR", "EN", "FR + EN"))
        ways = _("To the customer"), _("To the partner")
        _name(self.delivery, _("Delivery"), ways)
        ways = _("Returned"), _("Collected")
        _name(self.return_way, _("Return"), ways)
        for box in (self.delivery, self.return_way):
            self._ways.setStretch(self._ways.indexOf(box), _longest(box))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        """Two rows: who and how long, then how it comes and goes."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        who = QHBoxLayout()
        who.setSpacing(4)
        who.addWidget(self.customer, 1)
        who.addWidget(self.details)
        grid.addWidget(self._labels[0], 0, 0)
        grid.addLayout(who, 1, 0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._labels[1], 0, 1)
        grid.addWidget(self.term, 1, 1)
        self._ways = ways = QHBoxLayout()
        ways.setSpacing(8)
        for way in (self.edition, self.delivery, self.return_way):
            ways.addWidget(way)
        grid.setRowMinimumHeight(2, 3)
        grid.addLayout(ways, 3, 0, 1, 2)
        self._labels[0].setBuddy(self.customer)

    def _listen(self) -> None:
        """Turn each choice into a change of the quote."""
        tell = self.changed.emit
        self._names.picked.connect(self._pick)
        self.customer.editingFinished.connect(self.commit)
        self.customer.editingFinished.connect(self._show_beginning)
        pause = self._pause
        self.customer.textEdited.connect(lambda _: pause.isActive() or pause.start())
        self._pause.timeout.connect(self.commit)
        self.details.clicked.connect(self.details_wanted)
        self.term.chosen.connect(
            lambda value: tell(lambda p: replace(p, term=Term(int(value))))
        )
        self.edition.chosen.connect(
            lambda value: tell(lambda p: replace(p, language=Edition(value)))
        )
        self.delivery.activated.connect(
            lambda _: tell(partial(_delivered, self.delivery.currentData()))
        )
        self.return_way.activated.connect(
            lambda _: tell(partial(_returned, self.return_way.currentData()))
        )


def _delivered(way: str, proposal: Proposal) -> Proposal:
    """W2: say where the hardware goes."""
    return replace(proposal, delivery=Delivery(way))


def _returned(way: str, proposal: Proposal) -> Proposal:
    """W12: say how the hardware goes back."""
    return replace(proposal, return_way=Return(way))


def _choice(values: Sequence[str]) -> QComboBox:
    """Return a choice between values, which get their words later."""
    box = QComboBox()
    box.setSizeAdjustPolicy(
        QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    )
    box.setMinimumContentsLength(8)
    for value in values:
        box.addItem("", value)
    return box


def _longest(box: QComboBox) -> int:
    """Return how much room a choice needs for its longest words, in pixels."""
    words = (box.itemText(place) for place in range(box.count()))
    return _AROUND + max(map(box.fontMetrics().horizontalAdvance, words))


def _choose(box: QComboBox, value: str) -> None:
    """Show a choice without telling of it."""
    box.setCurrentIndex(box.findData(value))


def _name(box: QComboBox, name: str, texts: Sequence[str]) -> None:
    """Name a choice and what it is between."""
    box.setAccessibleName(name)
    box.setToolTip(name)
    for place, text in enumerate(texts):
        box.setItemText(place, text)

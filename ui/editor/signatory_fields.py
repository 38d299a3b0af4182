"""Who signs an order for the customer, and what its form would lack."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout

from app.domain.identity import Customer
from app.domain.order import Order, Signatory, missing
from app.domain.problems import Problems
from app.wording.several import told
from ui.shared import Shared
from ui.widgets.kind import set_dress, set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

_LONGEST = 200


class SignatoryFields(Translated):
    """Four fields, and beneath them a warning that grows shorter as they fill."""

    def __init__(self, shared: Shared, customer: Customer, known: Signatory) -> None:
        """Propose who is known, else the customer's contact: it often is them."""
        super().__init__()
        self._shared = shared
        self._order: Order | None = None
        self._refusal: Problems = ()
        proposed = known
        if not known.name:
            proposed = Signatory(customer.contact, email=customer.email)
        self._fields = {
            "name": QLineEdit(proposed.name),
            "function": QLineEdit(proposed.function),
            "email": QLineEdit(proposed.email),
            "phone": QLineEdit(proposed.phone),
        }
        self._labels = {name: PlainLabel() for name in self._fields}
        self._heading = PlainLabel(kind="small")
        self._text = PlainLabel().wrapped()
        self.notice = QFrame()
        set_kind(self.notice, "banner")
        set_dress(self.notice, "severity", "warning")
        self._arrange()
        self.retranslate()

    @property
    def signatory(self) -> Signatory:
        """What was typed."""
        return Signatory(**{n: each.text().strip() for n, each in self._fields.items()})

    def field(self, name: str) -> QLineEdit:
        """Return the field of a particular: name, function, email or phone."""
        return self._fields[name]

    def show_order(self, order: Order) -> None:
        """Name what the form of an order lacks, under the signatory of now."""
        self._order = order
        self._warn()

    def show_problems(self, problems: Problems) -> None:
        """Say why there is no order."""
        self._refusal = problems
        self._warn()

    @property
    def warning(self) -> str:
        """What the form lacks, in words."""
        return self._text.text()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self._heading.setText(_("Who signs for the customer"))
        words = (_("Name"), _("Position"), _("E-mail"), _("Phone"))
        for name, text in zip(self._fields, words, strict=True):
            self._labels[name].setText(text)
            self._fields[name].setAccessibleName(text)
        self._warn()

    def _arrange(self) -> None:
        """Put the fields under their heading, over the warning."""
        inside = QVBoxLayout(self.notice)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self._text)
        # Two beside each other: with all that it may lack the form fits 540 points.
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, (name, field) in enumerate(self._fields.items()):
            field.setMaxLength(_LONGEST)
            field.setCursorPosition(0)
            field.setMinimumHeight(field.sizeHint().height())
            field.textChanged.connect(self._warn)
            self._labels[name].setBuddy(field)
            self._labels[name].setMinimumHeight(field.minimumHeight())
            row, side = divmod(place, 2)
            grid.addWidget(self._labels[name], row, 2 * side)
            grid.addWidget(field, row, 2 * side + 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addLayout(grid)
        column.addWidget(self.notice)

    def _warn(self) -> None:
        """Name what is still lacking, in as few lines as that takes."""
        lines = [each.text for each in told(self._lacks(), self._shared.language)]
        self._text.setText("\n".join(lines))
        self.notice.setVisible(bool(lines))

    def _lacks(self) -> Problems:
        """Return what is wrong with the order as it is."""
        if self._order is None:
            return self._refusal
        return missing(replace(self._order, signatory=self.signatory))

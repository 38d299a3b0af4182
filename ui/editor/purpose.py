"""What an export is for: handed over for good, or a draft to read."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.use_cases.pricing import PricedQuote
from ui.shared import Shared
from ui.widgets.plain_label import PlainLabel
from ui.widgets.segments import Segments

_FINAL, _DRAFT = "final", "draft"


class Purpose(QWidget):
    """Two choices, and beneath them what the one of now means."""

    def __init__(self, shared: Shared, quote: PricedQuote) -> None:
        """Propose to hand over what can be; invented prices are a draft at first."""
        super().__init__()
        self._shared = shared
        self._open = quote.offer.provisional
        self._held = bool(quote.held_back)
        draft = quote.sample or self._open or self._held
        self._choice = Segments((_FINAL, _DRAFT))
        self._choice.choose(_DRAFT if draft else _FINAL)
        self._choice.setEnabled(not (self._open or self._held))
        self._means = PlainLabel(kind="quiet").wrapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(self._choice)
        column.addWidget(self._means)
        self._choice.chosen.connect(lambda _: self._explain())
        self.retranslate()

    @property
    def final(self) -> bool:
        """Whether it is handed over."""
        return self._choice.value == _FINAL

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self._choice.set_texts(_("Purpose"), (_("Hand over"), _("Draft")))
        self._explain()

    def _explain(self) -> None:
        """Say what the choice of now means."""
        _ = self._shared.language.gettext
        if self._open:
            text = _(
                "A special request still awaits its price: only a draft can be written."
            )
        elif self._held:
            text = _(
                "For now only a draft can be written: the quote’s problems say why."
            )
        elif self.final:
            text = _(
                "The quote is kept as it is handed over; a later change makes"
                " a revision."
            )
        else:
            text = _("Every page says “Draft”; the quote can still be changed.")
        self._means.setText(text)

"""Customers that are kept, offered while a name is typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from app.ports import CustomerRecord
from ui.shared import Shared


class KnownNames(QObject):
    """Offers names below a field, to nobody while a customer looks on."""

    picked = Signal(object)

    def __init__(
        self, shared: Shared, field: QLineEdit, records: tuple[CustomerRecord, ...]
    ) -> None:
        """Offer customers whose name holds what is typed."""
        super().__init__(field)
        self._shared, self._field = shared, field
        self._records = {_label(each): each for each in records}
        self._completer = QCompleter(list(self._records), self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._list = QListView(field)
        self._list.setAccessibleName(shared.language.gettext("Known customers"))
        self._completer.setPopup(self._list)
        # Queued: the field first takes the label for a name. The stubs do not say
        # that the signal comes in two kinds.
        self._completer.activated[str].connect(  # type: ignore[index]
            self._pick, Qt.ConnectionType.QueuedConnection
        )
        shared.customer_view_changed.connect(self._follow)
        self._follow(shared.customer_view)

    def _follow(self, watched: bool) -> None:
        """Name nobody else to a customer."""
        self._list.hide()
        # Qt takes None for no completer, which its stubs do not say.
        offered = None if watched else self._completer
        self._field.setCompleter(offered)  # type: ignore[arg-type]

    def _pick(self, label: str) -> None:
        """Tell whom was meant."""
        self.picked.emit(self._records[label])


def _label(record: CustomerRecord) -> str:
    """Return a name with what tells two of that name apart."""
    who = record.customer
    return " · ".join(filter(None, (who.name, who.city, who.vat_number)))

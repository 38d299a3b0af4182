"""Customers that are kept, offered while a name is typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QListView, QWidget

from app.ports import CustomerRecord
from app.use_cases.customers import all_customers
from app.use_cases.workplace import Workplace
from ui.shared import Shared

#: Customers by what they are offered as.
Labelled = dict[str, CustomerRecord]


class KnownNames(QObject):
    """Offers names below a field, to nobody while a customer looks on."""

    picked = Signal(object)

    def __init__(
        self, shared: Shared, field: QLineEdit, records: tuple[CustomerRecord, ...]
    ) -> None:
        """Offer customers whose name holds what is typed."""
        super().__init__(field)
        self._shared, self._field = shared, field
        self._records: Labelled = {}
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
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
        # There is one wherever there is a field, which Qt's stubs do not say.
        app: QApplication = QApplication.instance()  # type: ignore[assignment]
        app.focusChanged.connect(self._leave)
        self._follow(shared.customer_view)
        self.offer(labelled(records))

    def offer(self, records: Labelled) -> None:
        """Offer these from now on."""
        self._records = records
        self._names.setStringList(list(records))

    def _follow(self, watched: bool) -> None:
        """Name nobody else to a customer."""
        self._list.hide()
        # Qt takes None for no completer, which its stubs do not say.
        offered = None if watched else self._completer
        self._field.setCompleter(offered)  # type: ignore[arg-type]

    def _leave(self, left: QWidget | None, _now: QWidget | None) -> None:
        """Go with the keys: Qt would type one more letter here after a shortcut."""
        if left is self._field:
            self._list.hide()

    def _pick(self, label: str) -> None:
        """Tell whom was meant."""
        self.picked.emit(self._records[label])


class AwaitedNames(KnownNames):
    """Reads whom to offer beside the window, once somebody comes to the field."""

    def __init__(self, shared: Shared, field: QLineEdit) -> None:
        """Begin with nobody."""
        super().__init__(shared, field, ())
        self._stale = True
        shared.quotes_changed.connect(self._age)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read them again where they may be others by now."""
        if event.type() is QEvent.Type.FocusIn and self._stale:
            self._stale = False
            workplace = self._shared.workplace
            job = self._shared.jobs.run(self, lambda _: _at_hand(workplace))
            job.done.connect(self.offer)
            # Names are a help: whoever types one in full misses nothing.
            job.failed.connect(self._age)
        return super().eventFilter(watched, event)

    def _age(self, *_: object) -> None:
        """Read them again when somebody comes."""
        self._stale = True


def labelled(records: Iterable[CustomerRecord]) -> Labelled:
    """Return customers by what they are offered as."""
    return {_label(each): each for each in records}


def _at_hand(workplace: Workplace) -> Labelled:
    """Return every customer that is not in the archive."""
    every = all_customers(workplace, alone=True)
    return labelled(each for each in every if each.archived_on is None)


def _label(record: CustomerRecord) -> str:
    """Return a name with what tells two of that name apart."""
    who = record.customer
    return " · ".join(filter(None, (who.name, who.city, who.vat_number)))

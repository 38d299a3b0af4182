"""What can be done to customers, and undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.identity import Customer
from app.domain.known_customer import KnownCustomer
from app.ports import CustomerRecord
from app.use_cases import customer_files, customers
from app.use_cases.customer_files import Review
from app.use_cases.customers import Deed
from ui.customers.form import CustomerForm
from ui.customers.merge_form import MergeForm
from ui.shared import Shared


class Deeds(QObject):
    """Asks what is to be known, has it kept beside the window, and takes it back."""

    #: Customers are kept otherwise by now; the id of one to be chosen comes along.
    changed = Signal(str)
    failed = Signal(object)

    def __init__(self, shared: Shared, page: QWidget) -> None:
        """Begin with nothing done."""
        super().__init__(page)
        self._shared, self._page = shared, page
        self._done: list[Deed] = []
        self.undo_action = QAction(self)
        self.undo_action.setEnabled(False)
        self.undo_action.triggered.connect(self._undo)

    def create(self) -> None:
        """Ask for a customer that is new."""
        country = self._shared.workplace.settings.home
        known = KnownCustomer(customer=Customer("", country))
        title = self._shared.language.gettext("New customer")
        self._ask(title, customers.begun(self._shared.workplace, known))

    def edit(self, record: CustomerRecord) -> None:
        """Ask what is to be changed."""
        self._ask(self._shared.language.gettext("Customer"), record)

    def archive(self, record: CustomerRecord) -> None:
        """Put a customer out of the way, or bring it back."""
        workplace, back = self._shared.workplace, record.archived_on is not None
        self._do(lambda: customers.archived(workplace, record, back=back))

    def merge(self, kept: CustomerRecord, gone: CustomerRecord) -> None:
        """Ask which of two customers says what, and let one stand for both."""
        workplace = self._shared.workplace
        form = MergeForm(self._shared, kept, gone, self._page)
        form.accepted.connect(
            lambda: self._do(
                lambda: customers.merge(workplace, kept, gone, form.from_gone)
            )
        )
        _open(form)

    def take_in(self, found: Review) -> None:
        """Keep what a file brings."""
        workplace = self._shared.workplace
        if found.new or found.changed:
            self._do(lambda: customer_files.take_in(workplace, found))

    def _ask(self, title: str, record: CustomerRecord) -> None:
        """Ask what is known of a customer, and keep it."""
        workplace = self._shared.workplace
        form = CustomerForm(self._shared, title, record.known, self._page)

        def keep() -> None:
            filled = form.filled()
            if filled != record.known:
                self._do(lambda: customers.change(workplace, record, filled))

        form.accepted.connect(keep)
        _open(form)

    def _do(self, work: Callable[[], Deed]) -> None:
        """Do it beside the window, and remember it."""
        job = self._shared.jobs.run(self, lambda _: work())
        job.done.connect(self._remember)
        job.failed.connect(self.failed)

    def _remember(self, deed: Deed) -> None:
        """Let it be undone, and tell of it."""
        self._done.append(deed)
        self.undo_action.setEnabled(True)
        self.changed.emit(deed.after[0].id)

    def _undo(self) -> None:
        """Take back what was done last."""
        workplace, deed = self._shared.workplace, self._done.pop()
        self.undo_action.setEnabled(bool(self._done))
        job = self._shared.jobs.run(self, lambda _: customers.undo(workplace, deed))
        job.done.connect(lambda back: self.changed.emit(back[0].id))
        job.failed.connect(self.failed)


def _open(dialog: QDialog) -> None:
    """Open a dialog that goes once it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

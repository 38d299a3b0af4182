"""What can be done to customers, and undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.identity import Customer
from app.domain.known_customer import KnownCustomer
from app.ports import CustomerRecord
from app.use_cases import customer_files, customers
from app.use_cases.customer_files import Review
from i18n import N_, Language
from ui.customers.form import CustomerForm
from ui.customers.merge_form import MergeForm
from ui.jobs import Job
from ui.shared import Shared
from ui.undoing import Deed, Undoing, done_words


class Deeds(QObject):
    """Asks what is to be known, has it kept beside the window, and takes it back."""

    #: Customers are kept otherwise by now; the id of one to be chosen comes along.
    changed = Signal(str)
    failed = Signal(object)
    #: What was done, undone or done again, in words; the action that takes it back.
    told = Signal(str, object)

    def __init__(self, shared: Shared, page: QWidget) -> None:
        """Begin with nothing done."""
        super().__init__(page)
        self._shared, self._page = shared, page
        self.undoing = Undoing(shared, page, self.told.emit)

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
        text = N_("{name} brought back") if back else N_("{name} archived")
        name = record.customer.name
        self._do(lambda: customers.archived(workplace, record, back=back), text, name)

    def merge(self, kept: CustomerRecord, gone: CustomerRecord) -> None:
        """Ask which of two customers says what, and let one stand for both."""
        workplace = self._shared.workplace
        form = MergeForm(self._shared, kept, gone, self._page)
        form.accepted.connect(
            lambda: self._do(
                lambda: customers.merge(workplace, kept, gone, form.from_gone),
                N_("{name} and {other} merged"),
                kept.customer.name,
                gone.customer.name,
            )
        )
        _open(form)

    def take_in(self, found: Review) -> None:
        """Keep what a file brings."""
        workplace = self._shared.workplace
        if found.new or found.changed:
            self._do(
                lambda: customer_files.take_in(workplace, found),
                N_("customers taken in"),
            )

    def _ask(self, title: str, record: CustomerRecord) -> None:
        """Ask what is known of a customer, and keep it."""
        workplace = self._shared.workplace
        form = CustomerForm(self._shared, title, record.known, self._page)

        def keep() -> None:
            filled = form.filled()
            if filled != record.known:
                self._do(
                    lambda: customers.change(workplace, record, filled),
                    N_("details of {name}") if record.edition else N_("{name} added"),
                    filled.customer.name,
                )

        form.accepted.connect(keep)
        _open(form)

    def _do(
        self,
        work: Callable[[], customers.Deed],
        text: str,
        name: str = "",
        other: str = "",
    ) -> None:
        """Do it beside the window, and remember it by what it is called."""

        def words(language: Language) -> str:
            if self._shared.customer_view:
                return ""
            return language.gettext(text).format(name=name, other=other)

        job = self._shared.jobs.run(self, lambda _: work())
        job.done.connect(partial(self._remember, words))
        job.failed.connect(self.failed)

    def _remember(self, words: Callable[[Language], str], deed: customers.Deed) -> None:
        """Let it be undone, and tell of it."""
        held = [deed]

        def turn() -> Job:
            return self._turn(held)

        self.changed.emit(deed.after[0].id)
        language = self._shared.language
        self.undoing.add(Deed(words, turn, turn), done_words(words(language), language))

    def _turn(self, held: list[customers.Deed]) -> Job:
        """Take a deed back; what is held then does it again."""
        workplace = self._shared.workplace

        def back() -> str:
            held[0] = customers.undo(workplace, held[0])
            return held[0].after[0].id

        job = self._shared.jobs.run(self, lambda _: back())
        job.done.connect(self.changed.emit)
        job.failed.connect(self.failed)
        return job


def _open(dialog: QDialog) -> None:
    """Open a dialog that goes once it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

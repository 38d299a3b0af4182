"""What follows on a quote that was handed over, done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.contract import Contract
from app.domain.lifecycle import exact
from app.ports import QuoteRecord
from ui.editor.contract_form import ContractForm
from ui.editor.contract_papers import ContractPapers
from ui.editor.decision_form import DecisionForm
from ui.editor.lifecycle_bar import LifecycleBar
from ui.shared import Shared


class Issuing(QObject):
    """Asks what has to be asked and has it recorded; `moved` names the quote."""

    moved = Signal(str)
    failed = Signal(object)

    def __init__(self, shared: Shared, bar: LifecycleBar, parent: QWidget) -> None:
        """Do what the bar wishes for, over a parent's window."""
        super().__init__(parent)
        self._shared, self._bar, self._over = shared, bar, parent
        self._record: QuoteRecord | None = None
        bar.accepted.connect(lambda: self._ask(yes=True))
        bar.declined.connect(lambda: self._ask(yes=False))
        bar.taken_back.connect(self._take_back)
        bar.revised.connect(self.revise)
        bar.newest_wanted.connect(self._open_newest)
        self._papers = ContractPapers(shared, parent)
        self._papers.kept.connect(self.moved)
        bar.contract_wanted.connect(self._ask_contract)
        bar.order_wanted.connect(lambda: self._write(self._papers.order))
        bar.extension_wanted.connect(lambda: self._write(self._papers.extension))
        bar.signed_wanted.connect(lambda: self._write(self._papers.signed))
        self._papers.failed.connect(self.failed)
        bar.end_wanted.connect(lambda: self._write(self._papers.end))

    def show_record(self, record: QuoteRecord | None, *, signed: bool = False) -> None:
        """Go on with a quote as it is saved; `signed` where a copy of it was."""
        self._record = record
        self._bar.show_record(record, signed=signed)

    def revise(self) -> None:
        """Begin the next revision."""
        # What papers are made of takes a while to load: the window is up by now.
        from app.use_cases.issuing import revise  # noqa: PLC0415

        workplace = self._shared.workplace
        self._run(lambda name: revise(workplace, name).record)

    def _take_back(self) -> None:
        """Undo the answer."""
        from app.use_cases.issuing import take_back  # noqa: PLC0415

        workplace = self._shared.workplace
        self._run(lambda name: take_back(workplace, name))

    def _open_newest(self) -> None:
        """Open what took its place."""
        if self._record:
            self.moved.emit(self._record.quote.proposal.number)

    def _write(self, ask: Callable[[QuoteRecord], None]) -> None:
        """Ask for a paper of the contract."""
        if self._record:
            ask(self._record)

    def _ask_contract(self) -> None:
        """Ask for the days of the contract, and have them kept."""
        record = self._record
        if record is None or record.lifecycle.answered_on is None:
            return
        accepted_on = record.lifecycle.answered_on
        form = ContractForm(self._shared, record.contract, accepted_on, self._over)
        form.accepted.connect(lambda: self._keep_contract(form))
        form.finished.connect(form.deleteLater)
        form.open()

    def _keep_contract(self, form: ContractForm) -> None:
        """Keep what the form holds by now; who signs stays."""
        from app.use_cases.contracts import record_contract  # noqa: PLC0415

        workplace, filled = self._shared.workplace, form.changed(Contract())

        def work(name: str) -> QuoteRecord:
            return record_contract(
                workplace,
                name,
                lambda known: replace(filled, signatory=known.signatory),
            )

        self._run(work)

    def _ask(self, *, yes: bool) -> None:
        """Ask for the day of an answer, and why where it is a no."""
        if self._record is None:
            return
        presented = self._record.lifecycle.presented_on
        form = DecisionForm(self._shared, presented, self._over, yes=yes)
        form.accepted.connect(lambda: self._answer(form, yes=yes))
        form.finished.connect(form.deleteLater)
        form.open()

    def _answer(self, form: DecisionForm, *, yes: bool) -> None:
        """Record the answer."""
        from app.use_cases.issuing import accept, decline  # noqa: PLC0415

        workplace, day, why = self._shared.workplace, form.answered_on, form.why
        if yes:
            self._run(lambda name: accept(workplace, name, day)[0])
        else:
            self._run(lambda name: decline(workplace, name, why, day))

    def _run(self, work: Callable[[str], QuoteRecord]) -> None:
        """Do it beside the window, then say which quote to show."""
        if self._record is None:
            return
        name = exact(self._record.quote.proposal)
        job = self._shared.jobs.run(self, lambda _: work(name))
        job.done.connect(lambda record: self.moved.emit(exact(record.quote.proposal)))
        job.failed.connect(self.failed)

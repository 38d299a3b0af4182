"""What is asked and shown over a quote: details, export, document, other prices."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.contract import Contract
from app.domain.lifecycle import exact
from ui.editor.commission_paper import CommissionPaper
from ui.editor.details_form import DetailsForm
from ui.editor.export_dialog import ExportDialog
from ui.editor.opening import Opened, open_saved
from ui.editor.paper_window import PaperWindow
from ui.editor.reprice_dialog import RepriceDialog
from ui.editor.session import Session
from ui.shared import Shared
from ui.widgets.banner import Banner


class Dialogs(QObject):
    """Opens each over the page, once what is being typed there is taken.

    `typed` takes it and tells whether it could; `saved` also waits for the disk.
    """

    settings_wanted = Signal(str)
    #: The quote was handed over: it is to be read again as it is saved by now.
    issued = Signal()
    failed = Signal(object)

    def __init__(
        self,
        shared: Shared,
        page: QWidget,
        banner: Banner,
        typed: Callable[[], bool],
        saved: Callable[[], bool],
    ) -> None:
        """Begin without a quote."""
        super().__init__(page)
        self._shared, self._page = shared, page
        self._typed, self._saved = typed, saved
        self._commission = CommissionPaper(shared, banner, page)
        self._session: Session | None = None
        self._opened: Opened | None = None

    def begin(self, session: Session, opened: Opened) -> None:
        """Go on with a quote that was opened."""
        self._session, self._opened = session, opened

    def end(self) -> None:
        """Let the quote go."""
        self._session = self._opened = None

    def ask_details(self) -> None:
        """Ask for address, title and note."""
        session = self._session
        if session:
            form = DetailsForm(self._shared, session.state.priced.quote, self._page)
            form.accepted.connect(lambda: session.edit_quote(form.changed))
            _open(form)

    def export(self) -> None:
        """Save, then ask where the PDFs go."""
        if self._session and self._opened and self._typed():
            self._saved()
            priced = self._session.state.priced
            dialog = ExportDialog(self._shared, priced, self._opened, self._page)
            dialog.issued.connect(self.issued)
            dialog.settings_wanted.connect(self.settings_wanted)
            _open(dialog)

    def write_commission(self) -> None:
        """Save, then ask where the commission sheet goes."""
        if self._session and self._opened and self._typed():
            self._saved()
            record = self._opened.record
            contract = record.contract if record else Contract()
            self._commission.ask(self._session.state.priced, contract)

    def show_document(self) -> None:
        """Show every page of the paper, with what is typed and not left yet."""
        if self._session and self._opened and self._typed():
            priced = self._session.state.priced
            if priced.offer.lines:
                issued = self._opened.issued
                _open(PaperWindow(self._shared, priced, issued, self._page))

    def compare(self) -> None:
        """Show the quote under today's prices; accepted, they are its own."""
        if self._session is None:
            return
        self._saved()
        workplace = self._shared.workplace
        name = exact(self._session.state.quote.proposal)
        job = self._shared.jobs.run(self, lambda _: open_saved(workplace, name))
        job.done.connect(self._show_comparison)
        job.failed.connect(self.failed)

    def _show_comparison(self, opened: Opened) -> None:
        """Show old and new for each line."""
        session, comparison = self._session, opened.comparison
        if session is None or comparison is None:
            return
        dialog = RepriceDialog(self._shared, comparison, self._page)
        dialog.accepted.connect(lambda: session.take_prices(opened.today))
        _open(dialog)


def _open(dialog: QDialog) -> None:
    """Open a dialog that goes once it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

"""What is asked and shown over a quote: details, export, document, other prices."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.lifecycle import exact
from app.domain.proposal import Proposal
from app.use_cases.customers import Records, all_customers, keep_said
from app.use_cases.templates import all_templates, keep_template
from ui.editor.commission_paper import CommissionPaper
from ui.editor.details_form import DetailsForm
from ui.editor.export_dialog import ExportDialog
from ui.editor.opening import Opened, open_saved
from ui.editor.paper_window import PaperWindow
from ui.editor.reprice_dialog import RepriceDialog
from ui.editor.session import Session
from ui.editor.sign_dialog import SignDialog
from ui.editor.template_form import TemplateForm
from ui.shared import Shared
from ui.widgets.banner import Banner


class Dialogs(QObject):
    """Opens each over the page, once what is being typed there is taken.

    `typed` takes it and tells whether it could; `saved` also waits for the disk.
    """

    settings_wanted = Signal(str)
    #: The quote was handed over or signed: it is to be read again as it is saved.
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
        self._banner = banner
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
        """Ask for address, title and note, once the known customers are read."""
        workplace = self._shared.workplace
        if self._session and self._typed():
            job = self._shared.jobs.run(
                self, lambda _: all_customers(workplace, alone=True)
            )
            job.done.connect(self._show_details)
            job.failed.connect(self.failed)

    def _show_details(self, known: Records) -> None:
        """Ask for address, title and note."""
        session = self._session
        if session:
            quote = session.state.priced.quote
            form = DetailsForm(self._shared, quote, known, self._page)
            form.accepted.connect(lambda: self._take_details(session, form))
            _open(form)

    def _take_details(self, session: Session, form: DetailsForm) -> None:
        """Change the quote, and what is kept of its customer where that is wanted."""
        session.edit_quote(form.changed)
        workplace, kept = self._shared.workplace, form.to_keep()
        if kept is not None:
            # The quote teaches the customer when it is saved: that comes first.
            self._saved()
            job = self._shared.jobs.run(
                self, lambda _: keep_said(workplace, kept.id, kept.customer)
            )
            job.failed.connect(self.failed)

    def export(self) -> None:
        """Save, then ask where the PDFs go."""
        if self._session and self._opened and self._typed():
            self._saved()
            priced = self._session.state.priced
            dialog = ExportDialog(self._shared, priced, self._opened, self._page)
            dialog.issued.connect(self.issued)
            dialog.settings_wanted.connect(self.settings_wanted)
            _open(dialog)

    def sign(self) -> None:
        """Let the customer sign what was handed over."""
        if self._session and self._opened and self._opened.issued:
            priced = self._session.state.priced
            dialog = SignDialog(self._shared, priced, self._opened.issued, self._page)
            dialog.signed.connect(self.issued)
            _open(dialog)

    def write_commission(self) -> None:
        """Save, then ask where the commission sheet goes."""
        if self._session and self._opened and self._typed():
            self._saved()
            record = self._opened.record
            self._commission.ask(self._session.state.priced, record)

    def keep_template(self) -> None:
        """Ask for a name, and keep the lines under it to begin others from."""
        session, workplace = self._session, self._shared.workplace
        if session is None or not self._typed():
            return
        taken = {each.name for each in all_templates(workplace)[0]}
        form = TemplateForm(self._shared, taken, self._page)
        proposal = session.state.quote.proposal
        form.accepted.connect(lambda: self._keep_template(form.chosen, proposal))
        _open(form)

    def _keep_template(self, name: str, proposal: Proposal) -> None:
        """Keep a template beside the window, and say so."""
        workplace, _ = self._shared.workplace, self._shared.language.gettext
        job = self._shared.jobs.run(
            self, lambda _: keep_template(workplace, name, proposal, replacing=True)
        )
        said = _("The template “{name}” is saved: File, New from a template.")
        job.done.connect(lambda _: self._banner.show_good(said.format(name=name)))
        job.failed.connect(self.failed)

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

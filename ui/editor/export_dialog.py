"""Writing the PDFs: into which folder, in which languages, and where they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.domain.choices import Edition, Status
from app.domain.lifecycle import exact
from app.domain.problems import Problems
from app.domain.texts import texts_missing
from app.use_cases.identity import missing
from app.use_cases.pricing import PricedQuote
from app.wording.several import told
from ui.editor.destination import Destination
from ui.editor.mail_button import MailButton
from ui.editor.missing_notice import MissingNotice
from ui.editor.opening import Opened
from ui.editor.purpose import Purpose
from ui.editor.written_papers import WrittenPapers
from ui.folders import remember_folder
from ui.jobs import Job, Monitor
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.growing import Growing
from ui.widgets.plain_label import PlainLabel

#: So many texts with odd signs are named.
_MOST_ODD = 3


class ExportDialog(Growing):
    """Asks where to, writes beside the window, then offers the PDFs."""

    written = Signal(object)
    #: The quote was handed over, or was to be: it may stand elsewhere now.
    issued = Signal()
    #: The key of the first setting that the paper lacks.
    settings_wanted = Signal(str)

    def __init__(
        self, shared: Shared, quote: PricedQuote, opened: Opened, parent: QWidget
    ) -> None:
        """Propose the quote's own language, and the folder of the last time.

        `opened` says what was handed over before.
        """
        super().__init__(parent)
        self._shared, self._quote, self._before = shared, quote, opened
        self.purpose = Purpose(shared, quote)
        hear_customer_key(self, shared)
        self._job: Job | None = None
        self._final = False
        own = quote.quote.proposal.language
        self._destination = Destination(shared, opened.issued or (own,))
        self.folder = self._destination.folder
        self.editions = self._destination.editions
        self._hold_closed()
        self._banner = Banner(shared, within=True)
        self._missing = missing(shared.workplace)
        self.notice = MissingNotice(self._missing, shared.language)
        #: Texts that a language which is ticked has none of.
        self.silent = PlainLabel(kind="error").wrapped()
        self.odd = PlainLabel(kind="error").wrapped()
        self.complete = Button(shared.theme, "settings")
        self.papers = WrittenPapers(shared)
        self.mail = MailButton(shared, quote)
        self.papers.buttons.add(self.mail)
        self.go = Button(shared.theme, "file-down", kind="primary")
        self.cancel = Button(shared.theme)
        self._arrange()
        self._say()
        self._tell_silent()
        self._listen()
        self._look_for_odd()

    def _arrange(self) -> None:
        """Put the questions over the answer over the buttons."""
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.purpose)
        if self._before.lifecycle.frozen:
            self.purpose.hide()
        column.addWidget(self._destination)
        column.addWidget(self.silent)
        column.addWidget(self.odd)
        column.addWidget(self.notice)
        column.addWidget(self._banner)
        column.addWidget(self.papers)
        buttons = QHBoxLayout()
        buttons.addWidget(self.complete)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column.addLayout(buttons)
        self.complete.setVisible(bool(self._missing))
        self.odd.hide()

    def _say(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.setWindowTitle(_("Export the quote"))
        self.complete.set_words(_("Open the settings"))
        self.cancel.set_words(_("Cancel"))
        self.go.set_words(_("Write the PDFs"))

    def _listen(self) -> None:
        """Connect what can be clicked."""
        self.go.clicked.connect(self._write)
        self.go.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.complete.clicked.connect(self._complete)
        for teller in (self.papers.buttons, self.mail):
            teller.told.connect(self._banner.show_good)
        self.mail.written.connect(self.papers.add)
        self.mail.failed.connect(self._refuse)
        self._destination.changed.connect(self._allow)

    def _hold_closed(self) -> None:
        """Only while the quote is presented can another edition be handed over."""
        before = self._before
        closed = before.lifecycle.frozen and (
            before.lifecycle.status is not Status.PRESENTED
        )
        for edition, box in self.editions.items():
            box.setEnabled(edition in before.issued or not closed)

    def _allow(self) -> None:
        """Write only where a language is ticked and nothing is being written."""
        idle, _ = self._job is None, self._shared.language.gettext
        self.go.setEnabled(bool(self._destination.chosen) and idle)
        self.go.set_words(_("Write the PDFs") if idle else _("Writing the PDFs…"))
        for way_out in (self.cancel, self.complete):
            way_out.setEnabled(not self._handing_over)
        self._tell_silent()

    @property
    def _handing_over(self) -> bool:
        """Whether a quote is on its way to another state; nothing stops it then."""
        return self._final and self._job is not None

    def reject(self) -> None:
        """Close, unless the editor would go on with a draft that is none any more."""
        if not self._handing_over:
            super().reject()

    def _tell_silent(self) -> None:
        """Name the texts that a chosen edition shows in another language."""
        codes = [
            code for edition in self._destination.chosen for code in edition.languages
        ]
        found = texts_missing(self._quote.offer, codes)
        said = [each.text for each in told(found, self._shared.language)]
        self.silent.setText("\n".join(said))
        self.silent.setVisible(bool(said))

    def _look_for_odd(self) -> None:
        """Find beside the window what else is odd about a paper that is not out yet."""
        quote = self._quote
        codes = [
            code for edition in self._destination.chosen for code in edition.languages
        ]

        def work(_monitor: Monitor) -> object:
            # reportlab takes a while to import.
            from app.use_cases.issuing import out_of_date  # noqa: PLC0415
            from app.use_cases.undrawn import texts_undrawn  # noqa: PLC0415

            odd = texts_undrawn(quote, codes)
            return (*out_of_date(quote), *odd[:_MOST_ODD])

        if not self._before.lifecycle.frozen:
            self._shared.jobs.run(self, work).done.connect(self._tell_odd)

    def _tell_odd(self, found: Problems) -> None:
        """Say it under the questions."""
        said = [each.text for each in told(found, self._shared.language)]
        self.odd.setText("\n".join(said))
        self.odd.setVisible(bool(said))

    def _complete(self) -> None:
        """Leave for the first setting that is missing; the quote is saved first."""
        self.reject()
        self.settings_wanted.emit(self._missing[0].where)

    def _write(self) -> None:
        """Write the PDFs beside the window."""
        editions, folder = self._destination.chosen, self._destination.path
        quote, workplace = self._quote, self._shared.workplace
        self._final = self._before.lifecycle.frozen or self.purpose.final
        final = self._final

        def work(_monitor: Monitor) -> object:
            # reportlab takes a while to import: the window was up before it.
            from app.use_cases.export import export  # noqa: PLC0415
            from app.use_cases.issuing import hand_over  # noqa: PLC0415

            if final:
                name = exact(quote.quote.proposal)
                return hand_over(workplace, name, editions, folder)
            return export(quote, editions, folder, workplace)

        self._banner.clear()
        self._job = self._shared.jobs.run(self, work)
        self._job.done.connect(
            lambda paths: self._show(dict(zip(editions, paths, strict=True)))
        )
        self._job.failed.connect(self._refuse)
        self._job.ended.connect(self._ended)
        self._allow()

    def _show(self, paths: dict[Edition, Path]) -> None:
        """Show where the PDFs are, and what can be done with them."""
        language = self._shared.language
        written = tuple(paths.values())
        remember_folder(self._shared, written[0])
        self.complete.hide()
        self.notice.hide()
        said = language.ngettext(
            "The PDF is written.", "The PDFs are written.", len(written)
        )
        self._banner.show_good(said)
        self.mail.offer(paths, draft=not self._final)
        self.papers.show_paths(written)
        self.cancel.set_words(language.gettext("Close"))
        self.go.hide()
        # What the banner says is laid out once the loop turns.
        QTimer.singleShot(0, self, self.adjustSize)
        self.written.emit(written)

    def _refuse(self, problems: Problems) -> None:
        """Say why a file was not written."""
        self._banner.show_problems(problems)

    def _ended(self) -> None:
        """Allow another try."""
        self._job = None
        self._allow()
        if self._final:
            self.purpose.hide()
            self.issued.emit()

"""The button that puts PDFs which were just written into a message."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal

from app.domain.choices import Edition
from app.use_cases.pricing import PricedQuote
from ui.jobs import Job, Monitor
from ui.opening_files import open_file
from ui.shared import Shared
from ui.widgets.button import Button


class MailButton(Button):
    """Writes the message beside the PDFs, and opens it to be sent."""

    #: Where the message is.
    written = Signal(object)
    #: A sentence on what was done, in the language of now.
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, shared: Shared, quote: PricedQuote) -> None:
        """Speak of the papers of a quote."""
        super().__init__(shared.theme, "mail")
        self._shared, self._quote = shared, quote
        self._paths: Mapping[Edition, Path] = {}
        self._draft = True
        self._job: Job | None = None
        self.clicked.connect(self._write)

    def offer(self, paths: Mapping[Edition, Path], *, draft: bool) -> None:
        """Offer to send these PDFs."""
        self._paths, self._draft = paths, draft
        self.set_words(self._shared.language.gettext("Send by e-mail…"))

    def _write(self) -> None:
        """Write the message beside the PDFs."""
        quote, paths, workplace = self._quote, self._paths, self._shared.workplace
        draft = self._draft

        def work(_monitor: Monitor) -> object:
            # What messages are made of takes a while to load.
            from app.use_cases.mailing import mail_written  # noqa: PLC0415

            return mail_written(quote, paths, workplace, draft=draft)

        # Disabled meanwhile, the button would lose the keyboard.
        if self._job is None:
            self._job = self._shared.jobs.run(self, work)
            self._job.done.connect(self._open)
            self._job.failed.connect(self.failed)
            self._job.ended.connect(self._ended)

    def _ended(self) -> None:
        """Allow another one."""
        self._job = None

    def _open(self, path: Path) -> None:
        """Hand the message to the mail program."""
        _ = self._shared.language.gettext
        self.written.emit(path)
        if open_file(path):
            text = _("The message is written: send it from your mail program.")
        else:
            text = _(
                "The message is written: open it with your mail program to send it."
            )
        self.told.emit(text)

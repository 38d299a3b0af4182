"""PDFs that were just written: opened, shown in their folder, put into a message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.choices import Edition
from app.files import kept_names
from app.use_cases.pricing import PricedQuote
from app.wording import sentence
from i18n import Language
from ui.jobs import Job, Monitor
from ui.opening_files import open_file, show_in_folder
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.plain_label import PlainLabel


def paths_told(paths: Iterable[Path], language: Language) -> str:
    """Name files, and say of each that has a second name which one has the first."""
    written = tuple(paths)
    kept = (sentence(each, language) for each in kept_names(written))
    return "\n".join((*map(str, written), *kept))


class WrittenPapers(QWidget):
    """Names the files and offers what people do next; hidden until there are any."""

    #: A sentence on what was done, in the language of now.
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, shared: Shared, quote: PricedQuote) -> None:
        """Speak of the papers of a quote."""
        super().__init__()
        self._shared, self._quote = shared, quote
        self._paths: Mapping[Edition, Path] = {}
        self._draft = True
        self._job: Job | None = None
        self.files = PlainLabel().wrapped()
        self.open = Button(shared.theme, "file-text")
        self.show_folder = Button(shared.theme, "folder-open")
        self.mail = Button(shared.theme, "mail")
        self._arrange()
        self.open.clicked.connect(self._open)
        self.show_folder.clicked.connect(self._show_folder)
        self.mail.clicked.connect(self._write_message)
        self.hide()

    def _arrange(self) -> None:
        """Put the names over the buttons."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.files)
        row = QHBoxLayout()
        for button in (self.open, self.show_folder, self.mail):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def show_paths(self, paths: Mapping[Edition, Path], *, draft: bool) -> None:
        """Offer these files, the first action at hand."""
        _ = self._shared.language.gettext
        self._paths, self._draft = paths, draft
        self.files.setText(paths_told(paths.values(), self._shared.language))
        one = len(paths) == 1
        self.open.set_words(_("Open the PDF") if one else _("Open the PDFs"))
        self.show_folder.set_words(_("Show in folder"))
        self.mail.set_words(_("Send by e-mail…"))
        self.show()
        self.open.setFocus()

    def _open(self) -> None:
        """Open each PDF in the program that shows them here."""
        opened = [open_file(path) for path in self._paths.values()]
        if not all(opened):
            _ = self._shared.language.gettext
            self.told.emit(_("No program opens PDFs here: they lie in that folder."))

    def _show_folder(self) -> None:
        """Show where they lie."""
        show_in_folder(next(iter(self._paths.values())))

    def _write_message(self) -> None:
        """Write the message beside the PDFs, then open it to be sent."""
        quote, paths, workplace = self._quote, self._paths, self._shared.workplace
        draft = self._draft

        def work(_monitor: Monitor) -> object:
            # What messages are made of takes a while to load.
            from app.use_cases.mailing import mail_written  # noqa: PLC0415

            return mail_written(quote, paths, workplace, draft=draft)

        # Disabled meanwhile, the button would lose the keyboard.
        if self._job is None:
            self._job = self._shared.jobs.run(self, work)
            self._job.done.connect(self._open_message)
            self._job.failed.connect(self.failed)
            self._job.ended.connect(self._ended)

    def _ended(self) -> None:
        """Allow another one."""
        self._job = None

    def _open_message(self, path: Path) -> None:
        """Hand the message to the mail program."""
        _ = self._shared.language.gettext
        names = [str(each) for each in (*self._paths.values(), path)]
        self.files.setText("\n".join(names))
        if open_file(path):
            text = _("The message is written: send it from your mail program.")
        else:
            text = _(
                "The message is written: open it with your mail program to send it."
            )
        self.told.emit(text)

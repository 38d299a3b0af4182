"""Writing a file for a colleague, and taking one in after a look."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.problems import Problems, suggestion
from app.use_cases import exchanging
from app.use_cases.exchanging import Delivery
from app.wording import sentence
from ui.alone import Alone
from ui.exchange.delivery_dialog import DeliveryDialog
from ui.folders import usual_folder
from ui.shared import Shared
from ui.widgets.file_dialog import file_dialog, folder_dialog


class Exchange(QObject):
    """Asks where, works beside the window, and tells what came of it."""

    #: Words, and the files that they are about.
    said = Signal(str, list)
    failed = Signal(object)
    #: A job to be followed, and the words for it.
    working = Signal(object, str)
    #: All of it was taken in, in words.
    taken = Signal(str)

    def __init__(self, shared: Shared, page: QWidget) -> None:
        """Ask over a page."""
        super().__init__(page)
        self._shared, self._page = shared, page
        self._alone = Alone(shared, self)

    def send(self) -> None:
        """Ask for a folder, and write all quotes and customers there."""
        language = self._shared.language
        title, folder = language.gettext("Folder"), usual_folder(self._shared)
        dialog = folder_dialog(self._page, title, language, folder)
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, folder: Path) -> None:
        """Write all quotes and customers into a folder."""
        workplace = self._shared.workplace
        job = self._shared.jobs.run(
            self, lambda monitor: exchanging.send(workplace, folder, monitor.report)
        )
        _ = self._shared.language.gettext
        self.working.emit(job, _("Writing quotes and customers…"))
        job.done.connect(lambda path: self._alone.tell(lambda: self._say_written(path)))
        job.failed.connect(self.failed)

    def choose(self) -> None:
        """Ask for a colleague's file."""
        language = self._shared.language
        title = language.gettext("A file from a colleague")
        dialog = file_dialog(self._page, title, language)
        dialog.setDirectory(usual_folder(self._shared))
        dialog.setNameFilters([language.gettext("Exchange files (*.waas-exchange)")])
        dialog.fileSelected.connect(lambda name: self.look_at(Path(name)))
        dialog.open()

    def look_at(self, path: Path) -> None:
        """Compare what a file brings, and ask."""
        workplace = self._shared.workplace
        job = self._shared.jobs.run(
            self, lambda monitor: exchanging.look_at(workplace, path, monitor.report)
        )
        _ = self._shared.language.gettext
        self.working.emit(job, _("Comparing what the file brings…"))
        job.done.connect(self._ask)
        job.failed.connect(self.failed)

    def _ask(self, found: Delivery) -> None:
        """Show what a file brings."""
        dialog = DeliveryDialog(self._shared, found, self._page)
        dialog.accepted.connect(lambda: self._take_in(found))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_in(self, found: Delivery) -> None:
        """Take it in beside the window."""
        workplace = self._shared.workplace
        job = self._shared.jobs.run(
            self, lambda monitor: exchanging.take_in(workplace, found, monitor.report)
        )
        _ = self._shared.language.gettext
        self.working.emit(job, _("Taking in quotes and customers…"))
        job.done.connect(self._say_taken)
        job.failed.connect(self.failed)

    def _say_written(self, path: Path) -> None:
        """Say where it is, and for whom."""
        text = self._shared.language.gettext(
            "{file} holds notes and commissions: give it to colleagues, never to a"
            " customer."
        )
        self.said.emit(text.format(file=path.name), [path])

    def _say_taken(self, notes: Problems) -> None:
        """Say what was special, and show what is here by now."""
        self._shared.quotes_changed.emit()
        if notes:
            self.failed.emit(notes)
        else:
            said = sentence(suggestion("exchange_taken_in"), self._shared.language)
            self.taken.emit(said)

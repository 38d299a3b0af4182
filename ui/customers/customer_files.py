"""Customers from a file: which column says what, what it would change, kept then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.problems import Problems
from app.use_cases import customer_files
from app.use_cases.customer_files import Review
from ui.customers.columns_form import ColumnsForm
from ui.customers.deeds import Deeds
from ui.customers.review_dialog import ReviewDialog
from ui.shared import Shared
from ui.widgets.file_dialog import file_dialog


class CustomerFiles(QObject):
    """Asks for a file, and shows what it would change before anything is kept."""

    failed = Signal(object)

    def __init__(self, shared: Shared, page: QWidget, deeds: Deeds) -> None:
        """Ask over a page."""
        super().__init__(page)
        self._shared, self._page, self._deeds = shared, page, deeds

    def choose(self) -> None:
        """Ask for a file."""
        language = self._shared.language
        title = language.gettext("Import customers")
        dialog = file_dialog(self._page, title, language)
        kinds = language.gettext("Tables (*.csv *.xlsx *.txt)")
        dialog.setNameFilters([kinds])
        dialog.fileSelected.connect(lambda name: self.look_at(Path(name)))
        dialog.open()

    def look_at(
        self,
        path: Path,
        columns: Mapping[str, str] | None = None,
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """Look through a file beside the window.

        `otherwise` takes a file that may be something else, where nothing in it names
        a customer.
        """
        workplace = self._shared.workplace
        job = self._shared.jobs.run(
            self, lambda _: customer_files.review(workplace, path, columns)
        )
        job.done.connect(lambda found: self._show(path, found))
        job.failed.connect(
            lambda problems: otherwise() if otherwise else self._explain(path, problems)
        )

    def _show(self, path: Path, found: Review) -> None:
        """Show what would change."""
        dialog = ReviewDialog(self._shared, found, self._page)
        dialog.accepted.connect(lambda: self._deeds.take_in(found))
        dialog.columns_wanted.connect(lambda: self._ask_columns(path, found.columns))
        _open(dialog)

    def _explain(self, path: Path, problems: Problems) -> None:
        """Ask which column says what where that is all that is lacking."""
        if [each.code for each in problems] == ["customer_column_missing"]:
            self._ask_columns(path, {})
        else:
            self.failed.emit(problems)

    def _ask_columns(self, path: Path, columns: Mapping[str, str]) -> None:
        """Ask which column says what, once the file is read again."""
        job = self._shared.jobs.run(self, lambda _: customer_files.column_names(path))
        job.done.connect(lambda names: self._show_columns(path, names, columns))
        job.failed.connect(self.failed)

    def _show_columns(
        self, path: Path, names: Sequence[str], columns: Mapping[str, str]
    ) -> None:
        """Ask which column says what, and look again."""
        form = ColumnsForm(self._shared, names, columns, self._page)
        form.accepted.connect(lambda: self.look_at(path, form.columns))
        _open(form)


def _open(dialog: QDialog) -> None:
    """Open a dialog that goes once it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

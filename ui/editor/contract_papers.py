"""The papers of the contract that follows from an accepted quote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.choices import Edition
from app.domain.lifecycle import exact
from app.domain.order import Order
from app.domain.problems import Problems
from app.ports import QuoteRecord
from i18n import N_
from ui.editor.extension_field import ExtensionField
from ui.editor.papers_dialog import PapersDialog, Prepare, Write
from ui.editor.signatory_fields import SignatoryFields
from ui.folders import remember_folder, usual_folder
from ui.opening_files import open_file, show_in_folder
from ui.shared import Shared
from ui.widgets.file_dialog import folder_dialog

_Found = TypeVar("_Found")


class ContractPapers(QObject):
    """Asks for what each paper needs, and has it written; `kept` names the quote."""

    kept = Signal(str)
    failed = Signal(object)

    def __init__(self, shared: Shared, parent: QWidget) -> None:
        """Ask over a page."""
        super().__init__(parent)
        self._shared, self._parent = shared, parent
        #: What opens once it is known what it says.
        self._asked: PapersDialog | None = None

    def order(self, record: QuoteRecord) -> None:
        """Ask for the order form; what it would lack is named beforehand."""
        proposal, workplace = record.quote.proposal, self._shared.workplace
        number = exact(proposal)
        known = record.contract.signatory
        fields = SignatoryFields(self._shared, proposal.customer, known)

        def prepare(editions: list[Edition], folder: Path) -> Write:
            signatory = fields.signatory

            def write() -> tuple[Path, ...]:
                # reportlab takes a while to import: the window was up before it.
                from app.use_cases.accepted import write_order  # noqa: PLC0415

                made = write_order(workplace, number, editions, folder, signatory)
                return made.paths

            return write

        title = N_("Order form")
        dialog = self._dialog(title, proposal.language, prepare, fields)
        # Who signs is kept with the quote, which is to be read again.
        dialog.written.connect(lambda: self.kept.emit(number))

        def look() -> Order:
            from app.use_cases.accepted import order_of  # noqa: PLC0415

            return order_of(workplace, number)

        self._open_after(dialog, look, fields.show_order, fields.show_problems)

    def end(self, record: QuoteRecord) -> None:
        """Ask for the sheet on the end of the contract."""
        proposal, workplace = record.quote.proposal, self._shared.workplace
        number = exact(proposal)

        def prepare(editions: list[Edition], folder: Path) -> Write:
            def write() -> tuple[Path, ...]:
                from app.use_cases.accepted import write_end_sheet  # noqa: PLC0415

                return write_end_sheet(workplace, number, editions, folder)

            return write

        title = N_("End of the contract")
        self._dialog(title, proposal.language, prepare).open()

    def signed(self, record: QuoteRecord) -> None:
        """Ask for a folder, write the copy that was signed into it, and open it."""
        shared, number = self._shared, exact(record.quote.proposal)
        language, workplace = shared.language, shared.workplace
        title = language.gettext("Folder for the signed copy")
        asked = folder_dialog(self._parent, title, language, usual_folder(shared))

        def write(folder: str) -> None:
            from app.use_cases.signing import write_signed  # noqa: PLC0415

            job = shared.jobs.run(
                self, lambda _: write_signed(workplace, number, Path(folder))
            )
            job.done.connect(self._open)
            job.failed.connect(self.failed)

        asked.fileSelected.connect(write)
        asked.open()

    def _open(self, paths: tuple[Path, ...]) -> None:
        """Open the newest of them."""
        remember_folder(self._shared, paths[-1])
        if not open_file(paths[-1]):
            show_in_folder(paths[-1])

    def extension(self, record: QuoteRecord) -> None:
        """Ask for the offer of an extension, and by how many months."""
        proposal, workplace = record.quote.proposal, self._shared.workplace
        number = exact(proposal)
        field = ExtensionField(self._shared)

        def prepare(editions: list[Edition], folder: Path) -> Write:
            months = field.chosen

            def write() -> tuple[Path, ...]:
                from app.use_cases.accepted import (  # noqa: PLC0415
                    write_extension_offer,
                )

                return write_extension_offer(
                    workplace, number, editions, folder, months
                )

            return write

        title = N_("Extension offer")
        dialog = self._dialog(title, proposal.language, prepare, field)

        def look() -> tuple[int, ...]:
            from app.use_cases.accepted import extension_choices  # noqa: PLC0415

            return extension_choices(workplace, number)

        def refuse(problems: Problems) -> None:
            field.refuse(problems)
            dialog.close_off()

        self._open_after(dialog, look, field.offer, refuse)

    def _dialog(
        self,
        title: str,
        own: Edition,
        prepare: Prepare,
        questions: QWidget | None = None,
    ) -> PapersDialog:
        """Return a dialog that goes once it is closed."""
        dialog = PapersDialog(
            self._shared, title, own, prepare, self._parent, questions
        )
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _open_after(
        self,
        dialog: PapersDialog,
        look: Callable[[], _Found],
        show: Callable[[_Found], None],
        refuse: Callable[[Problems], None],
    ) -> None:
        """Find out beside the window what a dialog says: it opens as it is to be.

        The last that is asked for opens: two clicks are one.
        """
        if self._asked is not None:
            self._asked.deleteLater()
        self._asked = dialog
        job = self._shared.jobs.run(dialog, lambda _: look())
        job.done.connect(show)
        job.failed.connect(refuse)
        job.ended.connect(lambda: self._open_asked(dialog))

    def _open_asked(self, dialog: PapersDialog) -> None:
        """Open a dialog, unless another was asked for meanwhile."""
        if dialog is self._asked:
            self._asked = None
            dialog.open()

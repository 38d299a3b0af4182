"""The papers of the contract that follows from an accepted quote."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.choices import Edition
from app.domain.lifecycle import exact
from app.ports import QuoteRecord
from i18n import N_
from ui.editor.extension_field import ExtensionField
from ui.editor.papers_dialog import PapersDialog, Prepare, Write
from ui.editor.signatory_fields import SignatoryFields
from ui.folders import remember_folder, usual_folder
from ui.jobs import Job
from ui.opening_files import open_file, show_in_folder
from ui.shared import Shared
from ui.widgets.file_dialog import folder_dialog


class ContractPapers(QObject):
    """Asks for what each paper needs, and has it written; `kept` names the quote."""

    kept = Signal(str)
    failed = Signal(object)

    def __init__(self, shared: Shared, parent: QWidget) -> None:
        """Ask over a page."""
        super().__init__(parent)
        self._shared, self._parent = shared, parent

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
        dialog.open()
        self._name_lacks(fields, number)

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
        dialog.open()
        self._find_choices(field, number).failed.connect(dialog.close_off)

    def _find_choices(self, field: ExtensionField, number: str) -> Job:
        """Find out beside the window how far the contract can be extended."""
        workplace = self._shared.workplace

        def look() -> object:
            from app.use_cases.accepted import extension_choices  # noqa: PLC0415

            return extension_choices(workplace, number)

        job = self._shared.jobs.run(field, lambda _: look())
        job.done.connect(field.offer)
        job.failed.connect(field.refuse)
        return job

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

    def _name_lacks(self, fields: SignatoryFields, number: str) -> None:
        """Find out beside the window what the form would lack."""
        workplace = self._shared.workplace

        def look() -> object:
            from app.use_cases.accepted import order_of  # noqa: PLC0415

            return order_of(workplace, number)

        job = self._shared.jobs.run(fields, lambda _: look())
        job.done.connect(fields.show_order)
        job.failed.connect(fields.show_problems)

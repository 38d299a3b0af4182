"""The commission sheet of the quote, for the partner alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.ports import QuoteRecord
from app.use_cases.pricing import PricedQuote
from ui.folders import usual_folder
from ui.jobs import Monitor
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.file_dialog import folder_dialog
from ui.widgets.partner_file import PartnerFile


class CommissionPaper:
    """Asks which folder a quote's commission sheet goes into, and has it written."""

    def __init__(self, shared: Shared, banner: Banner, parent: QWidget) -> None:
        """Ask over a page, and tell in its banner."""
        self._shared, self._parent = shared, parent
        self._file = PartnerFile(shared, banner, parent)

    def ask(self, quote: PricedQuote, record: QuoteRecord | None) -> None:
        """Ask for the sheet of a quote as it is now, and as it is kept."""
        language, workplace = self._shared.language, self._shared.workplace

        def write(folder: Path, _: Monitor) -> Path:
            # reportlab takes a while to import: the window was up before it.
            from app.use_cases.partner_papers import (  # noqa: PLC0415
                write_commission_sheet,
            )

            return write_commission_sheet(
                workplace, quote, folder, language.code, record
            )

        self._file.ask(self._question, write)

    def _question(self) -> QFileDialog:
        """Return a dialog that asks for a folder."""
        language = self._shared.language
        title = language.gettext("Folder for the commission sheet")
        folder = usual_folder(self._shared)
        return folder_dialog(self._parent, title, language, folder)

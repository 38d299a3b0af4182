"""The report of what a file would change, for the partner alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app import files
from ui.folders import usual_folder
from ui.jobs import Job, Monitor
from ui.prices.review import Review
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.file_dialog import save_dialog
from ui.widgets.partner_file import PartnerFile
from ui.widgets.progress import JobProgress


class Report:
    """Asks where a review's report goes, and has it written."""

    def __init__(
        self, shared: Shared, banner: Banner, progress: JobProgress, parent: QWidget
    ) -> None:
        """Ask over a page, and tell in its banner."""
        self._shared, self._parent, self._progress = shared, parent, progress
        self._file = PartnerFile(shared, banner, parent)
        self._file.begun.connect(self._follow)

    def ask(self, review: Review | None) -> None:
        """Ask for the report of a review that compares two versions."""
        if review is None or review.old is None or review.new is None:
            return
        old, new, moved = review.old, review.new, review.moved
        workplace, code = self._shared.workplace, self._shared.language.code

        def write(path: Path, monitor: Monitor) -> Path:
            # reportlab takes a while to import: the window was up before it.
            from app.use_cases.partner_papers import (  # noqa: PLC0415
                write_price_report,
            )

            return write_price_report(
                *(workplace, old, new, moved, path),
                code=code,
                before_write=lambda: monitor.report(1, 1),
            )

        name = files.safe_name(f"{new.list_id} {old.version} - {new.version}")
        self._file.ask(lambda: self._question(name), write)

    def _follow(self, job: Job) -> None:
        """Show that a long list's report takes its time, and let it be stopped."""
        text = self._shared.language.gettext("Writing the report…")
        self._progress.follow(job, text)

    def _question(self, name: str) -> QFileDialog:
        """Return a dialog that asks for a file, and proposes a name."""
        _ = self._shared.language.gettext
        return save_dialog(
            self._parent,
            _("Report on the price changes"),
            self._shared.language,
            Path(usual_folder(self._shared)) / f"{name}.pdf",
            (_("PDF (*.pdf)"), _("Workbook (*.xlsx)")),
        )

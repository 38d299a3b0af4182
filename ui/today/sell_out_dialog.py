"""What signed contracts sold, by manufacturer and product, for the partner alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import files
from app.domain.period import Period, Span, looking_back
from app.domain.problems import Problems, RefusedError
from app.domain.sell_out import SellOut
from app.use_cases.selling_out import sell_out
from app.use_cases.workplace import Workplace
from app.wording.sell_out import nothing_sold
from i18n import N_, Language
from ui.folders import usual_folder
from ui.jobs import Job, Monitor
from ui.shared import Shared
from ui.today.sold_rows import SoldRow, sold_columns, sold_rows, summary
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.cover import Cover
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.file_dialog import save_dialog
from ui.widgets.maybe_day import chosen, day_edit, show_day
from ui.widgets.partner_file import PartnerFile
from ui.widgets.plain_label import PlainLabel
from ui.widgets.progress import JobProgress
from ui.widgets.read_table import ReadModel, ReadTable
from ui.widgets.room import within_screen
from ui.widgets.segments import Segments

_SIZE: Final = (880, 560)
_DAYS: Final = "days"
_SPANS: Final = (
    N_("This month"),
    N_("Last month"),
    N_("This quarter"),
    N_("This year"),
    N_("Other days"),
)
#: Counting more contracts takes long enough to say so.
_LONG: Final = 2_000


@dataclass(frozen=True, slots=True)
class _Counted:
    """What was sold, and its rows."""

    found: SellOut
    rows: tuple[SoldRow, ...]


def _counted(
    workplace: Workplace, period: Period, language: Language, monitor: Monitor
) -> _Counted:
    """Count beside the window."""
    found = sell_out(workplace, period, monitor.report)
    return _Counted(found, tuple(sold_rows(found, language)))


class SellOutDialog(QDialog):
    """A period above, what was sold in it below; it can be written as a file."""

    def __init__(self, shared: Shared, parent: QWidget) -> None:
        """Begin with the month of today."""
        super().__init__(parent)
        self._shared = shared
        self._found: SellOut | None = None
        self._job: Job | None = None
        today = shared.workplace.clock.today()
        last = looking_back(Span.YEAR, today).last
        self.spans = Segments((*(each.value for each in Span), _DAYS))
        self.first, self.last = day_edit(today, last), day_edit(today, last)
        self.model: ReadModel[SoldRow] = ReadModel(
            shared, sold_columns(), self, tone=lambda row: row.tone
        )
        self.table = ReadTable(self.model)
        self._nothing = PlainLabel("", "quiet").wrapped()
        self._body = QStackedWidget()
        self._note = PlainLabel("", "quiet").wrapped()
        self._progress = JobProgress(shared)
        self._banner = Banner(shared, within=True)
        self._file = PartnerFile(shared, self._banner, self)
        self.export = Button(shared.theme, "file-down")
        self.done_button = Button(shared.theme)
        self._arrange()
        self._say()
        self._connect()
        self._look_back(self.spans.value)
        Cover(self, shared)

    def _arrange(self) -> None:
        """Put the period over the table over what can be done."""
        period, below = QHBoxLayout(), QHBoxLayout()
        period.setSpacing(10)
        self._names = PlainLabel(kind="small"), PlainLabel(kind="small")
        for name, edit in zip(self._names, (self.first, self.last), strict=True):
            name.setBuddy(edit)
            period.addWidget(name)
            period.addWidget(edit)
        period.addStretch(1)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for each in (self.table, self._nothing):
            self._body.addWidget(each)
        below.setSpacing(10)
        below.addWidget(self._note, 1)
        below.addWidget(self.export)
        below.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.spans)
        column.addLayout(period)
        column.addWidget(self._banner)
        column.addWidget(self._progress)
        column.addWidget(self._body, 1)
        column.addLayout(below)
        within_screen(self, *_SIZE)

    def _say(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.setWindowTitle(_("Sell-out"))
        self.spans.set_texts(_("Period"), [_(text) for text in _SPANS])
        words = (_("Signed from"), _("to"))
        edits = self.first, self.last
        for name, edit, text in zip(self._names, edits, words, strict=True):
            name.setText(text)
            edit.setAccessibleName(text)
        self.table.setAccessibleName(_("Products sold"))
        self.export.set_words(_("Export…"), _("Write it as CSV, a workbook or a PDF"))
        self.done_button.set_words(_("Close"))

    def _connect(self) -> None:
        """Let everything answer."""
        self.spans.chosen.connect(self._look_back)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self._take_days)
        self._file.begun.connect(self._follow_file)
        self.export.clicked.connect(self._ask)
        self.done_button.clicked.connect(self.reject)
        hear_customer_key(self, self._shared)

    def _look_back(self, span: str) -> None:
        """Count a span of days, or let other days be typed."""
        if span == _DAYS:
            self.first.setFocus()
            return
        period = looking_back(Span(span), self._shared.workplace.clock.today())
        for edit, day in ((self.first, period.first), (self.last, period.last)):
            with QSignalBlocker(edit):
                show_day(edit, day)
        self._count(period)

    def _take_days(self) -> None:
        """Count the days that were typed."""
        self.spans.choose(_DAYS)
        try:
            period = Period(chosen(self.first), chosen(self.last))
        except RefusedError as refusal:
            self._forget()
            self._banner.show_problems(refusal.problems)
            return
        self._count(period)

    def _count(self, period: Period) -> None:
        """Count beside the window; nobody waits for other days any longer."""
        self._forget()
        workplace, language = self._shared.workplace, self._shared.language
        self._job = job = self._shared.jobs.run(
            self, lambda monitor: _counted(workplace, period, language, monitor)
        )
        job.progress.connect(lambda _, total: self._follow(job, total))
        job.done.connect(lambda counted: self._take(job, counted))
        job.failed.connect(lambda problems: self._fail(job, problems))
        job.cancelled.connect(lambda: self._stop(job))

    def _forget(self) -> None:
        """Show nothing of other days."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._found = None
        self._banner.clear()
        self._say_instead("")
        self._note.clear()
        self.model.show_rows(())
        self.export.setEnabled(False)

    def _follow(self, job: Job, total: int) -> None:
        """Show how far a long count is."""
        if job is self._job and total > _LONG and self._progress.isHidden():
            text = self._shared.language.gettext("Counting the contracts…")
            self._progress.follow(job, text, reads=True)

    def _take(self, job: Job, counted: _Counted) -> None:
        """Show what was sold."""
        if job is not self._job:
            return
        self._job, self._found = None, counted.found
        self.model.show_rows(counted.rows)
        self.export.setEnabled(bool(counted.rows))
        language = self._shared.language
        if counted.found.contracts:
            self._note.setText(summary(counted.found, language))
        else:
            self._say_instead(nothing_sold(language))

    def _stop(self, job: Job) -> None:
        """Say that nothing was counted."""
        if job is self._job:
            self._job = None
            _ = self._shared.language.gettext
            self._say_instead(_("Not counted: choose a period again."))

    def _say_instead(self, text: str) -> None:
        """Say something in place of the table."""
        self._nothing.setText(text)
        self._body.setCurrentWidget(self._nothing if text else self.table)

    def _fail(self, job: Job, problems: Problems) -> None:
        """Say why it cannot be counted."""
        if job is self._job:
            self._job = None
            self._banner.show_problems(problems)

    def _ask(self) -> None:
        """Ask where the file goes."""
        found, workplace = self._found, self._shared.workplace
        code = self._shared.language.code
        if found is None:
            return

        def write(path: Path, monitor: Monitor) -> Path:
            # reportlab takes a while to import: the window was up before it.
            from app.use_cases.partner_papers import write_sell_out  # noqa: PLC0415

            return write_sell_out(
                workplace, found, path, code, lambda: monitor.report(1, 1)
            )

        period = found.period
        name = files.safe_name(f"sell-out {period.first} {period.last}")
        self._file.ask(lambda: self._question(name), write)

    def _question(self, name: str) -> QFileDialog:
        """Return a dialog that asks for a file, and proposes a name."""
        _ = self._shared.language.gettext
        kinds = _("Workbook (*.xlsx)"), _("Table (*.csv)"), _("PDF (*.pdf)")
        path = Path(usual_folder(self._shared)) / f"{name}.xlsx"
        title = _("Export the sell-out")
        return save_dialog(self, title, self._shared.language, path, kinds)

    def _follow_file(self, job: Job) -> None:
        """Show that a long paper takes its time, and let it be stopped."""
        text = self._shared.language.gettext("Writing the report…")
        self._progress.follow(job, text)

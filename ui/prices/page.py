"""The page of price lists: which ones count, and importing another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.problems import Problems
from app.ports import ListRecord
from app.use_cases import prices
from app.use_cases.history import KeptVersion, versions
from app.use_cases.waiting import coming, taken_back, waiting
from ui.jobs import Job
from ui.prices.imported import imported_sentence
from ui.prices.lists import ListSummary, summaries
from ui.prices.lists_view import ListsView
from ui.prices.news import News
from ui.prices.report import Report
from ui.prices.retiring import Retiring
from ui.prices.review import Review, review
from ui.prices.review_view import ReviewView
from ui.prices.watch import Watch
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.file_dialog import file_dialog
from ui.widgets.kind import set_kind
from ui.widgets.page_header import PageHeader
from ui.widgets.progress import JobProgress
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.pricelist.mapping.profile import Profile
    from app.use_cases.mappings import Unmapped
    from ui.prices.history.view import HistoryView
    from ui.prices.mapping.view import MappingView


class PricesPage(Translated):
    """Shows the lists; a file is looked at first, and imported when accepted."""

    def __init__(
        self,
        shared: Shared,
        parent: QWidget | None = None,
        watch: Watch | None = None,
    ) -> None:
        """Lay the page out and load the lists."""
        super().__init__(parent)
        set_kind(self, "page")
        self._shared = shared
        self._found: Review | None = None
        self._looking: Job | None = None
        self._waiting: tuple[ListRecord, ...] = ()
        self._header = PageHeader(shared)
        self._import = Button(shared.theme, "file-up", kind="primary", key="Ctrl+I")
        self._banner = Banner(shared)
        self._progress = JobProgress(shared)
        self._lists = ListsView(shared)
        self._review = ReviewView(shared)
        self._mapping: MappingView | None = None
        self._past: HistoryView | None = None
        self.history = Button(shared.theme)
        self._news = News(shared)
        self.retiring = Retiring(shared, self, self._banner)
        self._report = Report(shared, self._banner, self._progress, self)
        self.watch = watch or Watch(shared, self)
        self._body = QStackedWidget()
        self._arrange()
        self._listen()
        shared.prices_changed.connect(self.reload)
        self.retranslate()
        self.reload()

    def _listen(self) -> None:
        """Connect what can be chosen, and what the watch tells and has told."""
        self._import.clicked.connect(self.choose_file)
        self.history.clicked.connect(self.show_history)
        self._lists.asked.connect(self.choose_file)
        self._lists.retire_wanted.connect(self._retire_list)
        self._lists.see_wanted.connect(self._see_waiting)
        self._lists.back_wanted.connect(self._take_back)
        self._review.accepted.connect(self._accept)
        self._review.left.connect(self._leave)
        self._review.report_wanted.connect(lambda: self._report.ask(self._found))
        self._review.currency_chosen.connect(self._look_again)
        self._review.mapping_wanted.connect(self._change_mapping)
        self.watch.proposed.connect(self._show_news)
        self.watch.reached.connect(self._lists.watched.show_lost)
        self._lists.watched.show_lost(self.watch.problems)
        self._show_news()
        self._news.wanted.connect(self._look_at_news)
        self._news.done.connect(self.watch.drop_first)
        self._news.done.connect(self._show_news)

    def reload(self) -> None:
        """Load the lists again, beside the window."""
        workplace = self._shared.workplace
        job = self._shared.jobs.run(self, lambda _: summaries(workplace))
        job.done.connect(self._take)
        job.failed.connect(self._banner.show_problems)
        waits = self._shared.jobs.run(self, lambda _: waiting(workplace))
        waits.done.connect(self._take_waiting)

    def showEvent(self, event: QShowEvent) -> None:
        """Find out what waiting lists change once somebody looks."""
        super().showEvent(event)
        self._take_waiting(self._waiting)

    def choose_file(self) -> None:
        """Ask for a file, without holding the window up."""
        _ = self._shared.language.gettext
        kinds = _("Price lists (*.csv *.txt *.xlsx)")
        everything = _("All files (*)")
        title = _("Import a price list")
        dialog = file_dialog(self, title, self._shared.language)
        dialog.setNameFilters([kinds, everything])
        dialog.fileSelected.connect(lambda name: self.look_at(Path(name)))
        dialog.open()

    def look_at(
        self, path: Path, currency: str = "", mapping: Profile | None = None
    ) -> None:
        """Find out what a file would change, read with its mapping, and show it."""
        self._banner.clear()
        workplace = self._shared.workplace
        if self._looking is not None:
            self._looking.cancel()
        job = self._looking = self._shared.jobs.run(
            self, lambda monitor: review(workplace, path, monitor, currency, mapping)
        )
        text = self._shared.language.gettext("Reading {file}…")
        self._progress.follow(job, text.format(file=path.name), reads=True)
        job.done.connect(self._show_review)
        job.failed.connect(self._banner.show_problems)
        job.ended.connect(lambda: self._looked(job))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.setWindowTitle(_("Prices"))
        self._header.set_title(_("Prices"))
        self._import.set_words(_("Import a price list"))
        self.history.set_words(_("History"), _("Every version that was imported"))
        self.retiring.undoing.retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave dropped files to the window, which takes them on every page."""
        event.ignore()

    def _arrange(self) -> None:
        """Put the header above the lists, or above what a file would change."""
        self._header.add_action(self.history)
        self._header.add_action(self._import)
        self._body.addWidget(self._lists)
        self._body.addWidget(self._review)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(self._progress)
        whole.addWidget(self._banner)
        whole.addWidget(self._news)
        whole.addWidget(self._body, 1)

    def _looked(self, job: Job) -> None:
        """Know that nothing is read any more, unless another file is by now.

        Where nothing came of what was mapped, there is nothing left to map.
        """
        if job is not self._looking:
            return
        self._looking = None
        mapping = self._mapping
        if mapping and self._body.currentWidget() is mapping and not mapping.asks:
            self._body.setCurrentWidget(self._lists)
            self._import.setFocus()

    def _take(self, lists: tuple[ListSummary, ...]) -> None:
        """Show the lists that were loaded."""
        self._lists.show_lists(lists)

    def _take_waiting(self, records: tuple[ListRecord, ...]) -> None:
        """Show the lists that wait, and find out what each changes."""
        self._waiting = records
        if not self.isVisible() or not records:
            self._lists.show_waiting(tuple((each, None) for each in records))
            return
        workplace = self._shared.workplace
        job = self._shared.jobs.run(
            self, lambda _: tuple((each, coming(workplace, each)) for each in records)
        )
        job.done.connect(self._lists.show_waiting)

    def _retire_list(self, summary: ListSummary) -> None:
        """Take every version of a list out of use."""
        workplace, name = self._shared.workplace, summary.list_id
        self.retiring.retire(
            name, lambda: [each.record.version for each in versions(workplace, name)]
        )

    def _retire_version(self, kept: KeptVersion) -> None:
        """Take a version out of use, or back into it."""
        record = kept.record
        self.retiring.retire(
            record.list_id, lambda: (record.version,), back=not record.in_use
        )

    def _take_back(self, record: ListRecord) -> None:
        """Take back a list that waits, before it ever counted."""
        workplace = self._shared.workplace
        self.retiring.retire(record.list_id, lambda: taken_back(workplace, record))

    def _see_waiting(self, record: ListRecord) -> None:
        """Show what a waiting list changes, line by line."""
        self.show_history().show_version(record.list_id, record.version)

    def _look_again(self, currency: str) -> None:
        """Look at the same file in one of its currencies."""
        if self._found is not None:
            self.look_at(self._found.path, currency)

    def _show_news(self) -> None:
        """Say what was found where lists are watched for, one after the other."""
        self._news.show_waiting(self.watch.waiting)

    def _look_at_news(self, found: Review) -> None:
        """Show what was found where lists are watched for."""
        self._banner.clear()
        self._show_review(found)

    def _show_review(self, found: Review) -> None:
        """Show what a file would change, or ask which of its columns is what."""
        self._found = found
        if found.unmapped is not None:
            self._show_mapping(found.path, found.unmapped)
            if found.refusal:
                self._banner.show_problems(found.refusal)
            return
        self._review.show_review(found)
        self._body.setCurrentWidget(self._review)

    def _show_mapping(self, path: Path, file: Unmapped) -> None:
        """Ask which column is what; most never need that page."""
        # What most never need is loaded when somebody does.
        from ui.prices.mapping.view import MappingView  # noqa: PLC0415

        if self._mapping is None:
            self._mapping = MappingView(self._shared)
            self._mapping.saved.connect(self.look_at)
            self._mapping.left.connect(self._leave)
            self._body.addWidget(self._mapping)
        self._body.setCurrentWidget(self._mapping)
        self._mapping.open_file(path, file)

    def show_history(self) -> HistoryView:
        """Show every version that was imported."""
        # What most never need is loaded when somebody does.
        from ui.prices.history.view import HistoryView  # noqa: PLC0415

        if self._past is None:
            self._past = HistoryView(self._shared)
            self._past.left.connect(self._leave)
            self._past.retire_wanted.connect(self._retire_version)
            self._shared.prices_changed.connect(self._past.reload)
            self._body.addWidget(self._past)
        self._past.reload()
        self._body.setCurrentWidget(self._past)
        self._past.versions_table.setFocus()
        return self._past

    def _change_mapping(self) -> None:
        """Ask again which column of the file looked at is what."""
        if self._found is None:
            return
        from app.use_cases.mappings import to_map  # noqa: PLC0415 -- as above

        workplace, path = self._shared.workplace, self._found.path
        currency = self._found.new.currency if self._found.new else ""
        job = self._shared.jobs.run(self, lambda _: to_map(workplace, path, currency))
        job.done.connect(lambda file: self._show_mapping(path, file))
        job.failed.connect(self._banner.show_problems)

    def _accept(self) -> None:
        """Import what was read and is looked at."""
        workplace, found = self._shared.workplace, self._found
        if found is None:
            return
        name = found.path.name
        self._review.set_busy(True)
        job = self._shared.jobs.run(
            self,
            lambda monitor: prices.import_checked(
                workplace, found.read, name, monitor.report, found.enriched
            ),
        )
        text = self._shared.language.gettext("Importing {file}…")
        self._progress.follow(job, text.format(file=name))
        job.done.connect(self._tell_imported)
        job.failed.connect(self._tell_refused)
        job.ended.connect(lambda: self._review.set_busy(False))

    def _tell_imported(self, done: prices.Import) -> None:
        """Go back to the lists and say that it counts now, or was there before."""
        today = self._shared.workplace.clock.today()
        self._body.setCurrentWidget(self._lists)
        self._banner.show_good(imported_sentence(done, today, self._shared.language))
        self._import.setFocus()
        self._shared.prices_changed.emit()

    def _tell_refused(self, problems: Problems) -> None:
        """Say why it was not imported."""
        self._banner.show_problems(problems)

    def _leave(self) -> None:
        """Go back to the lists, with nothing imported."""
        self._banner.clear()
        self._body.setCurrentWidget(self._lists)
        self._import.setFocus()

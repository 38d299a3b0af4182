"""Every imported version over its items, or over what it changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.use_cases import price_files
from app.use_cases.history import KeptVersion, versions
from ui.jobs import Job, Monitor
from ui.letting_go import let_go
from ui.models.words import folded_words
from ui.prices.change_table import change_model
from ui.prices.history.reading import (
    ReadVersion,
    compared,
    others,
    read_version,
)
from ui.prices.history.rows import VersionRow, version_columns, version_row
from ui.prices.items import ItemsTable, Searchable, holding, item_columns
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.file_dialog import folder_dialog
from ui.widgets.plain_label import PlainLabel
from ui.widgets.progress import JobProgress
from ui.widgets.read_table import ReadModel, ReadTable
from ui.widgets.search_field import SearchField
from ui.widgets.segments import Segments
from ui.widgets.translated import Translated

_ITEMS: Final = "items"
_CHANGES: Final = "changes"
#: Reading more items takes long enough to say so.
_LONG: Final = 5_000


class HistoryView(Translated):
    """Versions above; below, the items of the chosen one or its changes."""

    left = Signal()
    #: The KeptVersion that is to change sides: out of use, or back into it.
    retire_wanted = Signal(object)

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin without versions: `reload` brings them."""
        super().__init__(parent)
        self._shared = shared
        self._kept: tuple[KeptVersion, ...] = ()
        self._read: ReadVersion | None = None
        self._reading: Job | None = None
        self._wanted: tuple[str, str] | None = None
        self.back = Button(shared.theme, "arrow-left")
        self._heading = PlainLabel("", "title")
        self.banner = Banner(shared)
        self._progress = JobProgress(shared)
        self.versions: ReadModel[VersionRow] = ReadModel(
            shared, version_columns(), self, tone=lambda row: row.tone
        )
        self.versions_table = ReadTable(self.versions)
        self.versions_table.least = 126
        self.items: ReadModel[Searchable] = ReadModel(
            shared, item_columns(lambda: shared.language), self
        )
        self.changes = change_model(shared, self)
        self._tables = ItemsTable(self.items), ReadTable(self.changes)
        self.shows = Segments((_ITEMS, _CHANGES))
        self.against = QComboBox()
        self.against.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.search = SearchField(shared.theme)
        self.retire = Button(shared.theme)
        self.export = Button(shared.theme, "file-down")
        self._nothing = PlainLabel("", "quiet")
        self._lower = QStackedWidget()
        self._arrange()
        self._listen()
        self.retranslate()

    def reload(self) -> None:
        """Load what was imported, beside the window."""
        workplace = self._shared.workplace
        job = self._shared.jobs.run(self, lambda _: versions(workplace))
        job.done.connect(self._take)
        job.failed.connect(self.banner.show_problems)

    def retranslate(self) -> None:
        """Say everything in the language of now, for whoever looks on."""
        _ = self._shared.language.gettext
        self._heading.setText(_("History of the price lists"))
        self.back.set_words(_("Back to the prices"))
        self.back.fold(True)
        self.versions_table.setAccessibleName(_("Imported versions"))
        self._tables[0].setAccessibleName(_("Items of the version"))
        self._tables[1].setAccessibleName(_("What changes"))
        self.shows.set_texts(_("Show"), (_("Items"), _("Changes")))
        self.search.set_words(_("Search items"), _("Reference, name, manufacturer"))
        self.against.setAccessibleName(_("Compared with"))
        self.export.set_words(_("Export…"), _("Write the list as CSV and XLSX"))
        self._offer_retiring()
        self._nothing.setText(_("No price list has been imported yet."))
        chosen = self._chosen()
        self._write_versions()
        self._choose(chosen)

    def _arrange(self) -> None:
        """Put the heading over the versions over what is shown of one."""
        top = QHBoxLayout()
        top.setContentsMargins(20, 12, 20, 8)
        top.setSpacing(10)
        top.addWidget(self.back)
        top.addWidget(self._heading, 1)
        bar = QHBoxLayout()
        bar.setSpacing(10)
        bar.addWidget(self.shows)
        bar.addWidget(self.against)
        bar.addWidget(self.search, 1)
        bar.addStretch(1)
        bar.addWidget(self.retire)
        bar.addWidget(self.export)
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        for table in self._tables:
            self._lower.addWidget(table)
        column.addWidget(self._lower, 1)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.versions_table)
        self._split.addWidget(lower)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        held = QVBoxLayout()
        held.setContentsMargins(20, 0, 20, 16)
        held.addWidget(self._nothing)
        held.addWidget(self._split, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._progress)
        whole.addWidget(self.banner)
        whole.addLayout(held, 1)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _listen(self) -> None:
        """Connect what can be chosen."""
        self.back.clicked.connect(self.left)
        self.versions_table.selectionModel().currentRowChanged.connect(self._open)
        self.shows.chosen.connect(self._show)
        self.against.activated.connect(self._compare)
        self.search.textChanged.connect(self._find)
        self.export.clicked.connect(self._ask_folder)
        self.retire.clicked.connect(self._want_retired)
        self._shared.customer_view_changed.connect(lambda _: self._show_rows())

    def _take(self, kept: tuple[KeptVersion, ...]) -> None:
        """Show what was imported, and the version shown before, else the newest."""
        shown = self._wanted or self._named(self._chosen())
        self._wanted = None
        self._kept = kept
        self._write_versions()
        self._nothing.setVisible(not kept)
        self._split.setVisible(bool(kept))
        if not kept:
            self.back.setFocus()
        names = [self._named(place) for place in range(len(kept))]
        self._choose(names.index(shown) if shown in names else 0)

    def _write_versions(self) -> None:
        """Write the versions in the language of now."""
        language = self._shared.language
        self.versions.show_rows([version_row(each, language) for each in self._kept])

    def show_version(self, list_id: str, version: str) -> None:
        """Show what a version changes, once it is loaded."""
        self._wanted = (list_id, version)
        self.show_changes()
        self.reload()

    def _named(self, place: int) -> tuple[str, str] | None:
        """Return the list and the version at a place; None where there is none."""
        if not 0 <= place < len(self._kept):
            return None
        record = self._kept[place].record
        return record.list_id, record.version

    def _offer_retiring(self) -> None:
        """Offer what can be done with the chosen version, and say what was done."""
        _, place = self._shared.language.gettext, self._chosen()
        retired = (
            self._kept[place].record.retired if 0 <= place < len(self._kept) else None
        )
        if retired is None:
            tip = _("The version stays here, and can be taken back")
            self.retire.set_words(_("Take out of use"), tip)
            return
        day = self._shared.language.day(retired.at.astimezone().date())
        tip = _("Taken out of use on {day} by {who}")
        self.retire.set_words(
            _("Take back into use"), tip.format(day=day, who=retired.who)
        )

    def _want_retired(self) -> None:
        """Want the chosen version to change sides."""
        if self._chosen() >= 0:
            self.retire_wanted.emit(self._kept[self._chosen()])

    def _chosen(self) -> int:
        """Return which version is chosen, -1 for none."""
        return self.versions_table.currentIndex().row()

    def _choose(self, place: int) -> None:
        """Choose a version."""
        if 0 <= place < len(self._kept):
            self.versions_table.selectRow(place)

    def _open(self, now: QModelIndex, _before: QModelIndex) -> None:
        """Show a version; it is compared with the one before it."""
        if not now.isValid():
            return
        self._offer_retiring()
        self.against.clear()
        _ = self._shared.language.gettext
        for other in others(self._kept, now.row()):
            text = _("compared with {version}").format(version=other.record.version)
            self.against.addItem(text, other.record.version)
        self._reread()

    def _reread(self) -> None:
        """Read the chosen version, unless it is the one that is shown."""
        place, read = self._chosen(), self._read
        if place < 0:
            return
        kept, workplace = self._kept[place], self._shared.workplace
        if read and read.of.record == kept.record:
            # What changed is written anew: it may be in another language.
            self._take_read(replace(read, against="", changes=()))
            self._show(self.shows.value)
            return
        self._take_read(None)
        self._run(lambda monitor: read_version(workplace, kept, monitor))

    def _compare(self) -> None:
        """Compare the version that was read with the one it is to be compared with."""
        read, against = self._read, self.against.currentData() or ""
        if read is None or read.against == against:
            return
        workplace, language = self._shared.workplace, self._shared.language
        self._run(lambda monitor: compared(workplace, read, against, language, monitor))

    def _run(self, work: Callable[[Monitor], ReadVersion]) -> None:
        """Read beside the window; what was being read is not wanted any more."""
        if self._reading:
            self._reading.cancel()
        job = self._reading = self._shared.jobs.run(self, work)
        if self._kept[self._chosen()].record.items > _LONG:
            text = self._shared.language.gettext("Reading the price list…")
            self._progress.follow(job, text, reads=True)
        job.done.connect(lambda read: self._show_read(job, read))
        job.failed.connect(self.banner.show_problems)

    def _show_read(self, job: Job, read: ReadVersion) -> None:
        """Show what was read, unless something else is read by now."""
        if job is self._reading:
            self._reading = None
            self._take_read(read)
            self._show(self.shows.value)

    def _take_read(self, read: ReadVersion | None) -> None:
        """Show a version in place of another, which is let go beside the window."""
        before, self._read = self._read, read
        self._show_rows()
        if before and not (read and read.items is before.items):
            held = before.held
            self._shared.jobs.run(self, lambda _: let_go(held))

    def _show_rows(self) -> None:
        """Show what was read, for whoever looks on."""
        self._find(self.search.text())
        changes = self._read.changes if self._read else ()
        if self._shared.customer_view:
            changes = tuple(each for each in changes if not each.own)
        self.changes.show_rows(changes)

    def show_changes(self) -> None:
        """Show what the chosen version changed."""
        self.shows.choose(_CHANGES)
        self._show(_CHANGES)

    def _show(self, wanted: str) -> None:
        """Show the items, or what changed."""
        changes = wanted == _CHANGES
        self._lower.setCurrentIndex(int(changes))
        self.search.setVisible(not changes)
        self.against.setVisible(changes and self.against.count() > 0)
        if changes:
            self._compare()

    def _find(self, text: str) -> None:
        """Narrow the items to what is typed."""
        items = self._read.items if self._read else ()
        self.items.show_rows(holding(items, folded_words(text)))

    def _ask_folder(self) -> None:
        """Ask where the list goes."""
        title = self._shared.language.gettext("Folder")
        folder = self._shared.memory.now.export_folder
        dialog = folder_dialog(self, title, self._shared.language, folder)
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, folder: Path) -> None:
        """Write the chosen version as CSV and XLSX; commissions only unobserved."""
        if self._chosen() < 0:
            return
        record, workplace = self._kept[self._chosen()].record, self._shared.workplace
        own = not self._shared.customer_view

        def work() -> tuple[Path, ...]:
            lists = [price_files.kept(workplace, record.list_id, record.version)]
            return tuple(
                price_files.export(lists, ("csv", "xlsx"), folder, internal=own)
            )

        job = self._shared.jobs.run(self, lambda _: work())
        job.done.connect(self._tell_written)
        job.failed.connect(self.banner.show_problems)

    def _tell_written(self, paths: tuple[Path, ...]) -> None:
        """Say what was written, and where."""
        text = self._shared.language.gettext("{files} are written in {folder}.")
        names = ", ".join(path.name for path in paths)
        said = text.format(files=names, folder=paths[0].parent)
        self.banner.show_written(said, paths)

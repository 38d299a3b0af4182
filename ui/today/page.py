"""The page of today: what needs doing, where quotes stand, what they earn."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.overview import Overview
from app.domain.problems import Problems
from app.use_cases import overview
from ui.prices.lists import ListSummary, summaries
from ui.shared import Shared
from ui.today.bars import BarTable, stand_open
from ui.today.rows import (
    BarRow,
    DutyRow,
    duty_columns,
    duty_row,
    list_rows,
    month_columns,
    month_rows,
    stage_columns,
    stage_rows,
)
from ui.today.section import Section
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.empty_page import EmptyPage
from ui.widgets.kind import set_kind
from ui.widgets.page_header import PageHeader
from ui.widgets.plain_label import PlainLabel
from ui.widgets.read_table import ReadModel, ReadTable
from ui.widgets.translated import Translated

#: Narrower than this, the charts stand below one another.
_BESIDE_FROM: Final = 1000
#: So many duties are seen at once.
_SEEN: Final = 6


class TodayPage(Translated):
    """Duties beside charts; a click or Enter opens the quote. Nothing for customers."""

    open_quote = Signal(str)
    prices_wanted = Signal()
    new_quote = Signal()
    sell_out_wanted = Signal()

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Lay the page out; it is filled when somebody comes."""
        super().__init__(parent)
        set_kind(self, "page")
        self._shared = shared
        self._found = Overview()
        self._lists: tuple[ListSummary, ...] = ()
        self._loaded = False
        self._header = PageHeader(shared)
        self._sell_out = Button(shared.theme, "package")
        self._banner = Banner(shared)
        self._hidden = PlainLabel("", "quiet").wrapped()
        self._empty = EmptyPage(shared, "chart-column")
        self.duties: ReadModel[DutyRow] = ReadModel(
            shared, duty_columns(), self, tone=lambda row: row.tone
        )
        self.stages: ReadModel[BarRow] = ReadModel(shared, stage_columns(), self)
        self.months: ReadModel[BarRow] = ReadModel(shared, month_columns(), self)
        self.table = ReadTable(self.duties)
        self._doing = Section(self.table)
        self._standing = Section(BarTable(self.stages, shared.theme))
        self._earning = Section(BarTable(self.months, shared.theme))
        self._charts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body = QStackedWidget()
        self._arrange()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look again beside the window, where somebody sees it."""
        if self.isVisible():
            self._load(counting=True)

    def retranslate(self) -> None:
        """Say everything in the language of now, for whoever looks on."""
        _ = self._shared.language.gettext
        self.setWindowTitle(_("Today"))
        self._header.set_title(_("Today"))
        tip = _("What signed contracts sold, by manufacturer")
        self._sell_out.set_words(_("Sell-out…"), tip)
        self._hidden.setText(_("What needs doing is hidden while a customer looks on."))
        self._empty.set_words(
            _("Nothing to do yet"),
            _("The quotes to look at today will stand here."),
            _("New quote"),
        )
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again: days pass."""
        super().showEvent(event)
        self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the charts beside one another, or below where room is short."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction
        self._charts.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _arrange(self) -> None:
        """Put the header above, and below it what scrolls, or what stands for it."""
        self._charts.setSpacing(20)
        for chart in (self._standing, self._earning):
            self._charts.addWidget(chart, 1, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(20)
        column.addWidget(self._doing)
        column.addLayout(self._charts)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        self._header.add_action(self._sell_out)
        self._hidden.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for page in (QWidget(), self._hidden, self._empty, area):
            self._body.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(self._banner)
        whole.addWidget(self._body, 1)

    def _connect(self) -> None:
        """Let everything answer."""
        opens = QAction(self.table)
        opens.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        opens.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        opens.triggered.connect(self._open)
        self.table.addAction(opens)
        self.table.clicked.connect(self._open)
        self.duties.modelReset.connect(lambda: stand_open(self.table, _SEEN))
        self._empty.begun.connect(self.new_quote)
        self._sell_out.clicked.connect(self.sell_out_wanted)
        self._shared.quotes_changed.connect(self.reload)
        self._shared.prices_changed.connect(self.reload)
        self._shared.customer_view_changed.connect(lambda _: self._show())

    def _load(self, *, counting: bool) -> None:
        """Look how things stand; what is not counted is counted once."""
        workplace = self._shared.workplace
        job = self._shared.jobs.run(
            self, lambda _: (overview.overview(workplace), summaries(workplace))
        )
        job.done.connect(lambda found: self._take(*found, counting=counting))
        job.failed.connect(self._fail)

    def _take(
        self, found: Overview, lists: tuple[ListSummary, ...], *, counting: bool
    ) -> None:
        """Show how things stand."""
        self._found, self._lists, self._loaded = found, lists, True
        self._banner.clear()
        self._show()
        if found.uncounted and counting:
            self._count()

    def _count(self) -> None:
        """Work out what quotes of older programs earn."""
        workplace = self._shared.workplace
        job = self._shared.jobs.run(
            self,
            lambda monitor: overview.count_commissions(workplace, monitor.report),
        )
        job.done.connect(lambda kept: self._load(counting=False) if kept else None)
        job.failed.connect(self._fail)

    def _fail(self, problems: Problems) -> None:
        """Say why it cannot be had."""
        self._banner.show_problems(problems)

    def _show(self) -> None:
        """Show everything, or nothing of it while a customer looks on."""
        watched = self._shared.customer_view
        self._sell_out.setVisible(not watched)
        found = Overview() if watched else self._found
        language, today = self._shared.language, self._shared.workplace.clock.today()
        lists = () if watched else self._lists
        rows = (
            *list_rows(lists, language, today),
            *(duty_row(each, language, today) for each in found.duties),
        )
        self.duties.show_rows(rows)
        self.stages.show_rows(tuple(stage_rows(found.stages, language)))
        self.months.show_rows(tuple(month_rows(found.months, language)))
        if rows:
            self.table.selectRow(0)
        self._say(found, watched=watched)
        quotes = any(each.count for each in found.stages)
        shown = 3 if quotes or rows or found.months else 2
        self._body.setCurrentIndex(1 if watched else shown if self._loaded else 0)

    def _say(self, found: Overview, *, watched: bool) -> None:
        """Name the parts; those of the commissions have no name for customers."""
        _, language = self._shared.language.gettext, self._shared.language
        more = language.ngettext("and {count} more", "and {count} more", found.more)
        note = more.format(count=language.number(found.more)) if found.more else ""
        nothing = "" if self.duties.rows else _("Nothing waits for you.")
        self._doing.set_words(_("What needs doing"), note or nothing)
        self._standing.set_words(_("Quotes by status"))
        if watched:
            self._earning.set_words("")
            return
        legend = _("Filled: due. Outlined: still waiting, in the month of acceptance.")
        if not found.months:
            legend = _("No accepted quote yet in the last twelve months.")
        lacking = language.ngettext(
            "{count} accepted quote is not counted.",
            "{count} accepted quotes are not counted.",
            found.uncounted,
        )
        uncounted = lacking.format(count=language.number(found.uncounted))
        notes = (legend, uncounted if found.uncounted else "")
        self._earning.set_words(_("Commission by month"), " ".join(filter(None, notes)))

    def _open(self) -> None:
        """Ask for the quote that is chosen, or for the page of the prices."""
        at = self.table.currentIndex().row()
        if at < 0:
            return
        if name := self.duties.rows[at].name:
            self.open_quote.emit(name)
        else:
            self.prices_wanted.emit()

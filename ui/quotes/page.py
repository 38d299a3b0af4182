"""The page of saved quotes: found by typing, opened by Enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.listing import Filter, ListedQuote
from app.domain.money import Amount
from app.domain.problems import Problems, UnavailableError
from app.use_cases.discretion import begun_for_customer
from i18n import N_
from ui.quotes.actions import QuoteActions
from ui.quotes.chosen import Summing
from ui.quotes.finder import Finder, Found
from ui.quotes.list_model import QuoteListModel
from ui.quotes.selection_bar import SelectionBar
from ui.quotes.table import QuoteTable
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.empty_page import EmptyPage
from ui.widgets.kind import set_kind
from ui.widgets.page_header import PageHeader
from ui.widgets.plain_label import PlainLabel
from ui.widgets.progress import JobProgress
from ui.widgets.search_field import SearchField
from ui.widgets.segments import Segments
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from pathlib import Path

    from app.use_cases.export_many import Exported

_FILTERS: Final = {
    Filter.ALL: N_("All {count}"),
    Filter.DRAFT: N_("Drafts {count}"),
    Filter.PRESENTED: N_("Presented {count}"),
    Filter.EXPIRED: N_("Expired {count}"),
    Filter.ACCEPTED: N_("Accepted {count}"),
    Filter.DECLINED: N_("Declined {count}"),
    Filter.ARCHIVED: N_("Archived {count}"),
}


class QuotesPage(Translated):
    """Lists quotes; asks for one to be opened, for a new one, or for the sample."""

    open_quote = Signal(str)
    new_quote = Signal()
    open_sample = Signal()
    #: The list has its answer: what was found, or why nothing can be.
    answered = Signal()

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Lay the page out and load the list."""
        super().__init__(parent)
        set_kind(self, "page")
        self._shared = shared
        self.find_action = QAction(self)
        today = shared.workplace.clock.today
        #: How many of what is looked for each filter lets through, once counted.
        self._matching: Mapping[Filter, int] | None = None
        #: Enter came before what it is to open was found.
        self._opens = False
        self._finder = Finder(shared, self)
        self._summing = Summing(shared, self)
        self._model = QuoteListModel(
            lambda: shared.language, today, self._ask, self._earned, self
        )
        self.actions_on = QuoteActions(shared, self, lambda: self._summing.now)
        # In the order of Tab, each where it stays: moving one dresses it again.
        self._header = PageHeader(shared, self)
        self._search = SearchField(shared.theme, self._header)
        self._new = Button(
            shared.theme, "plus", kind="primary", key="Ctrl+N", parent=self._header
        )
        self._watched = Banner(shared, self)
        self._progress = JobProgress(shared, self)
        self._banner = Banner(shared, self)
        self._body = QStackedWidget(self)
        self._empty = EmptyPage(shared, "file-text", key="Ctrl+N", parent=self._body)
        self._listed = QWidget(self._body)
        self._filters = Segments([each.value for each in Filter], self._listed)
        self._table = QuoteTable(self._model, shared.theme, self._listed)
        self._nothing = PlainLabel("", "quiet", self._listed)
        self._footer = SelectionBar(shared, self.actions_on.on_chosen)
        self._arrange()
        self._connect()
        self.retranslate()
        self._say_watched(shared.customer_view)
        self._table.watch(shared.customer_view)
        self.reload()

    def reload(self) -> None:
        """Load the list again, beside the window."""
        self._finder.reload(quickly=not self._model.rowCount())

    def rehearse(self) -> None:
        """Get ready to paint the list, where it has quotes."""
        self._table.rehearse()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the list have the keys once it is there."""
        super().focusInEvent(event)
        if self._table.isVisible():
            self._table.setFocus(event.reason())

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.setWindowTitle(_("Quotes"))
        self._header.set_title(_("Quotes"))
        self._new.set_words(_("New quote"))
        self._search.set_words(_("Search quotes"), _("Customer, number, title"))
        self._table.setAccessibleName(_("Saved quotes"))
        self._empty.set_words(
            _("No quotes yet"),
            _("Your quotes will be listed here, saved as you type."),
            _("New quote"),
            _("Look at the sample quote"),
        )
        self.actions_on.retranslate()
        self._model.rewrite()
        self._say_filters()
        self._say_nothing()
        self._follow()

    def _repaint(self) -> None:
        """Paint the list in the colours of now."""
        self._table.viewport().update()

    def _say_watched(self, on: bool) -> None:
        """Say plainly that the program began with the customer looking."""
        self._watched.show_problems(begun_for_customer() if on else ())

    def _go_search(self) -> None:
        """Go to the search."""
        self._search.setFocus()
        self._search.selectAll()

    def _arrange(self) -> None:
        """Put the header above, and below it the table, or what stands in for it."""
        self._header.add(self._search, 1)
        self._header.add_action(self._new)
        self._new.hide()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        narrowing = QHBoxLayout()
        narrowing.setContentsMargins(20, 8, 20, 8)
        narrowing.addWidget(self._filters)
        narrowing.addStretch(1)
        column.addLayout(narrowing)
        column.addWidget(self._table, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._footer)
        for page in (QWidget(), self._empty, self._listed):
            self._body.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(self._watched)
        whole.addWidget(self._progress)
        whole.addWidget(self._banner)
        whole.addWidget(self._body, 1)

    def _connect(self) -> None:
        """Let everything answer."""
        self.find_action.triggered.connect(self._go_search)
        self._search.textChanged.connect(self._finder.search)
        self._finder.found.connect(self._take)
        self._finder.counted.connect(self._count)
        self._finder.failed.connect(self._give_up)
        self._summing.summed.connect(self._follow_sums)
        self._search.left_down.connect(self._table.setFocus)
        self._search.returnPressed.connect(self._open_first)
        self._table.opened.connect(self._open)
        self._table.menu_wanted.connect(self._show_menu)
        self._table.folded.connect(self._fold)
        self._table.selectionModel().selectionChanged.connect(self._follow)
        self._filters.chosen.connect(lambda each: self._finder.filter(Filter(each)))
        self.actions_on.opened.connect(self.open_quote)
        self.actions_on.failed.connect(self.explain)
        self.actions_on.exported.connect(self._tell_exported)
        self.actions_on.stopped.connect(self._tell_stopped)
        self.actions_on.told.connect(self._banner.show_good)
        self.actions_on.working.connect(self._progress.follow)
        for begun in (self._new.clicked, self._empty.begun):
            begun.connect(lambda *_: self.new_quote.emit())
        self._empty.other.connect(self.open_sample)
        self._shared.quotes_changed.connect(self.reload)
        self._shared.customer_view_changed.connect(lambda _: self._watched.clear())
        self._shared.customer_view_changed.connect(self._table.watch)
        self._shared.customer_view_changed.connect(lambda _: self._follow())
        self._shared.theme_changed.connect(self._repaint)

    def _take(self, found: Found) -> None:
        """Show the quotes that were found; the chosen ones stay chosen."""
        with self._table.kept(more=found.more):
            self._model.show(found)
        if found.counts is not None:
            self._say_filters()
            self._body.setCurrentIndex(2 if self._model.total else 1)
            self._search.setVisible(bool(self._model.total))
            # An empty page has a button of its own.
            self._new.setVisible(bool(self._model.total))
        self._show_found()
        if self.hasFocus():
            self._table.setFocus(Qt.FocusReason.NoFocusReason)
        if self._opens and not self._finder.busy:
            self._open_first()
        self.answered.emit()

    def _count(self, matching: Mapping[Filter, int] | None) -> None:
        """Say how many quotes each filter would show now."""
        if matching != self._matching:
            self._matching = matching
            self._say_filters()

    def _give_up(self, problems: Problems) -> None:
        """Say why there is no list."""
        self.explain(problems)
        self.answered.emit()

    def _ask(self, places: Sequence[int]) -> tuple[ListedQuote, ...]:
        """Return quotes at once, or none while somebody writes."""
        try:
            with self._shared.workplace.storage.listing(patient=False) as quotes:
                return quotes.rows(places)
        except UnavailableError:
            return ()

    def _earned(self, places: Sequence[int]) -> Mapping[int, Amount] | None:
        """Return what quotes earn the partner; None while somebody writes."""
        try:
            with self._shared.workplace.storage.listing(patient=False) as quotes:
                return quotes.earned(places)
        except UnavailableError:
            return None

    def explain(self, problems: Problems) -> None:
        """Say why something cannot be had."""
        self._banner.show_problems(problems)

    def tell(self, text: str, undo: QAction | None = None) -> None:
        """Say that something went well, with the action that takes it back."""
        self._banner.show_good(text, undo)

    def _say_filters(self) -> None:
        """Say what the list may be narrowed to, and how many each would show."""
        language = self._shared.language
        found = self._model.counts if self._matching is None else self._matching
        texts = [
            language.gettext(_FILTERS[each]).format(count=language.number(found[each]))
            for each in Filter
        ]
        self._filters.set_texts(language.gettext("Show"), texts)

    def _fold(self, on: bool) -> None:
        """Show the earlier revisions of the chosen quote, or fold them away."""
        index = self._table.currentIndex()
        quote = self._model.quote(index.row()) if index.isValid() else None
        if quote:
            self._finder.unfold(quote.number, on=on)

    def _show_found(self) -> None:
        """Show the table, or say that nothing is found."""
        shown = bool(self._model.rowCount())
        self._table.setVisible(shown)
        self._nothing.setVisible(not shown)
        self._say_nothing()
        self._follow()

    def _say_nothing(self) -> None:
        """Say that nothing is found, and what to do where words were looked for."""
        _ = self._shared.language.gettext
        words = bool(self._search.text().strip())
        matches = _("No quote matches. Try fewer words.")
        self._nothing.setText(matches if words else _("There is no quote here."))

    def _follow(self) -> None:
        """Offer what can be done with what is chosen now."""
        places = self._table.chosen()
        row = self._model.find(places[0]) if len(places) == 1 else -1
        self._summing.take(places, self._model.quote(row) if row >= 0 else None)
        self._follow_sums()

    def _follow_sums(self) -> None:
        """Say what the chosen ones come to."""
        self.actions_on.follow()
        self._footer.show_selection(self._model, self._summing.now)

    def _show_menu(self, at: QPoint) -> None:
        """Show what can be done with what is chosen."""
        menu = QMenu(self)
        if len(self._table.chosen()) == 1:
            opening = menu.addAction(self._shared.language.gettext("Open"))
            opening.triggered.connect(self._open)
            menu.setDefaultAction(opening)
        offered = [each for each in self.actions_on.on_chosen if each.isVisible()]
        menu.addActions(offered)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _tell_exported(self, done: Exported) -> None:
        """Say how many PDFs were written, and what kept others from it."""
        if done.refused:
            found = (
                replace(each, where=name)
                for name, problems in done.refused
                for each in problems
            )
            self._banner.show_problems(tuple(found))
            return
        language, count = self._shared.language, len(done.paths)
        text = language.ngettext(
            "{count} PDF is written in {folder}.",
            "{count} PDFs are written in {folder}.",
            count,
        )
        folder = done.paths[0].parent if done.paths else ""
        said = text.format(count=language.number(count), folder=folder)
        self._banner.show_written(said, done.paths)

    def _tell_stopped(self, folder: Path) -> None:
        """Say what a cancelled export left."""
        text = self._shared.language.gettext(
            "Stopped. The PDFs that were already written stay in {folder}."
        )
        self._banner.show_good(text.format(folder=folder))

    def _open_first(self) -> None:
        """Open the chosen match, or the first one, once it is found."""
        self._opens = self._finder.busy
        if self._model.rowCount() and not self._opens:
            if not self._table.currentIndex().isValid():
                self._table.choose(0)
            self._open()

    def _open(self) -> None:
        """Ask for the chosen quote."""
        index = self._table.currentIndex()
        quote = self._model.quote(index.row()) if index.isValid() else None
        if quote:
            self.open_quote.emit(quote.name)

"""The page of saved quotes: found by typing, opened by Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.problems import Problems
from app.ports import QuoteHead
from app.use_cases.discretion import begun_for_customer
from app.use_cases.quotes import all_quotes
from ui.quotes.list_model import QuoteListModel
from ui.quotes.rows import quote_row
from ui.quotes.table import QuoteTable
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.empty_page import EmptyPage
from ui.widgets.kind import set_kind
from ui.widgets.page_header import PageHeader
from ui.widgets.plain_label import PlainLabel
from ui.widgets.search_field import SearchField
from ui.widgets.translated import Translated


class QuotesPage(Translated):
    """Lists quotes; asks for one to be opened, for a new one, or for the sample."""

    open_quote = Signal(str)
    new_quote = Signal()
    open_sample = Signal()

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Lay the page out and load the list."""
        super().__init__(parent)
        set_kind(self, "page")
        self._shared = shared
        self.find_action = QAction(self)
        self._heads: tuple[QuoteHead, ...] = ()
        self._model = QuoteListModel(lambda: shared.language, self)
        self._table = QuoteTable(self._model, shared.theme, self)
        self._search = SearchField(shared.theme)
        self._new = Button(shared.theme, "plus", kind="primary", key="Ctrl+N")
        self._header = PageHeader(shared)
        self._banner = Banner(shared)
        self._watched = Banner(shared)
        self._empty = EmptyPage(shared, "file-text", key="Ctrl+N")
        self._nothing = PlainLabel("", "quiet")
        self._count = PlainLabel("", "quiet")
        self._footer = QFrame()
        self._body = QStackedWidget()
        self._arrange()
        self._connect()
        self.retranslate()
        self._say_watched(shared.customer_view)
        self.reload()

    def reload(self) -> None:
        """Load the list again, beside the window."""
        workplace = self._shared.workplace
        job = self._shared.jobs.run(self, lambda _: all_quotes(workplace))
        job.done.connect(self._take)
        job.failed.connect(self.explain)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.setWindowTitle(_("Quotes"))
        self._header.set_title(_("Quotes"))
        self._new.set_words(_("New quote"))
        self._search.set_words(_("Search quotes"), _("Customer, number, title"))
        self._table.setAccessibleName(_("Saved quotes"))
        self._nothing.setText(_("No quote matches. Try fewer words."))
        self._empty.set_words(
            _("No quotes yet"),
            _("Your quotes will be listed here, saved as you type."),
            _("New quote"),
            _("Look at the sample quote"),
        )
        self._write_rows()

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
        set_kind(self._footer, "footer")
        foot = QHBoxLayout(self._footer)
        foot.setContentsMargins(20, 8, 20, 8)
        foot.addWidget(self._count)
        foot.addStretch(1)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        column.addWidget(self._table, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._footer)
        for page in (QWidget(), self._empty, listed):
            self._body.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(self._watched)
        whole.addWidget(self._banner)
        whole.addWidget(self._body, 1)

    def _connect(self) -> None:
        """Let everything answer."""
        self.find_action.triggered.connect(self._go_search)
        self._search.textChanged.connect(self._find)
        self._search.left_down.connect(self._table.setFocus)
        self._search.returnPressed.connect(self._open_first)
        self._table.opened.connect(self._open)
        for begun in (self._new.clicked, self._empty.begun):
            begun.connect(lambda *_: self.new_quote.emit())
        self._empty.other.connect(self.open_sample)
        self._shared.quotes_changed.connect(self.reload)
        self._shared.customer_view_changed.connect(lambda _: self._watched.clear())
        self._shared.theme_changed.connect(self._table.viewport().update)

    def _take(self, heads: tuple[QuoteHead, ...]) -> None:
        """Show the quotes that were loaded; the chosen one stays chosen."""
        self._heads = heads
        self._banner.clear()
        self._write_rows()
        self._body.setCurrentIndex(2 if heads else 1)
        self._search.setVisible(bool(heads))

    def explain(self, problems: Problems) -> None:
        """Say why something cannot be had."""
        self._banner.show_problems(problems)

    def _write_rows(self) -> None:
        """Write the quotes in the language of now."""
        index = self._table.currentIndex()
        chosen = self._model.row(index).number if index.isValid() else ""
        language = self._shared.language
        today = self._shared.workplace.clock.today()
        self._model.show_rows(
            tuple(quote_row(head, language, today) for head in self._heads)
        )
        if chosen and (place := self._model.place(chosen)) >= 0:
            self._table.choose(place)
        self._tell_count()

    def _find(self, text: str) -> None:
        """Narrow the list to what is typed."""
        self._model.search(text)
        self._tell_count()

    def _tell_count(self) -> None:
        """Say how many quotes there are, and how many are shown."""
        shown, total = self._model.rowCount(), self._model.total
        language = self._shared.language
        if shown == total:
            text = language.ngettext("{count} quote", "{count} quotes", total)
        else:
            text = language.ngettext(
                "{shown} of {count} quote", "{shown} of {count} quotes", total
            )
        numbers = {"shown": language.number(shown), "count": language.number(total)}
        self._count.setText(text.format(**numbers))
        self._table.setVisible(bool(shown))
        self._nothing.setVisible(not shown)

    def _open_first(self) -> None:
        """Open the chosen match, or the first one."""
        if self._model.rowCount():
            if not self._table.currentIndex().isValid():
                self._table.choose(0)
            self._open()

    def _open(self) -> None:
        """Ask for the chosen quote."""
        index = self._table.currentIndex()
        if index.isValid():
            self.open_quote.emit(self._model.row(index).number)

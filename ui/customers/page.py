"""The page of customers: found by typing, each with its quotes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.problems import Problems
from app.ports import CustomerRecord
from app.use_cases.workplace import Workplace
from i18n import Language
from ui.customers.customer_files import CustomerFiles
from ui.customers.deeds import Deeds
from ui.customers.details import CustomerDetails
from ui.customers.listed import Listed, listed, listed_alone
from ui.customers.rows import CustomerRow, customer_columns
from ui.exchange.exchange import Exchange
from ui.jobs import Job
from ui.letting_go import let_go
from ui.models.words import folded_words
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.empty_page import EmptyPage
from ui.widgets.kind import set_kind
from ui.widgets.page_header import PageHeader
from ui.widgets.plain_label import PlainLabel
from ui.widgets.progress import JobProgress
from ui.widgets.read_table import ReadModel, ReadTable
from ui.widgets.search_field import SearchField
from ui.widgets.translated import Translated

#: Narrower than this, the customer stands below the list.
_BESIDE_FROM: Final = 1150


class CustomersPage(Translated):
    """Lists customers beside the chosen one; nobody while a customer looks on."""

    open_quote = Signal(str)
    new_quote = Signal(object)

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Lay the page out and load the list."""
        super().__init__(parent)
        set_kind(self, "page")
        self._shared = shared
        self._listed = Listed()
        self._stale, self._loaded = True, False
        self.find_action = QAction(self)
        self._header = PageHeader(shared, self)
        self._search = SearchField(shared.theme)
        self._new = Button(shared.theme, "plus", kind="primary")
        self._create = Button(shared.theme, "users")
        self._twice = Button(shared.theme)
        self._archive = QCheckBox()
        self._bring = Button(shared.theme, "file-up")
        self.deeds = Deeds(shared, self)
        self.files = CustomerFiles(shared, self, self.deeds)
        self._travel = Button(shared.theme)
        self.exchange = Exchange(shared, self)
        self._wanted = ""
        self._loading: Job | None = None
        self._progress = JobProgress(shared, self)
        self._banner = Banner(shared, self)
        self._notice = PlainLabel("", "quiet").wrapped()
        self.customers: ReadModel[CustomerRow] = ReadModel(
            shared, customer_columns(), self
        )
        # From the outside in: another parent dresses a widget, and all in it, again.
        self._body = QStackedWidget(self)
        self._held = QWidget(self._body)
        self._empty = EmptyPage(shared, "users", parent=self._body)
        self._split = QSplitter(self._held)
        self.table = ReadTable(self.customers, self._split)
        self.details = CustomerDetails(shared, self._split)
        self._arrange()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Load the customers again, beside the window, once somebody sees them."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        # Names at once: their quotes may take a while.
        self._load(listed if self._loaded else listed_alone)

    def _load(self, read: Callable[[Workplace, Language], Listed]) -> None:
        """Load beside the window; what was being loaded is not wanted any more."""
        workplace, language = self._shared.workplace, self._shared.language
        if self._loading:
            self._loading.cancel()
        job = self._shared.jobs.run(self, lambda _: read(workplace, language))
        self._loading = job
        job.done.connect(self._take)
        job.failed.connect(self._banner.show_problems)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down into the list, as from the search."""
        if event.key() == Qt.Key.Key_Down and self.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language of now, for whoever looks on."""
        _ = self._shared.language.gettext
        self.setWindowTitle(_("Customers"))
        self._header.set_title(_("Customers"))
        self._search.set_words(_("Search customers"), _("Name, city, VAT number"))
        self._new.set_words(_("New quote for this customer"))
        self._create.set_words(_("New customer…"))
        self._empty.set_words(
            _("No customers yet"),
            _("Customers are kept here as soon as a quote names them."),
            _("New customer…"),
        )
        self._bring.set_words(
            _("Import…"), _("Customers from a CSV file or a workbook")
        )
        self._travel.set_words(
            _("With a colleague…"), _("All quotes and customers, confidential")
        )
        self._archive.setText(_("With the archive"))
        self.table.setAccessibleName(_("Known customers"))
        self.deeds.undoing.retranslate()
        self._show_found()
        if self._loaded:
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the customer beside the list, or below it where room is short."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM
        way = Qt.Orientation
        self._split.setOrientation(way.Horizontal if beside else way.Vertical)

    def _arrange(self) -> None:
        """Put the header above; below it the list and the chosen customer."""
        self._header.add(self._search, 1)
        self._header.add_action(self._new)
        offers = QHBoxLayout()
        offers.setContentsMargins(20, 12, 20, 0)
        offers.setSpacing(8)
        for button in (self._create, self._bring, self._travel, self._twice):
            offers.addWidget(button)
        offers.addStretch(1)
        offers.addWidget(self._archive)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.table)
        self._split.addWidget(self.details)
        self._split.setSizes([566, 486])
        column = QVBoxLayout(self._held)
        column.setContentsMargins(20, 12, 20, 16)
        column.addWidget(self._split)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body.addWidget(self._notice)
        self._body.addWidget(self._held)
        self._body.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(self._progress)
        whole.addWidget(self._banner)
        whole.addLayout(offers)
        whole.addWidget(self._body, 1)

    def _connect(self) -> None:
        """Let everything answer."""
        shared = self._shared
        self.find_action.triggered.connect(self._search.setFocus)
        self._search.textChanged.connect(self._show_found)
        self._search.left_down.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self._new.clicked.connect(self._begin)
        self.details.open_quote.connect(self.open_quote)
        self._create.clicked.connect(self.deeds.create)
        self._empty.begun.connect(self.deeds.create)
        self._bring.clicked.connect(self.files.choose)
        self._travel.clicked.connect(self._offer_travel)
        self.exchange.failed.connect(self._banner.show_problems)
        self.exchange.working.connect(self._progress.follow)
        self.exchange.said.connect(self._banner.show_written)
        self.exchange.taken.connect(self._banner.show_good)
        self.files.failed.connect(self._banner.show_problems)
        self._twice.clicked.connect(self._offer_twice)
        self._archive.toggled.connect(lambda _: self._show_found())
        self.details.edit_wanted.connect(self.deeds.edit)
        self.details.archive_wanted.connect(self.deeds.archive)
        self.table.activated.connect(lambda _: self._edit())
        self.deeds.changed.connect(self._follow)
        self.deeds.failed.connect(self._fail)
        self.deeds.told.connect(self._banner.show_good)
        shared.quotes_changed.connect(self.reload)
        shared.customer_view_changed.connect(self._look_on)

    def _look_on(self, watched: bool) -> None:
        """Hide the customers, and what was said of them, from one who looks on."""
        if watched:
            self._banner.clear()
        self._show_found()

    def _follow(self, customer_id: str) -> None:
        """Load what was changed, and go to it."""
        self._banner.clear()
        self._wanted = customer_id
        self.reload()

    def _fail(self, problems: Problems) -> None:
        """Say what could not be done, and show what is kept by now."""
        self._banner.show_problems(problems)
        self.reload()

    def _edit(self) -> None:
        """Ask what is to be changed of the chosen customer."""
        chosen = self._chosen()
        if chosen is not None:
            self.deeds.edit(chosen)

    def _offer_travel(self) -> None:
        """Offer to write a file for a colleague, or to take one in."""
        _ = self._shared.language.gettext
        menu = QMenu(self)
        for text, do in (
            (_("Write a confidential file for a colleague…"), self.exchange.send),
            (_("Take in a colleague’s file…"), self.exchange.choose),
        ):
            menu.addAction(text).triggered.connect(do)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._travel.mapToGlobal(self._travel.rect().bottomLeft()))

    def _offer_twice(self) -> None:
        """Offer each two customers that are likely the same."""
        menu = QMenu(self)
        for first, *others in self._groups():
            for other in others:
                pair = sorted((first, other), key=lambda each: -len(each.quotes))
                names = " – ".join(each.customer.name for each in pair)
                action = menu.addAction(names.replace("&", "&&"))
                action.triggered.connect(partial(self.deeds.merge, *pair))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._twice.mapToGlobal(self._twice.rect().bottomLeft()))

    def _groups(self) -> tuple[tuple[CustomerRecord, ...], ...]:
        """Return customers that are likely the same; none while one looks on."""
        if self._shared.customer_view:
            return ()
        return self._listed.twice

    def _take(self, found: Listed) -> None:
        """Show the customers that were loaded."""
        held = [*self._listed.rows, *self._listed.twice]
        self._listed, self._loaded, self._loading = found, True, None
        self._show_found()
        self._wanted = ""
        self._shared.jobs.run(self, lambda _: let_go(held))
        if not found.whole:
            self._load(listed)

    def _show_found(self) -> None:
        """Narrow the list to what is typed; the chosen one stays chosen."""
        chosen, language = self._chosen(), self._shared.language
        words = folded_words(self._search.text())
        known = () if self._shared.customer_view else self._listed.rows
        if not self._archive.isChecked():
            known = tuple(each for each in known if each.record.archived_on is None)
        found = [each for each in known if each.matches(words)]
        self.customers.show_rows(found)
        ids = [each.record.id for each in found]
        wanted = self._wanted or (chosen.id if chosen else "")
        if found:
            self.table.selectRow(ids.index(wanted) if wanted in ids else 0)
        self._notice.setText(self._nothing())
        shown = self._shown(bool(found))
        self._body.setCurrentWidget(shown)
        self._create.setVisible(shown is not self._empty)
        self._search.setEnabled(bool(known))
        for button in (self._create, self._bring, self._travel):
            button.setEnabled(not self._shared.customer_view)
        self._archive.setEnabled(not self._shared.customer_view)
        count = sum(len(group) - 1 for group in self._groups())
        text = language.ngettext(
            "{count} likely there twice…", "{count} likely there twice…", count
        )
        self._twice.set_words(text.format(count=language.number(count)))
        if not count and self.window().focusWidget() is self._twice:
            # Qt would give the keys to whatever comes next.
            self.table.setFocus()
        self._twice.setVisible(bool(count))
        self._show_chosen()

    def _shown(self, found: bool) -> QWidget:
        """Return the list, what begins it, or why nobody is listed."""
        if found:
            return self._held
        kept = self._shared.customer_view or not self._loaded or self._listed.rows
        return self._notice if kept else self._empty

    def _nothing(self) -> str:
        """Say why nobody is listed."""
        _ = self._shared.language.gettext
        if self._shared.customer_view:
            return _("Customers are hidden while a customer looks on.")
        if not self._loaded:
            return ""
        return _("No customer matches. Try fewer words.")

    def _chosen(self) -> CustomerRecord | None:
        """Return the customer that is chosen."""
        place = self.table.currentIndex().row()
        return self.customers.rows[place].record if place >= 0 else None

    def _show_chosen(self) -> None:
        """Show the chosen customer, whom a quote can be begun for."""
        chosen = self._chosen()
        self.details.show_customer(chosen)
        self._new.setEnabled(chosen is not None)

    def _begin(self) -> None:
        """Ask for a quote for the chosen customer."""
        chosen = self._chosen()
        if chosen is not None:
            self.new_quote.emit(chosen.known)

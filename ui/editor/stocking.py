"""What can be added to the open quote: which lists, searched for what, starred."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.catalogue import Catalogue
from app.domain.problems import RefusedError
from ui.editor.add_panel import AddPanel
from ui.editor.opening import Opened, moved
from ui.editor.session import Session
from ui.models.stock import Stock, Wanted
from ui.models.words import Reader
from ui.shared import Shared


class Stocking(QObject):
    """Keeps the panel at what the quote, the search and its reader ask for."""

    failed = Signal(object)
    #: Whether today's prices are worth comparing.
    comparable = Signal(bool)

    def __init__(
        self, shared: Shared, panel: AddPanel, line: Callable[[], str], page: QWidget
    ) -> None:
        """Fill a panel; `line` tells which line is chosen."""
        super().__init__(page)
        self._shared, self._panel, self._line = shared, panel, line
        self._session: Session | None = None
        self._opened: Opened | None = None
        #: What can be added under the lists of now.
        self.stock: Stock | None = None
        self._stocks: tuple[Stock, ...] = ()
        self._lists: Catalogue | None = None
        self._withdrawn: Catalogue | None = None
        self._later = False
        panel.search_changed.connect(self.show)
        panel.starred.connect(self._star)

    def begin(self, session: Session, opened: Opened, stock: Stock | None) -> None:
        """Begin with a quote that was opened, and what can be added to it."""
        self._session, self._opened, self._lists = session, opened, None
        self.stock, self._stocks = stock, (stock,) if stock else ()
        self._later = stock is not None and stock.long
        if self._later:
            # The quote is painted first: so many rows take a while to lay out.
            self._panel.wait()
            QTimer.singleShot(0, self, self._show_later)

    def end(self) -> None:
        """Offer nothing: no quote is open."""
        self._session = self.stock = None
        self._panel.wait()

    def give_up(self) -> None:
        """Say that the lists cannot be read, where none are offered."""
        if self.stock is None:
            self._panel.wait(ever=False)

    def withdraw(self) -> None:
        """Offer nothing until the lists of now are read: others are no longer."""
        self.stock, self._stocks, self._withdrawn = None, (), self._lists
        self._panel.wait()

    @property
    def offer(self) -> tuple[Stock, Wanted, Reader] | None:
        """What could be added to the quote, for whoever reads; None where nothing."""
        if self._session is None or self.stock is None or self._session.frozen:
            return None
        return self.stock, self._wanted(self._session, ""), self._shared.reader

    def follow(self, lists: Catalogue) -> None:
        """Offer what these lists hold, and today's prices where they are others."""
        if lists is self._lists or self._opened is None:
            return
        self._lists = lists
        frozen = self._opened.lifecycle.frozen
        kept = lists is self._opened.catalogue and not frozen
        self.comparable.emit(kept and _moved(self._opened))
        known = next((each for each in self._stocks if each.catalogue is lists), None)
        if known:
            self.stock = known
        elif not frozen:
            # What was offered may stand in a list that counts no more.
            self.stock = None
            self._panel.wait()
            job = self._shared.jobs.run(self, lambda _: Stock.of(lists))
            job.done.connect(self._take)

    def _take(self, stock: Stock) -> None:
        """Offer what was made beside the window, if these lists still count."""
        if stock.catalogue is self._withdrawn:
            return
        self._stocks = (*self._stocks, stock)
        if stock.catalogue is self._lists:
            self.stock = stock
            self.show()

    def _show_later(self) -> None:
        """Show what waited until the quote was painted."""
        self._later = False
        self.show()

    def show(self) -> None:
        """Show what can be added to the quote as it is."""
        if self._session and self.stock and not self._later:
            wanted = self._wanted(self._session, self._panel.search.text())
            self._panel.show_stock(self.stock, wanted, self._shared.reader)

    def _wanted(self, session: Session, search: str) -> Wanted:
        """Return what is looked for, and for which line."""
        favourites = self._shared.workplace.settings.ui.starred
        proposal = session.state.quote.proposal
        return Wanted.of(proposal, self._line(), search, favourites)

    def _star(self, sku: str) -> None:
        """Keep a favourite, or let it go; the same again takes it back."""
        shared = self._shared
        try:
            settings = shared.workplace.settings.with_favourite(sku)
        except RefusedError as refusal:
            self.failed.emit(refusal.problems)
        else:
            shared.keep_settings(settings).failed.connect(self.failed)


def _moved(opened: Opened) -> bool:
    """Tell whether today's prices are worth comparing."""
    return opened.comparison is not None and moved(opened.comparison)

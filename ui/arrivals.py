"""Where a file goes that comes from outside: a quote to the quotes, all else on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.lifecycle import exact
from app.domain.problems import Problems, error
from app.ports import QuoteRecord
from app.use_cases.exchanging import is_exchange
from ui.exchange.exchange import Exchange
from ui.main_window import MainWindow
from ui.quotes.page import QuotesPage
from ui.shared import Shared

if TYPE_CHECKING:
    from app.use_cases.arriving import Arrival

# What reads quotes takes a while to load, and is when a file comes.


class Arrivals(QObject):
    """Reads what is dropped on the window, and asks before a quote is saved."""

    def __init__(
        self,
        window: MainWindow,
        shared: Shared,
        page: QuotesPage,
        open_quote: Callable[[str], None],
        pass_on: Callable[[str], None],
    ) -> None:
        """Take files from now on; `pass_on` is given those that are no quotes."""
        super().__init__(window)
        self._window, self._shared, self._page = window, shared, page
        self._open, self._pass_on = open_quote, pass_on
        self._exchange = Exchange(shared, window)
        self._exchange.failed.connect(self._explain)
        self._exchange.taken.connect(self._tell)
        window.file_dropped.connect(self.take)
        window.several_dropped.connect(
            lambda count: self._explain((error("several_files", count=count),))
        )

    def take(self, name: str) -> None:
        """Look what a file is, beside the window."""
        workplace = self._shared.workplace
        if is_exchange(Path(name)):
            self._exchange.look_at(Path(name))
            return

        def read() -> Arrival | None:
            from app.use_cases.arriving import arrived  # noqa: PLC0415 - see above

            return arrived(workplace, Path(name))

        job = self._shared.jobs.run(self, lambda _: read())
        job.done.connect(lambda arrival: self._ask(arrival, name))
        job.failed.connect(self._explain)

    def _ask(self, arrival: Arrival | None, name: str) -> None:
        """Ask whether a quote is to be saved; pass on what is none."""
        from ui.quotes.arrival_dialog import ArrivalDialog  # noqa: PLC0415 - see above

        if arrival is None:
            self._pass_on(name)
            return
        dialog = ArrivalDialog(self._shared, arrival, self._window)
        dialog.accepted.connect(lambda: self._save(arrival))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, arrival: Arrival) -> None:
        """Save it beside the window, then open it."""
        workplace = self._shared.workplace

        def save() -> QuoteRecord:
            from app.use_cases.arriving import take_in  # noqa: PLC0415 - see above

            return take_in(workplace, arrival)

        job = self._shared.jobs.run(self, lambda _: save())
        job.done.connect(self._show)
        job.failed.connect(self._explain)

    def _show(self, record: QuoteRecord) -> None:
        """Open what was saved."""
        self._shared.quotes_changed.emit()
        self._open(exact(record.quote.proposal))

    def _tell(self, text: str) -> None:
        """Say on the page of quotes what is there by now."""
        self._window.go("quotes")
        self._page.tell(text)

    def _explain(self, problems: Problems) -> None:
        """Say on the page of quotes why not."""
        self._window.go("quotes")
        self._page.explain(problems)

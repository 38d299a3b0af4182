"""Where a file goes that comes from outside: a quote to the quotes, all else on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from app.domain.lifecycle import exact, label, named
from app.domain.problems import Problem, Problems, suggestion
from app.ports import QuoteRecord
from app.use_cases.exchanging import is_exchange
from app.wording import sentence
from ui.exchange.exchange import Exchange
from ui.main_window import MainWindow
from ui.quotes.page import QuotesPage
from ui.shared import Shared

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from app.use_cases.arriving import Arrival
    from app.use_cases.arriving_many import Intake

# What reads quotes takes a while to load, and is when a file comes.


class Teller(Protocol):
    """A page that says what came of something."""

    def tell(self, text: str, undo: QAction | None = None) -> None:
        """Say that it went well, with the action that takes it back."""
        ...

    def explain(self, problems: Problems) -> None:
        """Say what is to be known of it."""
        ...


class Arrivals(QObject):
    """Reads what is dropped on the window, and asks before a quote is saved."""

    def __init__(
        self,
        window: MainWindow,
        shared: Shared,
        page: QuotesPage,
        open_quote: Callable[[str], None],
        pass_on: Callable[[str], None],
        editor: Callable[[], Teller],
    ) -> None:
        """Take files from now on; `pass_on` is given those that are no quotes.

        `editor` returns the page of the quote that is open, while that is shown.
        """
        super().__init__(window)
        self._window, self._shared, self._page = window, shared, page
        self._open, self._pass_on, self._editor = open_quote, pass_on, editor
        self._exchange = Exchange(shared, window)
        self._exchange.failed.connect(self._explain)
        self._exchange.taken.connect(self._tell)
        self._exchange.working.connect(page.actions_on.working)
        window.file_dropped.connect(self.take)
        window.several_dropped.connect(self.take_all)

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

    def take_all(self, names: list[str]) -> None:
        """Take in what several files bring, beside the window."""
        workplace = self._shared.workplace

        def take() -> Intake:
            from app.use_cases.arriving_many import take_in_all  # noqa: PLC0415

            return take_in_all(workplace, map(Path, names))

        job = self._shared.jobs.run(self, lambda _: take())
        job.done.connect(self._tell_all)
        job.failed.connect(self._explain)

    def _tell_all(self, came: Intake) -> None:
        """Say in one place what came in; whoever edits a quote stays there.

        A colleague's file may hold that very quote: then it is let go.
        """
        language = self._shared.language
        if came.quotes or came.exchanged:
            self._shared.quotes_changed.emit()
        good = tuple(_good(came))
        told = " ".join(sentence(each, language) for each in good)
        if came.quotes:
            self._page.actions_on.note_taken_in(came.quotes)
        page = self._page if came.exchanged else self._teller()
        if page is self._page:
            self._window.go("quotes")
        if came.problems:
            page.explain((*good, *came.problems))
        elif came.quotes and page is self._page:
            page.tell(told, self._page.actions_on.undoing.undo)
        else:
            page.tell(told)

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

    def _teller(self) -> Teller:
        """Return the page that is told what came in."""
        return self._editor() if self._window.at == "editor" else self._page

    def _tell(self, text: str) -> None:
        """Say on the page of quotes what is there by now."""
        self._window.go("quotes")
        self._page.tell(text)

    def _explain(self, problems: Problems) -> None:
        """Say on the page of quotes why not."""
        self._window.go("quotes")
        self._page.explain(problems)


def _good(came: Intake) -> Iterator[Problem]:
    """Say what came in."""
    if came.quotes:
        names = (named(each) for each in came.quotes)
        said = ", ".join(label(number, revision or "") for number, revision in names)
        yield suggestion("quotes_taken_in", quotes=said)
    if came.exchanged:
        yield suggestion("exchange_taken_in")

"""The ways to the editor and back: quotes are begun, opened and left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.main_window import MainWindow
from ui.quotes.page import QuotesPage
from ui.shared import Shared

if TYPE_CHECKING:
    from app.domain.known_customer import KnownCustomer
    from app.domain.proposal import Proposal
    from app.use_cases.quotes import Saved
    from ui.editor.page import EditorPage

# What only some ways need is imported where it is.


class Quoting:
    """Has the one quote that is open saved before another, a page or the end comes."""

    def __init__(
        self,
        window: MainWindow,
        shared: Shared,
        quotes: QuotesPage,
        editor: Callable[[], EditorPage],
    ) -> None:
        """Begin without a quote; `editor` makes its page when first wanted."""
        self._window, self._shared = window, shared
        self._quotes, self._editor = quotes, editor
        self._editing = False
        window.shown.connect(self._leave)
        window.may_close = self._may_close

    def new(self) -> None:
        """Begin a quote, of which the first word may be typed at once."""
        self._edit()
        self._editor().new()

    def new_for(self, customer: KnownCustomer) -> None:
        """Begin a quote for a customer."""
        self._editor().new(customer)
        self._edit()

    def choose_template(self) -> None:
        """Ask which template a quote begins from."""
        from ui.quotes.templates_dialog import TemplatesDialog  # noqa: PLC0415

        dialog = TemplatesDialog(self._shared, self._window)
        dialog.begun.connect(self._new_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open(self, number: str) -> None:
        """Open a saved quote."""
        self._editor().open(number)
        self._edit()

    def open_sample(self) -> None:
        """Save the sample quote under a number of its own, and open it."""
        workplace = self._shared.workplace

        def add() -> Saved:
            from app.use_cases import bundled, quotes  # noqa: PLC0415 - see above

            return quotes.add(workplace, bundled.sample_quote())

        job = self._shared.jobs.run(self._quotes, lambda _: add())
        job.done.connect(self._open_saved)
        job.failed.connect(self._quotes.explain)

    def end(self) -> None:
        """Go to the list once the quote is left, unless somebody went elsewhere."""
        self._editing = False
        if self._window.at == "editor":
            self._window.go("quotes")

    def _edit(self) -> None:
        """Show the editor."""
        self._editing = True
        self._window.go("editor")

    def _new_from(self, template: Proposal) -> None:
        """Begin a quote with a template's lines, likewise."""
        self._edit()
        self._editor().new(template=template)

    def _open_saved(self, saved: Saved) -> None:
        """Open a quote that was just saved."""
        self._shared.quotes_changed.emit()
        self.open(saved.record.quote.proposal.number)

    def _leave(self, name: str) -> None:
        """Save the quote when another page is shown; stay where that fails."""
        if name == "editor" or not self._editing:
            return
        self._editor().leave()
        if self._editing:
            self._window.go("editor")

    def _may_close(self) -> bool:
        """Save everything; where that fails, stay once to say why."""
        if not self._editing:
            return True
        if self._editor().may_leave():
            self._editor().close_quote()
            return True
        self._window.go("editor")
        return False

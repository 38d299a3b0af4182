"""One quote while the page is on it: edited, priced, saved, told of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.domain.catalogue import Catalogue
from app.domain.edits import changed
from app.domain.proposal import AnyLine, Proposal
from app.domain.quote import Quote
from app.ports import QuoteRecord
from app.use_cases.editing import EditorState, QuoteEditor
from app.use_cases.pricing import PricedQuote
from app.use_cases.workplace import Workplace
from ui.editor.keeping import Keeping
from ui.editor.opening import price_by


class Session(QObject):
    """Puts editor and storage together; signals come on the window's thread."""

    changed = Signal(object)
    saved = Signal(object)
    failed = Signal(object)
    _begun = Signal()

    def __init__(
        self,
        workplace: Workplace,
        catalogue: Catalogue,
        quote: Quote,
        record: QuoteRecord | None,
        parent: QObject,
    ) -> None:
        """Begin with a quote, saved or not yet, under these prices."""
        super().__init__(parent)
        self._workplace = workplace
        self.catalogue = catalogue
        self._newest: PricedQuote | None = None
        self._begun.connect(self._take_over)
        self._keeping = Keeping(
            workplace,
            record,
            begun=self._begun.emit,
            saved=self.saved.emit,
            failed=self.failed.emit,
        )
        self._editor = QuoteEditor(quote, self._price)
        self._editor.listen(self._tell)

    @property
    def state(self) -> EditorState:
        """The quote now."""
        return self._editor.state

    @property
    def number(self) -> str:
        """The quote's number, '' until it is saved."""
        return self._keeping.number

    def edit(self, change: Callable[[Proposal], Proposal]) -> None:
        """Change what the customer may read."""
        self._editor.edit(change)

    def edit_line(self, line_id: str, change: Callable[[AnyLine], AnyLine]) -> None:
        """Change one line."""
        self._editor.edit(lambda proposal: changed(proposal, line_id, change))

    def edit_quote(self, change: Callable[[Quote], Quote]) -> None:
        """Change the quote, what only the partner sees included."""
        self._editor.edit_quote(change)

    def toggle_optional(self, line_id: str) -> None:
        """Count a line that was optional, or the other way round."""
        self.edit_line(line_id, lambda line: replace(line, optional=not line.optional))

    def undo(self) -> None:
        """Go back one edit."""
        self._editor.undo()

    def redo(self) -> None:
        """Take an undone edit again."""
        self._editor.redo()

    def reprice(self, catalogue: Catalogue) -> None:
        """Price by other lists from now on."""
        self.catalogue = catalogue
        self._editor.reprice(self._price)

    def flush(self) -> bool:
        """Wait for the newest value; tell whether it is saved."""
        self._take_over()
        return self._keeping.flush()

    def close(self) -> bool:
        """Save what waits, and end; tell whether all is saved."""
        self._take_over()
        return self._keeping.close()

    def _price(self, quote: Quote) -> PricedQuote:
        """Price by the lists of now, under the number of now."""
        workplace, before = self._workplace, self._newest
        now = price_by(workplace, self.catalogue, quote, self.number, before)
        self._newest = now
        return now

    def _tell(self, state: EditorState) -> None:
        """Have the newest value saved and shown."""
        self._keeping.put(state.priced)
        self.changed.emit(state)

    def _take_over(self) -> None:
        """Go on under the number that was drawn meanwhile."""
        if self._keeping.take_over():
            self._editor.reprice(self._price)

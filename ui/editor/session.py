"""One quote while the page is on it: edited, priced, saved, told of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.catalogue import Catalogue
from app.domain.edits import changed
from app.domain.lifecycle import labelled_exactly
from app.domain.proposal import AnyLine, Proposal
from app.domain.quote import Quote
from app.ports import QuoteRecord
from app.use_cases.editing import EditorState, QuoteEditor
from app.use_cases.pricing import PricedQuote
from app.use_cases.workplace import Workplace
from ui.editor.keeping import Keeping
from ui.editor.opening import price_by

#: Milliseconds after which what could not be saved is tried again.
_AGAIN: Final = 5_000


class Session(QObject):
    """Puts editor and storage together; signals come on the window's thread.

    What could not be saved is tried again by itself: nobody may be typing any more.
    """

    changed = Signal(object)
    saved = Signal(object)
    failed = Signal(object)
    #: Somebody tried to change what was handed over.
    refused = Signal()
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
        self._first = quote
        self.frozen = record is not None and record.lifecycle.frozen
        self._begun.connect(self._take_over)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN)
        self._again.timeout.connect(self._keep)
        self.failed.connect(self._wait)
        self.saved.connect(self._again.stop)
        self._ended = False
        self._keeping = Keeping(
            workplace,
            record,
            begun=self._begun.emit,
            saved=self.saved.emit,
            failed=self.failed.emit,
        )
        self._pricing = _Pricing(workplace, self._keeping)
        self._editor = QuoteEditor(quote, self._pricing.under(catalogue))
        self._editor.listen(self._tell)

    @property
    def state(self) -> EditorState:
        """The quote now."""
        return self._editor.state

    @property
    def catalogue(self) -> Catalogue:
        """The lists that price the quote now."""
        return self.state.priced.catalogue

    @property
    def number(self) -> str:
        """The quote's number, '' until it is saved."""
        return self._keeping.number

    @property
    def name(self) -> str:
        """What names this very revision: a new quote does not say its number."""
        return labelled_exactly(self.number, self.state.quote.proposal.revision)

    def edit(self, change: Callable[[Proposal], Proposal]) -> None:
        """Change what the customer may read; nothing changes once handed over."""
        if self.frozen:
            self.refused.emit()
        else:
            self._editor.edit(change)

    def edit_line(self, line_id: str, change: Callable[[AnyLine], AnyLine]) -> None:
        """Change one line."""
        self.edit(lambda proposal: changed(proposal, line_id, change))

    def edit_quote(self, change: Callable[[Quote], Quote]) -> None:
        """Change the quote, what only the partner sees included: that may always."""
        now = self.state.quote
        if self.frozen and change(now).proposal != now.proposal:
            self.refused.emit()
        else:
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

    def take_prices(self, catalogue: Catalogue) -> None:
        """Price by other lists, which can be undone; not what was handed over."""
        if not self.frozen:
            self._editor.take_prices(self._pricing.under(catalogue))

    def reprice(self, catalogue: Catalogue) -> None:
        """Price by other lists, every step back included."""
        self._editor.reprice(self._pricing.under(catalogue))

    def flush(self) -> bool:
        """Wait for the newest value; tell whether it is saved."""
        self._take_over()
        return self._keeping.flush()

    def close(self) -> bool:
        """Save what waits, and end; tell whether all is saved."""
        self._ended = True
        self._again.stop()
        self._take_over()
        self._editor.tell_nobody()
        return self._keeping.close()

    def _tell(self, state: EditorState) -> None:
        """Have the newest value shown, then saved: saving would hold up painting."""
        self.changed.emit(state)
        self._keep()

    def _keep(self) -> None:
        """Have the newest value saved."""
        state = self.state
        self._keeping.put(state.priced, worth=state.quote != self._first)

    def _wait(self) -> None:
        """Try again in a while, unless the quote was left meanwhile."""
        if not self._ended:
            self._again.start()

    def _take_over(self) -> None:
        """Go on under the number that was drawn meanwhile."""
        if self._keeping.take_over():
            self._editor.refresh()


class _Pricing:
    """Prices what is edited, under the number of now.

    It knows no session: what knows one another stays until garbage is looked for,
    and long lists with it.
    """

    def __init__(self, workplace: Workplace, keeping: Keeping) -> None:
        """Begin with nothing priced."""
        self._workplace, self._keeping = workplace, keeping
        self._newest: PricedQuote | None = None

    def under(self, catalogue: Catalogue) -> Callable[[Quote], PricedQuote]:
        """Return what prices by these lists."""
        return partial(self._price, catalogue)

    def _price(self, catalogue: Catalogue, quote: Quote) -> PricedQuote:
        """Price a value; what stayed the same since the one before is spared."""
        number, before = self._keeping.number, self._newest
        self._newest = price_by(self._workplace, catalogue, quote, number, before)
        return self._newest

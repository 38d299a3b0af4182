"""Editing one quote: the newest value, the ones before it, and what they come to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain.proposal import Proposal
from app.domain.quote import Quote
from app.use_cases.pricing import PricedQuote

#: Prices a quote by the lists that count for it.
Price = Callable[[Quote], PricedQuote]


@dataclass(frozen=True, slots=True)
class EditorState:
    """What the window shows of the quote that is edited."""

    quote: Quote
    priced: PricedQuote
    can_undo: bool
    can_redo: bool


class QuoteEditor:
    """Holds a quote while it is edited; whoever listens is told of each change.

    An edit that changes nothing is none: it is not undone, saved or told of.
    """

    def __init__(self, quote: Quote, price: Price) -> None:
        """Begin with a quote as it was saved."""
        self._price = price
        self._undo: list[Quote] = []
        self._redo: list[Quote] = []
        self._listeners: list[Callable[[EditorState], None]] = []
        self._quote = quote
        self._priced = price(quote)

    @property
    def state(self) -> EditorState:
        """The quote now, priced."""
        return EditorState(
            self._quote, self._priced, bool(self._undo), bool(self._redo)
        )

    def listen(self, listener: Callable[[EditorState], None]) -> None:
        """Have somebody told of each new state."""
        self._listeners.append(listener)

    def edit(self, change: Callable[[Proposal], Proposal]) -> None:
        """Change what the customer may read."""
        self.edit_quote(lambda quote: replace(quote, proposal=change(quote.proposal)))

    def edit_quote(self, change: Callable[[Quote], Quote]) -> None:
        """Change the quote, its note and answers included."""
        changed = change(self._quote)
        if changed != self._quote:
            self._undo.append(self._quote)
            self._redo.clear()
            self._show(changed)

    def undo(self) -> None:
        """Go back one edit; nothing happens at the first."""
        if self._undo:
            self._redo.append(self._quote)
            self._show(self._undo.pop())

    def redo(self) -> None:
        """Take an undone edit again; nothing happens at the last."""
        if self._redo:
            self._undo.append(self._quote)
            self._show(self._redo.pop())

    def reprice(self, price: Price) -> None:
        """Price the quote by other lists from now on."""
        self._price = price
        self._show(self._quote)

    def _show(self, quote: Quote) -> None:
        """Make a quote the newest, price it and tell whoever listens."""
        self._quote = quote
        self._priced = self._price(quote)
        state = self.state
        for listener in self._listeners:
            listener(state)

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
    """What the window shows of the quote that is edited.

    `undone` and `redone` are the quotes that undo and redo would bring, if any.
    """

    quote: Quote
    priced: PricedQuote
    undone: Quote | None
    redone: Quote | None


@dataclass(frozen=True, slots=True)
class _Step:
    """A quote with the lists it was priced by: undoing brings back both."""

    quote: Quote
    price: Price


class QuoteEditor:
    """Holds a quote while it is edited; whoever listens is told of each change.

    An edit that changes nothing is none: it is not undone, saved or told of.
    """

    def __init__(self, quote: Quote, price: Price) -> None:
        """Begin with a quote as it was saved."""
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._listeners: list[Callable[[EditorState], None]] = []
        self._now = _Step(quote, price)
        self._priced = price(quote)

    @property
    def state(self) -> EditorState:
        """The quote now, priced."""
        return EditorState(
            self._now.quote, self._priced, _last(self._undo), _last(self._redo)
        )

    def listen(self, listener: Callable[[EditorState], None]) -> None:
        """Have somebody told of each new state."""
        self._listeners.append(listener)

    def tell_nobody(self) -> None:
        """Forget who listens: whoever does mostly holds this one."""
        self._listeners.clear()

    def edit(self, change: Callable[[Proposal], Proposal]) -> None:
        """Change what the customer may read."""
        self.edit_quote(lambda quote: replace(quote, proposal=change(quote.proposal)))

    def edit_quote(self, change: Callable[[Quote], Quote]) -> None:
        """Change the quote, its note and answers included."""
        changed = change(self._now.quote)
        if changed != self._now.quote:
            self._take(replace(self._now, quote=changed))

    def take_prices(self, price: Price) -> None:
        """Price the quote by other lists, which can be undone like an edit."""
        self._take(replace(self._now, price=price))

    def undo(self) -> None:
        """Go back one edit; nothing happens at the first."""
        if self._undo:
            self._redo.append(self._now)
            self._show(self._undo.pop())

    def redo(self) -> None:
        """Take an undone edit again; nothing happens at the last."""
        if self._redo:
            self._undo.append(self._now)
            self._show(self._redo.pop())

    def reprice(self, price: Price) -> None:
        """Price the quote and its every step by other lists: these are no more."""
        self._undo = [replace(step, price=price) for step in self._undo]
        self._redo = [replace(step, price=price) for step in self._redo]
        self._show(replace(self._now, price=price))

    def refresh(self) -> None:
        """Price the quote again: what its price depends on has changed."""
        self._show(self._now)

    def _take(self, step: _Step) -> None:
        """Make a step that can be undone."""
        self._undo.append(self._now)
        self._redo.clear()
        self._show(step)

    def _show(self, step: _Step) -> None:
        """Make a step the newest, price it and tell whoever listens."""
        self._now = step
        self._priced = step.price(step.quote)
        state = self.state
        for listener in self._listeners:
            listener(state)


def _last(steps: list[_Step]) -> Quote | None:
    """Return the quote of the newest step."""
    return steps[-1].quote if steps else None

"""The saved quotes as choices, found as one types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from app.domain.lifecycle import named
from app.domain.listing import Filter, ListedQuote, Wanted, words_of
from app.domain.problems import UnavailableError
from app.ports import QuoteList
from ui.palette.matching import MOST, Choice, searchable
from ui.shared import Shared


class QuoteChoices:
    """Every saved quote; while a customer looks on, by number alone."""

    def __init__(self, shared: Shared, open_quote: Callable[[str], None]) -> None:
        """Take what opens a quote, given what leads to it."""
        self._shared, self._open = shared, open_quote

    def named(self, names: Sequence[str]) -> tuple[Choice, ...]:
        """Return the quotes of those exact names that there are, in that order."""
        return self._choices(lambda quotes: _named(quotes, names))

    def found(self, typed: str, but: Sequence[str]) -> tuple[Choice, ...]:
        """Return the newest quotes that hold what is typed, but those."""
        return self._choices(
            lambda quotes: (q for q in self._found(quotes, typed) if q.name not in but)
        )

    def _found(self, quotes: QuoteList, typed: str) -> Iterator[ListedQuote]:
        """Look among the quotes at hand, then among the archived ones."""
        for shelf in (Filter.ALL, Filter.ARCHIVED):
            wanted = Wanted(
                today=self._shared.workplace.clock.today(),
                filter=shelf,
                words=words_of(typed),
                by_number=self._shared.customer_view,
            )
            yield from quotes.rows(quotes.places(wanted, 2 * MOST))

    def _choices(
        self, ask: Callable[[QuoteList], Iterator[ListedQuote]]
    ) -> tuple[Choice, ...]:
        """Ask at once; offer no quote for a moment while somebody writes."""
        try:
            with self._shared.workplace.storage.listing(patient=False) as quotes:
                return tuple(map(self._choice, ask(quotes)))
        except UnavailableError:
            return ()

    def _choice(self, quote: ListedQuote) -> Choice:
        """Return a quote with its customer, or by number alone."""
        about = [] if self._shared.customer_view else [quote.customer, quote.title]
        return Choice(
            quote.label,
            searchable(quote.label, *about),
            partial(self._open, quote.name),
            " · ".join(filter(None, about)),
        )


def _named(quotes: QuoteList, names: Sequence[str]) -> Iterator[ListedQuote]:
    """Yield the quotes of those names that there are."""
    for name in names:
        number, revision = named(name)
        quote = quotes.named(number, revision or "")
        if quote:
            yield quote

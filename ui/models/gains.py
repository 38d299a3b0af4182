"""W5: what each optional line would add to the partner's commission."""

from __future__ import annotations

from dataclasses import replace

from app.domain.choices import Term
from app.domain.commission import total_earned
from app.domain.edits import changed
from app.domain.money import Amount
from app.domain.proposal import AnyLine, PackLine
from app.domain.quote import Quote
from app.domain.resolved import resolve, sku_of
from app.use_cases.pricing import PricedQuote

#: What a gain depends on: the line, its term, its prices, what counts already.
_Key = tuple[AnyLine, Term | None, tuple[str, ...], frozenset[str]]


class Gains:
    """Remembers each optional line's gain while nothing it depends on changes."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._known: dict[_Key, Amount | None] = {}

    def of(self, priced: PricedQuote) -> dict[str, Amount]:
        """Return, by line id, how much the commission rises were the line firm."""
        now = priced.commission.total
        optional = [line for line in _optional(priced) if now is not None]
        skus = _firm_skus(priced) if optional else frozenset()
        lists = tuple(each.file_fingerprint for each in priced.resolved.lists)
        term = priced.quote.proposal.term
        known: dict[_Key, Amount | None] = {}
        for line in optional:
            key: _Key = (line, term, lists, skus & _skus(line))
            if key in self._known:
                known[key] = self._known[key]
            else:
                known[key] = _gain(priced, line)
        self._known = known
        return {key[0].id: gain for key, gain in known.items() if gain is not None}


def _optional(priced: PricedQuote) -> list[AnyLine]:
    """Return the lines that are optional, whatever they stand under."""
    return [
        line
        for _, line in priced.quote.proposal.places()
        if line.optional and not line.alternative_to
    ]


def _gain(priced: PricedQuote, line: AnyLine) -> Amount | None:
    """Return how much the commission rises were the line firm."""
    firm = _firm(priced.quote, line.id)
    resolved = resolve(firm.proposal, priced.catalogue, priced.resolved)
    then = total_earned(firm, resolved)
    now = priced.commission.total
    return then - now if then is not None and now is not None else None


def _firm_skus(priced: PricedQuote) -> frozenset[str]:
    """Return what counts now: some commissions are paid once for a SKU."""
    return frozenset(line.sku or "" for line in priced.offer.lines if line.firm)


def _skus(line: AnyLine) -> frozenset[str]:
    """Return the SKUs of a line, and of the options under it."""
    options = line.options if isinstance(line, PackLine) else ()
    return frozenset((sku_of(line), *(option.sku for option in options)))


def _firm(quote: Quote, line_id: str) -> Quote:
    """Return the quote with that line counted."""
    proposal = changed(
        quote.proposal, line_id, lambda line: replace(line, optional=False)
    )
    return replace(quote, proposal=proposal)

"""What changes from one revision of a quote to another, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.choices import Term
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.offer import Offer, OfferLine


@dataclass(frozen=True, slots=True)
class LineState:
    """What a line said in one revision; amounts that cannot be had are None."""

    quantity: int
    unit_price: UnitPrice | None
    monthly: Amount | None
    once: Amount | None
    annual: Amount | None
    firm: bool


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that is not the same; without a side where it came or went."""

    name: Localized
    before: LineState | None
    after: LineState | None


@dataclass(frozen=True, slots=True)
class QuoteChanges:
    """Every line that differs, in the order of the later one, then what is gone.

    `terms`, `monthly`, `once` hold (before, after) of the whole, differing or not.
    """

    lines: tuple[LineChange, ...]
    terms: tuple[Term | None, Term | None]
    monthly: tuple[Amount | None, Amount | None]
    once: tuple[Amount | None, Amount | None]

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        pairs = (self.terms, self.monthly, self.once)
        return bool(self.lines) or any(before != after for before, after in pairs)


def quote_changes(before: Offer, after: Offer) -> QuoteChanges:
    """Compare two revisions; lines keep their ids from one to the next."""
    return QuoteChanges(
        lines=tuple(_lines(before, after)),
        terms=(before.term, after.term),
        monthly=(before.distributor.monthly.net, after.distributor.monthly.net),
        once=(before.distributor.once.net, after.distributor.once.net),
    )


def _lines(before: Offer, after: Offer) -> Iterator[LineChange]:
    """Pair the lines by their ids, and yield those that differ."""
    gone = {line.id: line for line in before.lines}
    for line in after.lines:
        held = gone.pop(line.id, None)
        # Another item under the same id is another line.
        if held and held.sku != line.sku:
            yield LineChange(held.name, _state(held), None)
            held = None
        old, new = (_state(held) if held else None), _state(line)
        if old != new:
            yield LineChange(line.name, old, new)
    for line in gone.values():
        yield LineChange(line.name, _state(line), None)


def _state(line: OfferLine) -> LineState:
    """Return what a line says."""
    return LineState(
        quantity=line.quantity,
        unit_price=line.unit_price,
        monthly=line.monthly,
        once=line.once,
        annual=line.annual,
        firm=line.firm,
    )

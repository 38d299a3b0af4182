"""The ways of paying: each month, once, each year; what a line costs in each."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from app.domain.money import Amount, UnitPrice
from app.domain.offer import Difference, OfferLine


class Paying(Enum):
    """When an amount is paid."""

    MONTHLY = "monthly"
    ONCE = "once"
    ANNUAL = "annual"


def amount(of: OfferLine | Difference, way: Paying) -> Amount | None:
    """Return what is paid that way; None where the line has no price."""
    if way is Paying.MONTHLY:
        return of.monthly
    return of.once if way is Paying.ONCE else of.annual


def unit_price(line: OfferLine, way: Paying) -> UnitPrice | None:
    """Return the unit price paid that way: zero where all is paid another way."""
    if way is Paying.ONCE and line.unit_once is not None:
        return line.unit_once
    if line.unit_price and not _paid(line, way) and any(_paid(line, w) for w in Paying):
        return UnitPrice.of(Decimal(0), line.unit_price.currency)
    return line.unit_price


def changes(line: OfferLine, way: Paying) -> bool:
    """Tell whether an alternative costs more or less in that way of paying."""
    return line.difference is not None and _paid(line.difference, way)


def paid_once(line: OfferLine) -> bool:
    """Tell whether the line has a one-off price."""
    return line.unit_once is not None or only_once(line)


def only_once(line: OfferLine) -> bool:
    """Tell whether the line costs something once and nothing a month."""
    return _paid(line, Paying.ONCE) and not _paid(line, Paying.MONTHLY)


def _paid(of: OfferLine | Difference, way: Paying) -> bool:
    """Tell whether anything is paid that way."""
    found = amount(of, way)
    return found is not None and bool(found.cents)

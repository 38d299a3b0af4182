"""W9: what the partner earns when a contract is extended; no customer may read it."""

from __future__ import annotations

from app.domain.commission import CommissionLine, Earning, paid_once, summed
from app.domain.extended import extended_line, rented
from app.domain.proposal import OptionLine, PackLine
from app.domain.resolved import Resolved, ResolvedLine


def extension_lines(resolved: Resolved) -> tuple[CommissionLine, ...]:
    """W9: return what each line earns by one extension, whatever its length.

    It is a commission of its own (W1), which the list names; None, to be confirmed,
    where it does not, and for special requests, which no list knows.
    """
    lines = (each for each in rented(resolved) if _earns(each, resolved))
    return summed(map(_earning, lines))


def _earns(each: ResolvedLine, resolved: Resolved) -> bool:
    """Tell whether a line goes on by the month, or the list says what it earns."""
    named = each.item is not None and each.item.commission_extension is not None
    return named or extended_line(each, resolved).goes_on


def _earning(each: ResolvedLine) -> Earning:
    """Return what one line earns, per unit or once per contract."""
    line = each.line
    sku = line.sku if isinstance(line, PackLine | OptionLine) else None
    unit = each.item.commission_extension if each.item else None
    once = paid_once(each)
    amount = unit if once or unit is None else unit.times(line.quantity)
    return CommissionLine(each.place, sku, line.quantity, unit, amount), once

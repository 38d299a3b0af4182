"""A quote: what the customer may read, and beside it what only the partner may."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.domain.proposal import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A proposal, an internal note, and the commissions of answered requests.

    `answer_commissions` pairs the id of an answered special request (W11) with
    the commission per unit (two decimals); an answer may still lack its own.
    """

    proposal: Proposal
    note: str = ""
    answer_commissions: tuple[tuple[str, Decimal], ...] = ()

    def answer_commission(self, line_id: str) -> Decimal | None:
        """Return the commission per unit that came with that answer."""
        return dict(self.answer_commissions).get(line_id)

"""W4: how far the price of a partner's own service may be reduced."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain.problems import Problem, warning
from app.domain.proposal import Proposal

_WHOLE = Decimal(100)


def below_floor(proposal: Proposal, floor: Decimal) -> Iterator[Problem]:
    """Name each service whose discount leaves less than `floor` percent of its price.

    Such a quote can be shown as a draft, and is not handed over. A service without
    a discount stands at its price, whatever the floor.
    """
    for place, line in enumerate(proposal.partner_services):
        left = _WHOLE - line.discount_percent
        if line.discount_percent and left < floor:
            where = f"partner_services[{place}]"
            yield warning("discount_below_floor", where, left=left, value=floor)

"""How the contract of a quote may end: early, extended, and the hardware's return."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.choices import Return
from app.domain.collection import at_end
from app.domain.early_end import EarlyEnd, early_end, every_month
from app.domain.extended import extended
from app.domain.extension import Extension
from app.domain.money import Amount
from app.domain.offer import AtEnd
from app.domain.policy import WaasPolicy
from app.domain.problems import RefusedError, error
from app.domain.resolved import Resolved
from app.use_cases.pricing import PricedQuote, waas_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsOfEnd:
    """A monthly rate, an end after each month (W8), how far the contract goes (W9).

    `collecting` tells what having the hardware fetched costs, chosen or not (W12).
    """

    rate: Amount
    policy: WaasPolicy
    months: tuple[EarlyEnd, ...]
    extension: Extension
    collecting: AtEnd

    def after(self, month: int) -> EarlyEnd:
        """Return what an end after that month costs; RefusedError outside the term."""
        term = self.extension.term
        return early_end(self.rate, term, month, self.policy.early_end)


def terms_of_end(quote: PricedQuote) -> TermsOfEnd:
    """Return how the contract may end; RefusedError where nothing is rented.

    A quote that an error keeps from the customer is refused with its problems.
    """
    if quote.refused:
        raise RefusedError(*quote.problems)
    policy = waas_of(quote.quote.proposal, quote.policies)
    found, rate = extended(quote.resolved, policy), quote.offer.distributor.monthly.net
    if found is None or rate is None:
        raise RefusedError(error("nothing_rented"))
    return TermsOfEnd(
        rate=rate,
        policy=policy,
        months=every_month(rate, found.term, policy.early_end),
        extension=found,
        collecting=_collecting(quote.resolved),
    )


def _collecting(resolved: Resolved) -> AtEnd:
    """W12: return what collecting costs, whichever way the quote names."""
    proposal = replace(resolved.proposal, return_way=Return.COLLECTED)
    return at_end(replace(resolved, proposal=proposal))

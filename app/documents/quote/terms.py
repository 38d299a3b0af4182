"""The same offer for each term."""

from __future__ import annotations

from decimal import Decimal

from app.documents.document import Comparison, TermOffer
from app.documents.quote.inputs import Inputs
from app.domain.choices import Term
from app.domain.identity import CHOSEN
from app.domain.offer import TermTotals


def comparison(inputs: Inputs) -> Comparison | None:
    """W7: return the terms beside one another.

    None for a quote without a term, and where the partner shows only the chosen one.
    """
    if inputs.offer.term is None or inputs.partner.terms == CHOSEN:
        return None
    by_term = tuple(inputs.offer.terms.pairs())
    rates = [totals.monthly.cents for _, totals in by_term if totals]
    if not any(rates):
        return None
    return Comparison(
        heading=inputs.write.gettext("The same offer by term"),
        aside=inputs.write.gettext("per month, excluding VAT"),
        terms=tuple(
            _term(term, totals, max(rates), inputs) for term, totals in by_term
        ),
    )


def _term(
    term: Term, totals: TermTotals | None, highest: int, inputs: Inputs
) -> TermOffer:
    """Return one term, or that it is not offered."""
    write = inputs.write
    if totals is None:
        figures = write.gettext("not offered for this quote")
        share = Decimal(0)
    else:
        figures = write.gettext(
            "{monthly} · total {total}",
            monthly=totals.monthly,
            total=totals.contract_total,
        )
        share = Decimal(totals.monthly.cents) / highest
    return TermOffer(
        heading=write.months(term),
        figures=figures,
        chosen=term is inputs.offer.term,
        share=share,
    )

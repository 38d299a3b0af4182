"""How the offers of Microsoft's new commerce are paid."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """For what an offer's price pays, how often it is billed, and both in words.

    The words are part of the list, so that they are not left to the catalogues: a
    list read again must be the same whatever has been translated anew.
    """

    basis: str
    billing: str
    french: str
    english: str


_PLANS = {
    ("p1y", "annual"): Plan(
        "term",
        "annual",
        "Engagement d’un an, facturé en une fois",
        "One-year commitment, billed at once",
    ),
    ("p1y", "monthly"): Plan(
        "term",
        "monthly",
        "Engagement d’un an, facturé chaque mois",
        "One-year commitment, billed each month",
    ),
    ("p1m", "monthly"): Plan(
        "month", "monthly", "Engagement d’un mois", "One-month commitment"
    ),
    ("p1m", "none"): Plan("month", "", "Essai d’un mois", "One-month trial"),
}
#: The terms that a list can hold.
TERMS = frozenset(term for term, _ in _PLANS)


def plan_of(term: str, billing: str) -> Plan | None:
    """Return the plan of a term and a billing plan, as the list writes both."""
    return _PLANS.get((term.casefold(), billing.casefold()))

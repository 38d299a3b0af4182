"""How long a quote holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.domain.policy import WaasPolicy
from app.domain.proposal import Proposal
from app.domain.resolved import Resolved


def last_day(resolved: Resolved, policy: WaasPolicy) -> date:
    """Return the default last day, which counts whole.

    It is the policy's number of days after the quote's date, never past the
    end of a list the quote draws on, and never before the quote's own date.
    """
    day = resolved.proposal.date
    left = date.max - day
    longest = day + min(timedelta(days=policy.validity_days), left)
    ends = [each.valid_to for each in resolved.lists if each.valid_to]
    return max(day, min([longest, *ends]))


def completed(resolved: Resolved, policy: WaasPolicy) -> Proposal:
    """Return the proposal with its last day and its customer's country filled in."""
    proposal = resolved.proposal
    customer = proposal.customer
    return replace(
        proposal,
        valid_until=proposal.valid_until or last_day(resolved, policy),
        customer=replace(customer, country=customer.country or resolved.country),
    )

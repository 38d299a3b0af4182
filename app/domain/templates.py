"""Quotes to begin from: lines, term and ways, and nothing of a customer."""

from __future__ import annotations

from dataclasses import replace

from app.domain.identity import Customer
from app.domain.proposal import Proposal


def template_of(proposal: Proposal, name: str) -> Proposal:
    """Return what of a proposal serves for other customers, called `name`.

    A date on which a subscription starts is one customer's, and so is what the
    distributor answered (W11): the request is asked anew.
    """
    return Proposal(
        date=proposal.date,
        customer=Customer(name),
        term=proposal.term,
        delivery=proposal.delivery,
        return_way=proposal.return_way,
        packs=proposal.packs,
        subscriptions=tuple(
            replace(line, start=None) for line in proposal.subscriptions
        ),
        partner_services=proposal.partner_services,
        special_requests=tuple(
            replace(line, answer=None) for line in proposal.special_requests
        ),
        policies=proposal.policies,
    )


def begun_from(template: Proposal, blank: Proposal) -> Proposal:
    """Return a new proposal with a template's lines; who and when are `blank`'s."""
    return replace(
        template,
        date=blank.date,
        customer=blank.customer,
        language=blank.language,
        term=template.term or blank.term,
        seller=blank.seller,
    )

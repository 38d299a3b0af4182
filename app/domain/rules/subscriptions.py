"""Whether a subscription is sold as the quote asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.price_list import Item
from app.domain.problems import Problem, error
from app.domain.proposal import SubscriptionLine
from app.domain.resolved import Resolved


def subscriptions_sold(resolved: Resolved) -> Iterator[Problem]:
    """A subscription is billed, sized and sold as its row of the list allows."""
    known = {each.line.id: each for each in resolved.lines}
    for each, item in resolved.listed:
        line = each.line
        if not isinstance(line, SubscriptionLine):
            continue
        yield from _sold_to(each.place, item, resolved)
        if item.billing and line.billing not in item.billing:
            yield error("billing", each.place, name=item.name, billing=line.billing)
        if item.seats_min is not None and line.quantity < item.seats_min:
            yield error("seats_min", each.place, name=item.name, least=item.seats_min)
        if item.seats_max is not None and line.quantity > item.seats_max:
            yield error("seats_max", each.place, name=item.name, most=item.seats_max)
        parent = known.get(line.parent)
        if line.parent and (
            parent is None
            or parent is each
            or not isinstance(parent.line, SubscriptionLine)
        ):
            yield error("parent_unknown", each.place, id=line.parent)


def _sold_to(place: str, item: Item, resolved: Resolved) -> Iterator[Problem]:
    """The list may name the segments and countries it sells an offer to."""
    customer = resolved.proposal.customer
    country = customer.country or resolved.country
    if item.segment and customer.segment not in item.segment:
        yield error("segment", place, name=item.name, segment=customer.segment)
    if item.countries and country not in item.countries:
        yield error("country", place, name=item.name, country=country)

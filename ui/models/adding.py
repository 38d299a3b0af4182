"""From what was chosen to be added to the line that stands for it."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from app.domain.choices import Billing, Kind, Term
from app.domain.edits import added
from app.domain.price_list import Item
from app.domain.proposal import (
    AnyLine,
    OptionLine,
    PackLine,
    Proposal,
    RequestLine,
    SubscriptionLine,
)
from ui.models.addables import Addable


def new_id() -> str:
    """Return an id that no other line has."""
    return uuid4().hex[:12]


def there_already(proposal: Proposal, addable: Addable) -> str:
    """Return the id of the option that stands under the pack already, or ''."""
    if addable.item is None:
        return ""
    for pack in proposal.packs:
        if pack.id == addable.pack_id:
            options = (o.id for o in pack.options if o.sku == addable.item.sku)
            return next(options, "")
    return ""


def line_of(proposal: Proposal, addable: Addable) -> AnyLine:
    """Return a new line for an item; LookupError for what is not one."""
    item = addable.item
    if item is None:
        raise LookupError(addable.key)
    if addable.pack_id:
        quantity = _pack_quantity(proposal, addable.pack_id)
        return OptionLine(id=new_id(), sku=item.sku, quantity=quantity)
    if item.kind is Kind.SUBSCRIPTION:
        return _subscription(proposal, item)
    return PackLine(id=new_id(), sku=item.sku, quantity=1)


def with_line(proposal: Proposal, line: AnyLine, under: str = "") -> Proposal:
    """Return the proposal with the line; what is rented gets a term."""
    made = added(proposal, line, under)
    rented = isinstance(line, PackLine | RequestLine)
    if rented and made.term is None:
        return replace(made, term=Term.MONTHS_36)
    return made


def _pack_quantity(proposal: Proposal, pack_id: str) -> int:
    """Return how many of the pack there are."""
    found = (each.quantity for each in proposal.packs if each.id == pack_id)
    return next(found, 1)


def _subscription(proposal: Proposal, item: Item) -> SubscriptionLine:
    """M1: a subscription; an add-on is billed as what it is added to."""
    parents = (line for line in proposal.subscriptions if line.sku in item.addon_of)
    parent = next(parents, None)
    first = item.billing[0] if item.billing else Billing.MONTHLY
    return SubscriptionLine(
        id=new_id(),
        sku=item.sku,
        quantity=parent.quantity if parent else max(1, item.seats_min or 1),
        billing=parent.billing if parent else first,
        start=parent.start if parent else None,
        parent=parent.id if parent else "",
    )

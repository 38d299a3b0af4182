"""W12: collecting the devices at the end of the contract."""

from __future__ import annotations

from app.domain.choices import Kind, Return
from app.domain.money import Amount
from app.domain.offer import AtEnd
from app.domain.price_list import Item
from app.domain.resolved import Resolved


def devices(resolved: Resolved) -> int:
    """Count the hardware in firm packs and as firm options under them."""
    count = 0
    for pack, _ in resolved.packs:
        if pack.firm:
            held = sum(n for item, n in resolved.contents(pack) if _is_device(item))
            count += pack.line.quantity * held
            count += sum(
                option.line.quantity
                for option, item in resolved.under(pack)
                if option.firm and _is_device(item)
            )
    return count


def _is_device(item: Item) -> bool:
    """Tell whether it is a thing that can be fetched."""
    return item.kind is Kind.HARDWARE


def return_items(resolved: Resolved) -> tuple[Item, ...]:
    """Return the items that could collect from every firm pack; one is right."""
    packs = [item for pack, item in resolved.packs if pack.firm]
    return tuple(
        item
        for item, price_list in resolved.catalogue.returns
        if item.price_once is not None
        and price_list.currency == resolved.currency
        and item.sold_on(resolved.proposal.date)
        and all(item.fits_pack(pack) for pack in packs)
    )


def at_end(resolved: Resolved) -> AtEnd:
    """Return the devices and the fee, per device; the customer pays only then.

    The total is None where no single item of the lists fits every firm pack.
    """
    nothing = Amount.zero(resolved.currency)
    if resolved.proposal.return_way is not Return.COLLECTED:
        return AtEnd(devices=0, per_device=None, total=nothing)
    count = devices(resolved)
    fitting = return_items(resolved)
    fee = fitting[0].price_once if len(fitting) == 1 else None
    total = fee.times(count) if fee else None
    return AtEnd(devices=count, per_device=fee, total=total if count else nothing)

"""W12: collecting the devices at the end of the contract."""

from __future__ import annotations

from app.domain.choices import Kind, Return
from app.domain.money import Amount
from app.domain.offer import AtEnd
from app.domain.price_list import Item
from app.domain.resolved import Group, Resolved, ResolvedLine


def devices(resolved: Resolved) -> int:
    """Count the hardware in firm packs and as firm options under them."""
    return sum(_devices_in(group, resolved) for group in resolved.groups)


def _devices_in(group: Group, resolved: Resolved) -> int:
    """Count those of a pack and its options."""
    if _devices_in not in group.known:
        group.known[_devices_in] = sum(
            each.line.quantity * _devices_each(each, resolved)
            for each in group.lines
            if each.firm
        )
    known: int = group.known[_devices_in]
    return known


def _devices_each(each: ResolvedLine, resolved: Resolved) -> int:
    """Return how many things that can be fetched one unit of a line brings."""
    if not _in_a_pack(each):
        return 0
    held = ((each.item, 1), *resolved.contents(each))
    return sum(count for item, count in held if _is_device(item))


def _in_a_pack(each: ResolvedLine) -> bool:
    """Tell whether a line is a pack of a list, or stands under one."""
    pack = each.pack or each.item
    return pack is not None and pack.kind is Kind.PACK


def _is_device(item: Item | None) -> bool:
    """Tell whether it is a thing that can be fetched."""
    return item is not None and item.kind is Kind.HARDWARE


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

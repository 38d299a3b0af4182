"""Whether what stands under a pack goes with it, and in what number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from app.domain.choices import Kind
from app.domain.price_list import Item
from app.domain.problems import Problem, error
from app.domain.resolved import Resolved, ResolvedLine

#: A rule about one pack and what stands under it.
PackRule = Callable[[Resolved, ResolvedLine, Item], Iterator[Problem]]


def _in_each_pack(resolved: Resolved, rule: PackRule) -> Iterator[Problem]:
    """Ask a rule about every pack, and once for a pack that stays as it is."""
    for pack, item in resolved.packs:
        if rule not in pack.known:
            pack.known[rule] = tuple(rule(resolved, pack, item))
        yield from pack.known[rule]


def options_fit(resolved: Resolved) -> Iterator[Problem]:
    """An option fits its pack, and stands within the number it allows."""
    return _in_each_pack(resolved, _fit)


def _fit(resolved: Resolved, pack: ResolvedLine, held: Item) -> Iterator[Problem]:
    """Look at the options under one pack."""
    for each, item in resolved.under(pack):
        if not item.fits_pack(held):
            yield error("does_not_fit", each.place, name=item.name, pack=held.name)
    yield from _within_limits(resolved, pack)


def _within_limits(resolved: Resolved, pack: ResolvedLine) -> Iterator[Problem]:
    """The firm lines of one SKU together, and each optional one alone."""
    firm: Counter[str] = Counter()
    for each, item in resolved.under(pack):
        limit = _limit(resolved, pack, item)
        if limit is None:
            continue
        most = limit * pack.line.quantity
        quantity = _together_with(firm, item.sku, each)
        if quantity > most:
            yield error(
                "too_many",
                each.place,
                name=item.name,
                quantity=quantity,
                most=most,
                per_pack=limit,
            )


def _together_with(firm: Counter[str], sku: str, each: ResolvedLine) -> int:
    """Count a firm line with those before it, and an optional one alone."""
    if not each.line.firm:
        return each.line.quantity
    firm[sku] += each.line.quantity
    return firm[sku]


def _limit(resolved: Resolved, pack: ResolvedLine, item: Item) -> int | None:
    """Return how many one unit of the pack takes; an upgrade: what it replaces."""
    if item.max_per_pack is not None or item.kind is not Kind.UPGRADE:
        return item.max_per_pack
    units = sum(n for held, n in resolved.contents(pack) if held.sku in item.replaces)
    return units or None


def upgrades_replace(resolved: Resolved) -> Iterator[Problem]:
    """W5: upgrades replace what the pack includes, each unit of it once."""
    return _in_each_pack(resolved, _replace_once)


def _replace_once(
    resolved: Resolved, pack: ResolvedLine, _item: Item
) -> Iterator[Problem]:
    """W5: look at the upgrades under one pack."""
    held = {item.sku: (item, n) for item, n in resolved.contents(pack)}
    taken: Counter[str] = Counter()
    for each, item in resolved.under(pack):
        if item.kind is not Kind.UPGRADE:
            continue
        replaced = [sku for sku in item.replaces if sku in held]
        if not replaced:
            yield error("replaces_nothing", each.place, name=item.name)
        for sku in replaced:
            included = held[sku][1] * pack.line.quantity
            quantity = _together_with(taken, sku, each)
            if quantity > included:
                yield error(
                    "replaced_twice",
                    each.place,
                    name=held[sku][0].name,
                    quantity=quantity,
                    most=included,
                )


def options_go_together(resolved: Resolved) -> Iterator[Problem]:
    """What an option requires is in its pack; what it excludes is not."""
    return _in_each_pack(resolved, _go_together)


def _go_together(
    resolved: Resolved, pack: ResolvedLine, held: Item
) -> Iterator[Problem]:
    """Look at what the options under one pack require and exclude."""
    included = [item for item, _ in resolved.contents(pack)]
    for each, item in resolved.under(pack):
        firm = [
            other_item
            for other, other_item in resolved.under(pack)
            if other.line.firm and not _either(each, other)
        ]
        yield from _required(each.place, item, [*included, *firm])
        yield from _excluded(each.place, item, [held, *included, *firm])


def _either(one: ResolvedLine, other: ResolvedLine) -> bool:
    """Tell whether one line would replace the other: they are never together."""
    return other.line.id == one.line.alternative_to


def _required(place: str, item: Item, present: list[Item]) -> Iterator[Problem]:
    """All of what the item requires is there."""
    skus = {other.sku for other in present}
    for sku in item.requires:
        if sku not in skus:
            yield error("requires", place, name=item.name, sku=sku)


def _excluded(place: str, item: Item, present: list[Item]) -> Iterator[Problem]:
    """Nothing is there that the item excludes, or that excludes the item."""
    for other in present:
        if other.sku != item.sku and (
            other.sku in item.excludes or item.sku in other.excludes
        ):
            yield error("excludes", place, name=item.name, other=other.name)

"""A proposal with the items that its lines stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from app.domain.catalogue import Catalogue
from app.domain.choices import OPTION_KINDS, Kind
from app.domain.price_list import Item, PriceList
from app.domain.proposal import (
    AnyLine,
    OptionLine,
    PackLine,
    Proposal,
    RequestLine,
    SubscriptionLine,
    options_under,
)

#: W10: what the distributor invoices; the partner invoices the rest (W4, M1).
RENTED = (PackLine, OptionLine, RequestLine)
#: Lines that a price list prices.
_LISTED = (PackLine, OptionLine, SubscriptionLine)
_KINDS: dict[type, tuple[Kind, ...]] = {
    PackLine: (Kind.PACK,),
    OptionLine: OPTION_KINDS,
    SubscriptionLine: (Kind.SUBSCRIPTION,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedLine:
    """A line, its item, and the item of the pack it stands under.

    `item` is None where no list holds the SKU, where what it holds cannot stand
    in that place, and where it is priced in another currency than the quote.
    `firm` is false for all that is in no total: an optional pack takes its
    options with it. `currency` is the quote's. A resolved line never changes: `known`
    keeps what was worked out of it and its catalogue, so that the next edit need not
    do it again.
    """

    place: str
    line: AnyLine
    firm: bool
    currency: str
    item: Item | None = None
    price_list: PriceList | None = None
    pack: Item | None = None
    known: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Group:
    """A pack with its options, or any other line alone, and the lists that hold them.

    It stays the very same as long as its head does, whose value holds the options:
    `known` keeps what was worked out of it, as that of a line does.
    """

    lines: tuple[ResolvedLine, ...]
    lists: tuple[PriceList, ...]
    known: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def head(self) -> ResolvedLine:
        """The line that stands under no other."""
        return self.lines[0]


@dataclass(frozen=True)
class Resolved:
    """The lines in the order of the quote, and the lists they come from."""

    proposal: Proposal
    catalogue: Catalogue
    groups: tuple[Group, ...]
    lists: tuple[PriceList, ...]

    @cached_property
    def lines(self) -> tuple[ResolvedLine, ...]:
        """Every line."""
        return tuple(each for group in self.groups for each in group.lines)

    @cached_property
    def rented(self) -> tuple[Group, ...]:
        """W10: what the distributor invoices: packs and special requests."""
        return tuple(each for each in self.groups if isinstance(each.head.line, RENTED))

    @cached_property
    def _first(self) -> PriceList | None:
        """The list whose currency, country and distributor the quote takes."""
        return next(iter(self.lists or self.catalogue.lists), None)

    @cached_property
    def currency(self) -> str:
        """The quote's currency; '' where there is no list at all."""
        return self._first.currency if self._first else ""

    @property
    def country(self) -> str:
        """The country that the lists are for."""
        return self._first.country if self._first else ""

    @property
    def distributor(self) -> str:
        """Who invoices the packs."""
        return self._first.distributor if self._first else ""

    @cached_property
    def listed(self) -> tuple[tuple[ResolvedLine, Item], ...]:
        """The lines that a list prices, with their items."""
        return tuple((each, each.item) for each in self.lines if each.item)

    @cached_property
    def packs(self) -> tuple[tuple[ResolvedLine, Item], ...]:
        """The packs that are in a list."""
        return tuple(pair for pair in self.listed if pair[1].kind is Kind.PACK)

    def under(self, pack: ResolvedLine) -> tuple[tuple[ResolvedLine, Item], ...]:
        """Return the options under that pack that are in a list."""
        return tuple(self._under.get(pack.place, ()))

    @cached_property
    def _under(self) -> dict[str, list[tuple[ResolvedLine, Item]]]:
        """The options that are in a list, by the place of their pack."""
        return {
            group.head.place: [
                (each, each.item) for each in group.lines[1:] if each.item
            ]
            for group in self.groups
        }

    def contents(self, pack: ResolvedLine) -> tuple[tuple[Item, int], ...]:
        """Return what one unit of the pack includes, with how many of each."""
        if "contents" not in pack.known:
            pack.known["contents"] = tuple(self.included(pack.item))
        known: tuple[tuple[Item, int], ...] = pack.known["contents"]
        return known

    def included(self, pack: Item | None) -> Iterator[tuple[Item, int]]:
        """Yield what the lists hold of a pack's contents."""
        for sku, count in pack.includes if pack else ():
            item = self.catalogue.item(sku)
            if item:
                yield item, count


def accepts(line: AnyLine) -> tuple[Kind, ...]:
    """Return the kinds of item that such a line may stand for."""
    return _KINDS.get(type(line), ())


def sku_of(line: AnyLine) -> str:
    """Return the line's SKU, '' for a line that no list prices."""
    return line.sku if isinstance(line, _LISTED) else ""


def resolve(
    proposal: Proposal, catalogue: Catalogue, before: Resolved | None = None
) -> Resolved:
    """Find the item of every line.

    What was resolved `before` under the same catalogue serves again for each line
    that is still the very same value in the same place.
    """
    known = before.groups if before and before.catalogue is catalogue else ()
    held = {group.head.place: group for group in known}
    heads = tuple((place, line, held.get(place)) for place, line in proposal.heads())
    found = [_found(catalogue, line, group) for _, line, group in heads]
    used = {id(each) for lists in found for each in lists}
    lists = tuple(each for each in catalogue.lists if id(each) in used)
    currency = lists[0].currency if lists else _first_currency(catalogue)
    groups = tuple(
        group
        if group and _serves(group.head, line, None, firm=line.firm, currency=currency)
        else _group(place, line, group, _Prices(catalogue, currency, its))
        for (place, line, group), its in zip(heads, found, strict=True)
    )
    return Resolved(proposal, catalogue, groups, lists)


def _found(
    catalogue: Catalogue, line: AnyLine, before: Group | None
) -> tuple[PriceList, ...]:
    """Return the lists that hold the SKUs of a line and of what stands under it."""
    if before and before.head.line is line:
        return before.lists
    skus = [sku_of(line), *(sku_of(option) for _, option in options_under("", line))]
    return tuple(match[1] for match in map(catalogue.find, skus) if match)


def _first_currency(catalogue: Catalogue) -> str:
    """Return the currency of a quote that draws on no list yet."""
    return catalogue.lists[0].currency if catalogue.lists else ""


@dataclass(frozen=True, slots=True)
class _Prices:
    """Where a group's items are looked up, and the lists that hold them."""

    catalogue: Catalogue
    currency: str
    lists: tuple[PriceList, ...]


def _group(place: str, line: AnyLine, before: Group | None, prices: _Prices) -> Group:
    """Resolve a line and its options; those of before serve that are the same."""
    held = {each.place: each for each in before.lines} if before else {}
    head = _line(place, line, None, held, prices)
    options = (
        _line(under, option, head, held, prices)
        for under, option in options_under(place, line)
    )
    return Group((head, *options), prices.lists)


def _line(
    place: str,
    line: AnyLine,
    pack: ResolvedLine | None,
    held: Mapping[str, ResolvedLine],
    prices: _Prices,
) -> ResolvedLine:
    """Resolve one line, under its pack if it has one."""
    firm = line.firm and (pack is None or pack.firm)
    above = pack.item if pack else None
    before = held.get(place)
    if before and _serves(before, line, above, firm=firm, currency=prices.currency):
        return before
    item, price_list = _usable(line, prices.catalogue, prices.currency)
    return ResolvedLine(
        place=place,
        line=line,
        firm=firm,
        currency=prices.currency,
        item=item,
        price_list=price_list,
        pack=above,
    )


def _serves(
    before: ResolvedLine,
    line: AnyLine,
    pack: Item | None,
    *,
    firm: bool,
    currency: str,
) -> bool:
    """Tell whether what a line was resolved to before is what it is now."""
    return (
        before.line is line
        and before.pack is pack
        and before.firm == firm
        and before.currency == currency
    )


def _usable(
    line: AnyLine, catalogue: Catalogue, currency: str
) -> tuple[Item, PriceList] | tuple[None, None]:
    """Return what was found where it may stand there, in the quote's currency."""
    match = catalogue.find(sku_of(line))
    if match and match[0].kind in accepts(line) and match[1].currency == currency:
        return match
    return None, None


def related(proposal: Proposal, catalogue: Catalogue) -> Catalogue:
    """Return the part of the catalogue that the quote's figures depend on.

    Saved beside the quote, it prices the quote for ever as it does now; the
    return items stay with it, since the customer may still choose them (W12).
    """
    skus = {sku_of(line) for _, line in proposal.places()}
    for sku in tuple(skus):
        item = catalogue.item(sku)
        if item:
            skus.update(held for held, _ in item.includes)
            skus.update(item.replaces)
    if proposal.packs:
        skus.update(item.sku for item, _ in catalogue.returns)
    return catalogue.only(skus)

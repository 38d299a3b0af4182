"""W3: how much of which product was sold, by manufacturer, over signed contracts.

It counts: neither price nor commission nor cost is asked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from app.domain.choices import Kind, Status
from app.domain.contract import Contract
from app.domain.falling_due import Step, falling_due
from app.domain.localized import Localized
from app.domain.period import Period
from app.domain.price_list import Item
from app.domain.proposal import (
    AnyLine,
    OptionLine,
    PackLine,
    RequestLine,
    ServiceLine,
)

#: A manufacturer, an SKU, and words where there is no SKU.
_Key = tuple[str, str, str]
#: When a name was last used, and its texts.
_Shown = tuple[date, tuple[tuple[str, str], ...]]
_NEVER: _Shown = (date.min, ())


class Ware(NamedTuple):
    """What W3 asks of an item of a price list."""

    sku: str
    kind: Kind
    name: Localized
    manufacturer: str = ""
    includes: tuple[tuple[str, int], ...] = ()
    replaces: tuple[str, ...] = ()

    @classmethod
    def of(cls, item: Item) -> Ware:
        """Take it of an item."""
        return cls(*(getattr(item, name) for name in cls._fields))


@dataclass(frozen=True, slots=True)
class Sale:
    """A contract that was signed on a day: its lines, and what it keeps of the lists.

    `lines` are those that stand under no other; `wares` are by SKU.
    """

    on: date
    lines: tuple[AnyLine, ...]
    wares: Mapping[str, Ware]


@dataclass(frozen=True, slots=True)
class Product:
    """So many of a product; '' where a manufacturer or an SKU is not named."""

    manufacturer: str
    sku: str
    name: Localized
    quantity: int


@dataclass(frozen=True, slots=True)
class SellOut:
    """What so many contracts of a period sold, by manufacturer and then by SKU.

    Manufacturers come in the order of the alphabet, what names none at the end.
    """

    period: Period
    contracts: int
    products: tuple[Product, ...]

    @property
    def manufacturers(self) -> Iterator[tuple[str, tuple[Product, ...]]]:
        """Yield each manufacturer with its products."""
        for name, products in groupby(self.products, lambda each: each.manufacturer):
            yield name, tuple(products)


def total(products: Iterable[Product]) -> int:
    """Return how many these are together."""
    return sum(each.quantity for each in products)


def sold_on(status: Status, contract: Contract) -> date | None:
    """W3: return the day on which a quote counts as sold: when both had signed.

    None of one that nobody accepted or not all signed, and where the credit check was
    refused. A sale counts once: an extension sells no hardware again, and neither an
    early end nor a return takes it back. A superseded revision was never accepted.
    """
    due = falling_due(contract)
    signed = [day for step, day in due.steps if step is not Step.CREDIT]
    days = [day for day in signed if day]
    if status is not Status.ACCEPTED or due.lost or len(days) < len(signed):
        return None
    return max(days)


def sell_out(period: Period, sales: Iterable[Sale]) -> SellOut:
    """W3: total the quantities of sales of a period, in whatever order they come.

    A product is an SKU of a manufacturer, however that is spelt: it is shown as the
    newest sale writes it. No more is remembered than one figure a product.
    """
    sums: dict[_Key, int] = {}
    shown: dict[_Key, _Shown] = {}
    spelt: dict[str, tuple[date, str]] = {}
    contracts = 0
    for sale in sales:
        if sale.on not in period:
            continue
        contracts += 1
        for ware, quantity in _sold(sale):
            maker = _same(ware.manufacturer)
            # What the list does not hold is known by its words alone.
            key = maker, ware.sku, "" if ware.sku else str(ware.name.texts)
            sums[key] = sums.get(key, 0) + quantity
            shown[key] = max(shown.get(key, _NEVER), (sale.on, ware.name.texts))
            spelling = sale.on, " ".join(ware.manufacturer.split())
            spelt[maker] = max(spelt.get(maker, spelling), spelling)
    ordered = sorted(sums, key=lambda key: (not key[0], _in_order(key[0]), *key))
    return SellOut(
        period=period,
        contracts=contracts,
        products=tuple(
            Product(spelt[key[0]][1], key[1], Localized(shown[key][1]), sums[key])
            for key in ordered
        ),
    )


def _same(manufacturer: str) -> str:
    """Return what two spellings of a manufacturer have in common."""
    return " ".join(manufacturer.split()).casefold()


def _in_order(manufacturer: str) -> str:
    """Return what a manufacturer stands by in the alphabet: É with E."""
    return unicodedata.normalize("NFKD", manufacturer)


def _sold(sale: Sale) -> Iterator[tuple[Ware, int]]:
    """Yield what a contract sells; W4: not what the partner offers itself."""
    for line in sale.lines:
        if not line.firm or isinstance(line, ServiceLine):
            continue
        if isinstance(line, PackLine):
            yield from _of_pack(line, sale.wares)
        elif isinstance(line, RequestLine):
            yield Ware("", Kind.HARDWARE, line.text), line.quantity
        else:
            yield _ware(line.sku, sale.wares), line.quantity


def _of_pack(line: PackLine, wares: Mapping[str, Ware]) -> Iterator[tuple[Ware, int]]:
    """Yield what a pack includes, less what upgrades replace (W5), and its options.

    The pack itself is nobody's product: it counts only where its row names a
    manufacturer, or where nothing is known of what is in it.
    """
    pack = _ware(line.sku, wares)
    held = {sku: count * line.quantity for sku, count in pack.includes if sku in wares}
    if pack.manufacturer or not held:
        yield pack, line.quantity
    for option in line.options:
        if option.firm:
            yield _replacing(option, held, wares), option.quantity
    yield from ((wares[sku], left) for sku, left in held.items() if left)


def _replacing(
    option: OptionLine, held: dict[str, int], wares: Mapping[str, Ware]
) -> Ware:
    """Return an option; an upgrade takes the place of so many that are held.

    One that names no manufacturer is of the same as what it replaces.
    """
    ware = _ware(option.sku, wares)
    if ware.kind is not Kind.UPGRADE:
        return ware
    for sku in ware.replaces:
        if sku in held:
            held[sku] = max(held[sku] - option.quantity, 0)
            maker = ware.manufacturer or wares[sku].manufacturer
            ware = ware._replace(manufacturer=maker)
    return ware


def _ware(sku: str, wares: Mapping[str, Ware]) -> Ware:
    """Return what is known of an SKU: never lost, even where that is nothing."""
    return wares.get(sku) or Ware(sku, Kind.OPTION, Localized.same(sku))

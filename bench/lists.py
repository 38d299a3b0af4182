"""Long price lists to measure with: many rows, few families, prices all over."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import replace

from app.domain.by_term import ByTerm
from app.domain.columns import cells
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.price_list import Item, PriceList
from app.use_cases.bundled import sample_list

_SEED = 2026


def long_list(rows: int) -> PriceList:
    """Return as many rows like the sample's, each with a name and prices of its own."""
    dice, items = random.Random(_SEED), sample_list().items
    many = (_row(items[n % len(items)], n, dice) for n in range(rows))
    return replace(sample_list(), list_id="BENCH", version="1", items=tuple(many))


def _row(item: Item, n: int, dice: random.Random) -> Item:
    """Return an item that refers to no other."""
    named = {code: f"{text} {n}" for code, text in item.name.texts}
    return replace(
        item,
        sku=f"SKU-{n}",
        name=Localized.of(named),
        prices=ByTerm(*(_price(each, dice) for _, each in item.prices.pairs())),
        commissions=ByTerm(*(_fee(each, dice) for _, each in item.commissions.pairs())),
        price_once=_price(item.price_once, dice),
        price_month=_price(item.price_month, dice),
        cost_month=_price(item.cost_month, dice),
        includes=(),
        replaces=(),
        requires=(),
        excludes=(),
        addon_of=(),
        successor="",
    )


def _price(price: UnitPrice | None, dice: random.Random) -> UnitPrice | None:
    """Return any price below a thousand, to the cent, where there is one."""
    return price and UnitPrice(dice.randrange(1, 100_000) * 100, price.currency)


def _fee(fee: Amount | None, dice: random.Random) -> Amount | None:
    """Return any commission below a thousand, in whole units, where there is one."""
    return fee and Amount(dice.randrange(1_000) * 100, fee.currency)


def as_csv(price_list: PriceList) -> bytes:
    """Write a list as canonical CSV."""
    rows = [cells(item) for item in price_list.items]
    columns = sorted({column for row in rows for column in row})
    text = io.StringIO()
    text.write("list_id;BENCH\nversion;1\ncurrency;EUR\nvalid_from;2026-01-01\n")
    writer = csv.DictWriter(text, columns, delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()

"""What a search among all that can be added takes, in a list of 100,000 items."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator
from itertools import chain, islice

from app.domain.catalogue import Catalogue
from app.domain.choices import Term
from app.domain.price_list import Item, PriceList
from bench.lists import long_list
from bench.place import Today, timed
from i18n import Language
from ui.models.addables import MOST, addables
from ui.models.stock import Stock, Wanted
from ui.models.words import Reader

ROWS, SEARCHES = 100_000, 100
#: A pack of the list: its options are searched too.
PACK = "SKU-0"


def measure() -> None:
    """Measure and print."""
    prices = long_list(ROWS)
    catalogue = Catalogue.of([prices])
    begun = time.perf_counter()
    stock = Stock.of(catalogue)
    made = time.perf_counter() - begun
    print(f"what is sold of {ROWS} items, made to be searched: {made:.2f} s")
    reader = Reader(Language.of("fr", "BE"))
    first, rows = [], []
    for typed in _typed(prices):
        wanted = Wanted(Term.MONTHS_36, Today().today(), "p", PACK, typed)
        first.append(timed(lambda wanted=wanted: _first(stock, wanted)))  # type: ignore[misc]
        rows.append(timed(lambda wanted=wanted: addables(stock, wanted, reader)))  # type: ignore[misc]
    print(f"  a search, as far as the list shows: {_spread(first)}")
    print(f"  its rows in words: {_spread(rows)}")


def _first(stock: Stock, wanted: Wanted) -> list[Item]:
    """Return what a list shows."""
    found = stock.find(wanted)
    return list(islice(chain(found.options, found.packs, found.subscriptions), MOST))


def _spread(taken: list[float]) -> str:
    """Say what is usual, and what is rarely more."""
    p95 = statistics.quantiles(taken, n=100)[94]
    return f"median {statistics.median(taken):.2f} ms, p95 {p95:.2f} ms"


def _typed(prices: PriceList) -> Iterator[str]:
    """Yield what stands in the field letter by letter, as people search."""
    for words in _searches(prices):
        for end in range(1, len(words) + 1):
            yield words[:end]


def _searches(prices: PriceList) -> list[str]:
    """Return the words that people type: a part of a name, a name, a reference."""
    dice = random.Random(ROWS)
    found = []
    for item in dice.choices(prices.items, k=SEARCHES):
        name = item.name.best("fr")
        words = (name[:4], name, item.sku, f"{name.split()[0]} {item.sku[-3:]}")
        found.append(dice.choice(words))
    return found

"""What a search among all that can be added takes, in a list of 100,000 items."""

from __future__ import annotations

import random
import time

from app.domain.catalogue import Catalogue
from app.domain.choices import LIST_KINDS, Term
from app.domain.price_list import PriceList
from bench.lists import long_list
from bench.place import Today
from ui.models.addables import Stock, Wanted

ROWS, SEARCHES = 100_000, 100


def measure() -> None:
    """Measure and print."""
    prices = long_list(ROWS)
    stock = Stock.of(Catalogue.of([prices]))
    taken = []
    for words in _searches(prices):
        wanted = Wanted(Term.MONTHS_36, Today().today(), search=words)
        begun = time.perf_counter()
        stock.find(LIST_KINDS, wanted)
        taken.append((time.perf_counter() - begun) * 1000)
    taken.sort()
    middle, most = taken[SEARCHES // 2], taken[SEARCHES * 95 // 100]
    print(f"a search among {ROWS} items: median {middle:.1f} ms, p95 {most:.1f} ms")


def _searches(prices: PriceList) -> list[str]:
    """Return the words that people type: a part of a name, a name, a reference."""
    dice = random.Random(ROWS)
    found = []
    for item in dice.choices(prices.items, k=SEARCHES):
        name = item.name.best("fr")
        words = (name[:4], name, item.sku, f"{name.split()[0]} {item.sku[-3:]}")
        found.append(dice.choice(words))
    return found

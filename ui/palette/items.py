"""The items that the open quote could take, as choices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from app.domain.localized import Localized
from ui.models.addables import Addable, offered, own
from ui.models.stock import Stock, Wanted
from ui.models.words import Reader
from ui.palette.matching import Choice, searchable

#: So many are compared for what is nearest.
_MOST = 60


def item_choices(
    stock: Stock, wanted: Wanted, reader: Reader, add: Callable[[Addable], None]
) -> Iterator[Choice]:
    """Yield items that are sold that day and fit, then what is in no list."""
    detail = reader.language.gettext("Add to the quote")
    rows = islice(offered(stock, wanted, reader), _MOST)
    for row in (*rows, *(each for each in own(wanted, reader) if not each.heading)):
        item, about = row.item, detail
        texts = [row.name, detail]
        if item:
            about = f"{item.sku} · {detail}"
            texts = [item.sku, item.family, item.manufacturer]
            texts += [*_every(item.name), *_every(item.description)]
        do, price = partial(add, row), partial(str, row.price)
        yield Choice(row.name, searchable(*texts), do, about, price)


def _every(text: Localized) -> Iterator[str]:
    """Yield a text in every language."""
    return (each for _, each in text.texts)

"""The items that the open quote could take, as choices."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.models.addables import Addable, Stock, Wanted, addable, offered, own
from ui.models.words import Reader
from ui.palette.matching import Choice, searchable, spaced


def item_choices(
    stock: Stock, wanted: Wanted, reader: Reader, add: Callable[[Addable], None]
) -> tuple[Choice, ...]:
    """Return every item that is sold that day and fits, then what is in no list.

    Made beside the window.
    """
    name, detail = reader.language.code, reader.language.gettext("Add to the quote")

    def price(row: Callable[[], Addable]) -> str:
        return row().price

    choices = []
    for item, pack_id, text in offered(stock, wanted):
        row = partial(addable, item, wanted, reader, pack_id)
        choices.append(
            Choice(
                item.name.best(name),
                spaced(text),
                partial(_add, row, add),
                f"{item.sku} · {detail}",
                partial(price, row),
            )
        )
    for own_row in own(wanted, reader):
        if not own_row.heading:
            title, do = own_row.name, partial(add, own_row)
            choices.append(Choice(title, searchable(title, detail), do, detail))
    return tuple(choices)


def _add(row: Callable[[], Addable], add: Callable[[Addable], None]) -> None:
    """Add an item as it is now."""
    add(row())

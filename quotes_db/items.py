"""Items of price lists in bulk, both ways.

A list of 100,000 rows goes past rows of SQLModel and past a dictionary per
item: each column of a batch is taken, tested and packed at once, and a column
that says nothing new in the whole batch is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
from operator import attrgetter, is_not
from typing import Any, Final

from sqlalchemy import Connection, Table

from app.domain.by_term import ByTerm
from app.domain.choices import Term
from app.domain.item_columns import column_of
from app.domain.many import uncollected
from app.domain.price_list import Item, PriceList, items_of
from app.ports import Progress, unwatched
from quotes_db.item_columns import COLUMNS, Column, Packed

_BATCH: Final = 1_000
_TOGETHER: Final = 10
_currency: Final = attrgetter("currency")

Key = Mapping[str, str | int]
Columns = list[tuple[Column, list[Any]]]
_Row = tuple[Packed, ...]


def write_items(
    connection: Connection,
    table: Table,
    key: Key,
    price_list: PriceList,
    progress: Progress = unwatched,
) -> None:
    """Insert a list's items in their order; the key says whose they are."""
    total = len(price_list.items)
    columns = _columns(price_list.items)
    with uncollected():
        for start in range(0, total, _BATCH):
            progress(start, total)
            end = min(start + _BATCH, total)
            cells: dict[str, Iterable[Packed]] = {
                name: repeat(value, end - start) for name, value in key.items()
            }
            cells["position"] = range(start, end)
            batch = [(column, values[start:end]) for column, values in columns]
            cells |= _packed(batch, price_list.currency)
            rows = list(zip(*cells.values(), strict=True))
            for count, parameters in _together(rows):
                statement = _insert(table, tuple(cells), count)
                connection.exec_driver_sql(statement, parameters)
    progress(total, total)


def read_items(
    connection: Connection, table: Table, key: Key, currency: str
) -> tuple[Item, ...]:
    """Return the items of one list in their order."""
    rows = connection.exec_driver_sql(_select(table, tuple(key)), tuple(key.values()))
    with uncollected():
        return tuple(
            item
            for batch in rows.partitions(_BATCH)
            for item in _items(batch, currency)
        )


def item_row(item: Item, currency: str) -> dict[str, Packed]:
    """Return one item as it stands in the file, without the columns left out."""
    packed = _packed(_columns([item]), currency)
    return {name: next(iter(cell)) for name, cell in packed.items()}


def _columns(items: Sequence[Item]) -> Columns:
    """Return the columns of items, without those that are left out."""
    found = [(each, column_of(items, each.name, each.of)) for each in COLUMNS]
    return [(column, values) for column, values in found if values is not None]


def _packed(batch: Columns, currency: str) -> dict[str, Iterable[Packed]]:
    """Return the columns of the batch that say something.

    The currency is kept with the list: money in another is a ValueError.
    """
    packed = {}
    for column, values in batch:
        if not _says_something(values, column.absent):
            continue
        if column.money and set(map(_currency, filter(None, values))) != {currency}:
            raise ValueError(column.name, currency)
        packed[column.name] = column.pack(values)
    return packed


def _says_something(values: list[Any], absent: object) -> bool:
    """Tell whether any value of a column is another than its absence."""
    others = any(map(is_not, values, repeat(absent)))
    return others and any(value != absent for value in values)


def _together(rows: list[_Row]) -> Iterator[tuple[int, list[_Row]]]:
    """Yield how many rows a statement inserts, and the parameters of such statements.

    One statement for some rows takes less than one for each.
    """
    end = len(rows) - len(rows) % _TOGETHER
    several = [rows[at : at + _TOGETHER] for at in range(0, end, _TOGETHER)]
    if several:
        yield _TOGETHER, [tuple(chain.from_iterable(each)) for each in several]
    if end < len(rows):
        yield 1, rows[end:]


@lru_cache(maxsize=64)
def _insert(table: Table, names: tuple[str, ...], rows: int) -> str:
    """Return the statement that fills those columns of so many rows."""
    marks = ", ".join("?" * len(names))
    # Names cannot be parameters; these are our own.
    into = f"INSERT INTO {table.name} ({', '.join(names)})"
    return f"{into} VALUES {', '.join([f'({marks})'] * rows)}"


@lru_cache(maxsize=64)
def _select(table: Table, key: tuple[str, ...]) -> str:
    """Return the query for every column of one list's items."""
    names = ", ".join(column.name for column in COLUMNS)
    wanted = " AND ".join(f"{name} = ?" for name in key)
    return f"SELECT {names} FROM {table.name} WHERE {wanted} ORDER BY position"  # noqa: S608


def _items(rows: Sequence[Sequence[Any]], currency: str) -> tuple[Item, ...]:
    """Make items of rows; NULL leaves what an item has by itself."""
    known = {
        column.name: _values(column, cells, currency)
        for column, cells in zip(COLUMNS, zip(*rows, strict=True), strict=True)
        if cells.count(None) < len(cells)
    }
    nothing = [None] * len(rows)
    prices = [known.pop(f"price_{term}", nothing) for term in Term]
    commissions = [known.pop(f"commission_{term}", nothing) for term in Term]
    known["prices"] = list(map(ByTerm, *prices))
    known["commissions"] = list(map(ByTerm, *commissions))
    return items_of(known, len(rows))


def _values(column: Column, cells: Sequence[Any], currency: str) -> list[Any]:
    """Read a column's cells."""
    absent, unpack, money = column.absent, column.unpack, column.money
    if money:
        return [None if cell is None else money(cell, currency) for cell in cells]
    if unpack:
        return [absent if cell is None else unpack(cell) for cell in cells]
    return [absent if cell is None else cell for cell in cells]

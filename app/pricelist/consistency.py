"""Whether the rows of a list agree with one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from app.domain.choices import Kind
from app.domain.columns import LIST_SIGN
from app.domain.item_columns import column_of, some_of
from app.domain.price_list import Item
from app.domain.problems import Parameter, Problem, error
from app.pricelist.layout import Layout

#: The columns that name SKUs of the same list, and may not lead back to a row.
_LINKS = ("includes", "replaces", "requires", "addon_of", "successor")
_NAMING = (*_LINKS, "excludes")
_BELIED = (*_NAMING, "valid_to")

_Rows = list[tuple[int, Item]]


def inconsistencies(items: Sequence[Item], layout: Layout) -> Iterator[Problem]:
    """Find SKUs that are there twice, missing, or that lead round in a circle."""
    skus = _column(items, "sku")
    yield from _repeated(skus, layout)
    naming = _naming(items, layout)
    kind_of = dict(zip(skus, _column(items, "kind"), strict=True)) if naming else {}
    for row, item in naming:
        for column, code, value in _wrong_cells(item, kind_of):
            yield _problem(code, row, column, layout, value)
    yield from _circles(naming, layout)


def _column(items: Sequence[Item], name: str) -> list[Any]:
    """Return what items hold under a name, nothing where none does."""
    return column_of(items, name, attrgetter(name)) or []


def _naming(items: Sequence[Item], layout: Layout) -> _Rows:
    """Return the items that other rows, or their own other day, could belie."""
    said = [values for name in _BELIED if any(values := _column(items, name))]
    rows = enumerate(zip(*said, strict=True))
    places = [at for at, each in rows if any(each)]
    return list(
        zip([layout.rows[at] for at in places], some_of(items, places), strict=True)
    )


def _wrong_cells(
    item: Item, kind_of: Mapping[str, Kind]
) -> Iterator[tuple[str, str, str]]:
    """Yield (column, code, value) for the cells that other rows belie."""
    for column in _NAMING:
        for sku in _named(item, column):
            if sku not in kind_of:
                yield column, "sku_missing", sku
    for sku, _ in item.includes:
        if kind_of.get(sku) is Kind.PACK:
            yield "includes", "pack_in_pack", sku
    if item.valid_from and item.valid_to and item.valid_to < item.valid_from:
        yield "valid_to", "ends_before_it_begins", item.valid_to.isoformat()


def _repeated(skus: list[str], layout: Layout) -> Iterator[Problem]:
    """Find SKUs that differ in nothing, or in case alone, from an earlier one."""
    folded = list(map(str.casefold, skus))
    if len(set(folded)) == len(folded):
        return
    first: dict[str, int] = {}
    for row, sku, each in zip(layout.rows, skus, folded, strict=True):
        earlier = first.setdefault(each, row)
        if earlier != row:
            yield _problem("sku_twice", row, "sku", layout, sku, sku=sku, other=earlier)


def _circles(rows: _Rows, layout: Layout) -> Iterator[Problem]:
    """Name one cell of each circle that a column's references make."""
    row_of = {item.sku: row for row, item in rows}
    for column in _LINKS:
        links = {item.sku: _named(item, column) for _, item in rows}
        for sku in _in_circles({sku: to for sku, to in links.items() if to}):
            value = LIST_SIGN.join(links[sku])
            yield _problem("circle", row_of[sku], column, layout, value)


def _named(item: Item, column: str) -> tuple[str, ...]:
    """Return the SKUs that a cell names."""
    if column == "includes":
        return tuple(sku for sku, _ in item.includes)
    if column == "successor":
        return (item.successor,) if item.successor else ()
    named: tuple[str, ...] = getattr(item, column)
    return named


def _problem(
    code: str, row: int, column: str, layout: Layout, value: str, **more: Parameter
) -> Problem:
    """Name a cell whose content the other rows do not bear out."""
    header = layout.header(column)
    where = f"row {row}, column {header}"
    return error(code, where, row=row, column=header, value=value, **more)


def _in_circles(links: dict[str, tuple[str, ...]]) -> list[str]:
    """Return one SKU of each circle, without recursion: lists may be deep."""
    done: set[str] = set()
    found: list[str] = []
    for start in links:
        path: dict[str, Iterator[str]] = {}
        following = start
        while following or path:
            if following and following in path:
                found.append(following)
            elif following and following in links and following not in done:
                path[following] = iter(links[following])
            following = ""
            while path and not following:
                sku, onward = next(reversed(path.items()))
                following = next(onward, "")
                if not following:
                    done.add(sku)
                    del path[sku]
    return list(dict.fromkeys(found))

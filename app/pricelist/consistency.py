"""Whether the rows of a list agree with one another."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.choices import Kind
from app.domain.columns import LIST_SIGN
from app.domain.price_list import Item
from app.domain.problems import Parameter, Problem, error
from app.pricelist.layout import Layout

#: The columns that name SKUs of the same list, and may not lead back to a row.
_LINKS = ("includes", "replaces", "requires", "addon_of", "successor")
_NAMING = (*_LINKS, "excludes")

_Rows = list[tuple[int, Item]]


def inconsistencies(items: tuple[Item, ...], layout: Layout) -> Iterator[Problem]:
    """Find SKUs that are there twice, missing, or that lead round in a circle."""
    yield from _repeated(items, layout)
    rows = zip(layout.rows, items, strict=True)
    naming = [(row, item) for row, item in rows if _says_more(item)]
    by_sku = {item.sku: item for item in items} if naming else {}
    for row, item in naming:
        for column, code, value in _wrong_cells(item, by_sku):
            yield _problem(code, row, column, layout, value)
    yield from _circles(naming, layout)


def _says_more(item: Item) -> bool:
    """Tell whether other rows, or its own other day, could belie an item."""
    return bool(
        item.includes
        or item.replaces
        or item.requires
        or item.excludes
        or item.addon_of
        or item.successor
        or item.valid_to
    )


def _wrong_cells(item: Item, by_sku: dict[str, Item]) -> Iterator[tuple[str, str, str]]:
    """Yield (column, code, value) for the cells that other rows belie."""
    for column in _NAMING:
        for sku in _named(item, column):
            if sku not in by_sku:
                yield column, "sku_missing", sku
    for sku, _ in item.includes:
        if sku in by_sku and by_sku[sku].kind is Kind.PACK:
            yield "includes", "pack_in_pack", sku
    if item.valid_from and item.valid_to and item.valid_to < item.valid_from:
        yield "valid_to", "ends_before_it_begins", item.valid_to.isoformat()


def _repeated(items: tuple[Item, ...], layout: Layout) -> Iterator[Problem]:
    """Find SKUs that differ in nothing, or in case alone, from an earlier one."""
    first: dict[str, int] = {}
    for row, item in zip(layout.rows, items, strict=True):
        earlier = first.setdefault(item.sku.casefold(), row)
        if earlier != row:
            yield _problem(
                "sku_twice", row, "sku", layout, item.sku, sku=item.sku, other=earlier
            )


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

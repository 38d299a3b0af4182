"""A row for each item and term, turned into one item with a price for each term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.domain.choices import Term
from app.domain.problems import Problem, Problems, error
from app.pricelist.layout import Layout
from app.pricelist.mapping.months import months
from app.pricelist.mapping.rows import LONG_FIELDS

_ASIDE = frozenset({"term", *LONG_FIELDS})


@dataclass(slots=True)
class _Item:
    """An item: the place of its first row, and by term the place of each other."""

    first: int
    by_term: dict[int, int] = field(default_factory=dict)


def pivoted(layout: Layout) -> tuple[Layout, Problems]:
    """Make one row of an item's rows; they say the same but for term and prices."""
    items: dict[str, _Item] = {}
    problems: list[Problem] = []
    for at, sku in enumerate(layout.cells["sku"]):
        item = items.setdefault(sku, _Item(at))
        problems += _differences(layout, item.first, at)
        length = months(layout.cells["term"][at])
        if length not in tuple(Term):
            problems.append(error("term_unknown", **layout.cell("term", at)))
        elif length in item.by_term:
            other = layout.rows[item.by_term[length]]
            place = layout.cell("term", at)
            problems.append(error("term_twice", **place, other=other))
        else:
            item.by_term[length] = at
    return _wide(layout, list(items.values())), tuple(problems)


def _differences(layout: Layout, first: int, at: int) -> Iterator[Problem]:
    """Name the cells in which two rows of one item differ."""
    if first == at:
        return
    for name, texts in layout.cells.items():
        if name not in _ASIDE and texts[at] != texts[first]:
            other = layout.rows[first]
            yield error("item_differs", **layout.cell(name, at), other=other)


def _wide(layout: Layout, items: list[_Item]) -> Layout:
    """Put the prices of each term into a column of their own."""
    firsts = [item.first for item in items]
    wide = {
        name: [texts[at] for at in firsts]
        for name, texts in layout.cells.items()
        if name not in _ASIDE
    }
    headers = dict(layout.headers)
    places: dict[str, tuple[int, ...]] = {}
    for name in LONG_FIELDS:
        for term in Term if name in layout.cells else ():
            column = f"{name}_{term.value}"
            at = [item.by_term.get(term) for item in items]
            texts = layout.cells[name]
            wide[column] = ["" if i is None else texts[i] for i in at]
            places[column] = tuple(
                layout.rows[first if i is None else i]
                for first, i in zip(firsts, at, strict=True)
            )
            headers[column] = layout.header(name)
    rows = tuple(layout.rows[at] for at in firsts)
    return replace(layout, headers=headers, rows=rows, cells=wide, places=places)

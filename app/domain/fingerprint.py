"""Fingerprints of price lists, over what a list says and not how it is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress
from json.encoder import encode_basestring
from typing import Final

from app.domain.columns import COLUMNS, Column, heading, is_confidential, money_text
from app.domain.price_list import Item, PriceList

#: As many items at once: a list's canonical text is never held whole.
_BATCH: Final = 1_000
#: The keys of a row are in the order of the alphabet.
_SORTED: Final = tuple(sorted(COLUMNS, key=lambda column: column.name))
_SHOWN: Final = tuple(not is_confidential(column.name) for column in _SORTED)


def with_fingerprints(price_list: PriceList) -> PriceList:
    """Return the list with both fingerprints (SHA-256, hexadecimal).

    They are over the list as JSON: its own lines, then its items' cells by SKU.
    `file_fingerprint` is over everything; `fingerprint` leaves commissions and
    costs out, so that nothing about them can be learnt from it.
    """
    head = json.dumps(
        heading(price_list), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    whole, shown = (hashlib.sha256(f"[{head},[".encode()) for _ in range(2))
    sign = ""
    for columns in _batches(price_list.items):
        whole.update(f"{sign}{_rows(columns)}".encode())
        shown.update(f"{sign}{_rows(list(compress(columns, _SHOWN)))}".encode())
        sign = ","
    for each in (whole, shown):
        each.update(b"]]")
    return replace(
        price_list,
        fingerprint=shown.hexdigest(),
        file_fingerprint=whole.hexdigest(),
    )


def _batches(items: Sequence[Item]) -> Iterator[list[list[str]]]:
    """Yield every column of some items, those with the lowest SKUs first."""
    ordered = sorted(items, key=lambda item: item.sku)
    for start in range(0, len(ordered), _BATCH):
        batch = ordered[start : start + _BATCH]
        yield [_members(column, batch) for column in _SORTED]


def _members(column: Column, items: Sequence[Item]) -> list[str]:
    """Return what a column adds to each row's object, '' where it says nothing."""
    values = list(map(column.of, items))
    if column.write is money_text:
        # There are many different prices: none is looked up.
        opening = f'"{column.name}":"'
        return [f'{opening}{each.shortest}"' if each else "" for each in values]
    known = {value: _member(column.cells(value)) for value in set(values)}
    return [known[value] for value in values]


def _member(cells: tuple[tuple[str, str], ...]) -> str:
    """Write cells as an object's members."""
    if len(cells) == 1:
        ((key, text),) = cells
        return f'"{key}":{encode_basestring(text)}'
    return ",".join([f'"{key}":{encode_basestring(text)}' for key, text in cells])


def _rows(columns: Sequence[Sequence[str]]) -> str:
    """Join the members of each row, and the rows."""
    rows = [",".join(filter(None, members)) for members in zip(*columns, strict=True)]
    return "{" + "},{".join(rows) + "}"

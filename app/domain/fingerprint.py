"""Fingerprints of price lists, over what a list says and not how it is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, compress, repeat
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any, Final

from app.domain.columns import COLUMNS, Column, heading, is_confidential, money_text
from app.domain.localized import Localized
from app.domain.price_list import Item, PriceList

#: As many items at once: a list's canonical text is never held whole.
_BATCH: Final = 1_000
#: The keys of a row are in the order of the alphabet.
_SORTED: Final = tuple(sorted(COLUMNS, key=lambda column: column.name))
_SHOWN: Final = tuple(not is_confidential(column.name) for column in _SORTED)
#: Every item has one: what stands before it ends in a comma, what follows begins so.
_EVERYWHERE: Final = "sku"
_by_sku: Final = attrgetter("sku")


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
        whole.update(_rows(sign, columns))
        shown.update(_rows(sign, list(compress(columns, _SHOWN))))
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
    ordered = sorted(items, key=_by_sku)
    for start in range(0, len(ordered), _BATCH):
        batch = ordered[start : start + _BATCH]
        yield [_members(column, batch) for column in _SORTED]


def _members(column: Column, items: Sequence[Item]) -> list[str]:
    """Return what a column adds to each row's object, '' where it says nothing.

    [] where it says nothing of any item.
    """
    values = list(map(column.of, items))
    if not any(values) and 0 not in values:
        return []
    before = "," if column.name > _EVERYWHERE else ""
    after = "," if column.name < _EVERYWHERE else ""
    if column.write is money_text:
        # There are many different prices: none is looked up.
        opening, closing = f'{before}"{column.name}":"', f'"{after}'
        return [f"{opening}{each.shortest}{closing}" if each else "" for each in values]
    write: Callable[[Column, Any], str] = _member
    if type(values[0]) is Localized:
        # Texts are looked up sooner than what holds them.
        values, write = [value.texts for value in values], _in_languages
    known = {}
    for value in set(values):
        members = write(column, value)
        known[value] = members and f"{before}{members}{after}"
    return list(map(known.__getitem__, values))


def _member(column: Column, value: Any) -> str:  # noqa: ANN401 -- of the column
    """Write a value as a member of its row, '' where it says nothing."""
    text = column.text(value)
    return text and f'"{column.name}":{encode_basestring(text)}'


def _in_languages(column: Column, texts: tuple[tuple[str, str], ...]) -> str:
    """Write one text in its languages as members."""
    opening = f'"{column.name}_'
    return ",".join(
        [f'{opening}{code}":{encode_basestring(text)}' for code, text in texts]
    )


def _rows(sign: str, columns: Sequence[Sequence[str]]) -> bytes:
    """Join the members of all rows, and the rows, after a sign."""
    said = [column for column in columns if column]
    count = len(said[0])
    opened = chain([f"{sign}{{"], repeat("},{", count - 1))
    rows = zip(opened, *said, strict=True)
    return f"{''.join(chain.from_iterable(rows))}}}".encode()

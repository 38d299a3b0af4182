"""Fingerprints of price lists, over what a list says and not how it is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby, repeat
from json.encoder import encode_basestring
from operator import attrgetter, itemgetter
from typing import Any, Final

from app.domain.columns import COLUMNS, Column, heading, is_confidential, money_text
from app.domain.item_columns import column_of
from app.domain.localized import Localized, Texts, as_members
from app.domain.money import Amount, UnitPrice
from app.domain.price_list import Item, PriceList

#: As many items at once: a list's canonical text is never held whole.
_BATCH: Final = 1_000
#: The keys of a row are in the order of the alphabet.
_SORTED: Final = tuple(sorted(COLUMNS, key=lambda column: column.name))
#: Every item has one: what stands before it ends in a comma, what follows begins so.
_EVERYWHERE: Final = "sku"
_by_sku: Final = attrgetter(_EVERYWHERE)

_Said = list[tuple[Column, Sequence[Any]]]


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
    sign = b""
    for columns in _batches(price_list.items):
        parts = [
            (hidden, _joined(group)) for hidden, group in groupby(columns, _is_hidden)
        ]
        whole.update(_rows(sign, [part for _, part in parts]))
        shown.update(_rows(sign, [part for hidden, part in parts if not hidden]))
        sign = b","
    for each in (whole, shown):
        each.update(b"]]")
    return replace(
        price_list,
        fingerprint=shown.hexdigest(),
        file_fingerprint=whole.hexdigest(),
    )


def _batches(items: Sequence[Item]) -> Iterator[_Said]:
    """Yield every column of some items, those with the lowest SKUs first."""
    said = [
        (column, values)
        for column in _SORTED
        if (values := column_of(items, column.name, column.of))
    ]
    skus = column_of(items, _EVERYWHERE, _by_sku) or []
    ordered = sorted(range(len(skus)), key=skus.__getitem__)
    for start in range(0, len(ordered), _BATCH):
        places = ordered[start : start + _BATCH]
        # Of one place alone it would return no tuple.
        some = itemgetter(*places, places[0])
        yield [(column, some(values)[:-1]) for column, values in said]


def _is_hidden(said: tuple[Column, Sequence[Any]]) -> bool:
    """Tell whether a column is for the partner's eyes alone."""
    return is_confidential(said[0].name)


def _joined(columns: Iterable[tuple[Column, Sequence[Any]]]) -> list[bytes]:
    """Return what some columns add to each row's object."""
    members = [_members(column, values) for column, values in columns]
    return list(map(b"".join, zip(*members, strict=True)))


def _members(column: Column, values: Sequence[Any]) -> list[bytes]:
    """Return what a column adds to each row's object, b"" where it says nothing."""
    before = "," if column.name > _EVERYWHERE else ""
    after = "," if column.name < _EVERYWHERE else ""
    if column.write is money_text:
        # There are many different prices: none is looked up.
        price: UnitPrice | Amount | None = next(filter(None, values), None)
        if price is None:
            return [b""] * len(values)
        return price.all_shortest(values, f'{before}"{column.name}":"', f'"{after}')
    write: Callable[[Column, Any], str] = _member
    if type(values[0]) is Localized:
        # Texts are looked up sooner than what holds them.
        values, write = [value.texts for value in values], _in_languages
    known = {}
    for value in set(values):
        members = write(column, value)
        known[value] = f"{before}{members}{after}".encode() if members else b""
    return list(map(known.__getitem__, values))


def _member(column: Column, value: Any) -> str:  # noqa: ANN401 -- of the column
    """Write a value as a member of its row, '' where it says nothing."""
    text = column.text(value)
    return text and f'"{column.name}":{encode_basestring(text)}'


def _in_languages(column: Column, texts: Texts) -> str:
    """Write one text in its languages as members."""
    return as_members(texts, f"{column.name}_")


def _rows(sign: bytes, parts: Sequence[Sequence[bytes]]) -> bytes:
    """Join the parts of all rows, and the rows, after a sign."""
    opened = chain([sign + b"{"], repeat(b"},{", len(parts[0]) - 1))
    return b"".join(chain.from_iterable(zip(opened, *parts, strict=True))) + b"}"

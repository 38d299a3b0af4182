"""The columns of a list as those of its items, one a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from itertools import repeat
from typing import Any, Final

from app.domain.item_columns import ItemColumns
from app.domain.localized import Localized
from app.domain.many import many
from app.domain.price_list import Item

_TEXTS: Final = ("name", "description")
_DEFAULTS: Final = {field.name: field.default for field in fields(Item)}

Columns = Mapping[str, list[Any]]


def items_in(columns: Columns, count: int) -> ItemColumns:
    """Take the columns that hold no problem for those of `count` items."""
    filled = {
        name: _filled(name, values)
        for name, values in columns.items()
        if not name.startswith(_TEXTS)
    }
    for text in _TEXTS:
        languages = {
            name.removeprefix(f"{text}_"): values
            for name, values in columns.items()
            if name.startswith(text)
        }
        if languages:
            filled[text] = _localized(languages)
    return ItemColumns(filled, count)


def _filled(name: str, values: list[Any]) -> list[Any]:
    """Put what an item has by itself where the list says nothing."""
    default = _DEFAULTS.get(name)
    if default is None or None not in values:
        return values
    return [default if value is None else value for value in values]


def _localized(texts: Columns) -> list[Localized]:
    """Collect the languages of one text; a text that comes again is kept once."""
    codes = sorted(texts)
    rows = list(zip(*(texts[code] for code in codes), strict=True))
    different = dict.fromkeys(rows)
    pairs = map(zip, map(repeat, codes), zip(*different, strict=True))
    said: Iterable[Any] = zip(*pairs, strict=True)
    if not all(map(all, different)):
        said = [tuple([pair for pair in each if pair[1]]) for each in said]
    made = many(Localized, {"texts": said}, len(different))
    known = dict(zip(different, made, strict=True))
    return list(map(known.__getitem__, rows))

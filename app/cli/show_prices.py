"""Price lists and what changes in them, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Sized
from typing import Any

from app.cli.answer import columns
from app.domain.localized import Localized
from app.domain.price_changes import CellChange, PriceChanges
from app.domain.price_list import PriceList
from app.wording import column_name
from app.wording.changes import cell_text
from i18n import Language

Json = dict[str, Any]


def list_json(price_list: PriceList, *, sample: bool, internal: bool) -> Json:
    """Return what identifies a list; its whole fingerprint only inside."""
    ends = price_list.valid_to
    shown: Json = {
        "list_id": price_list.list_id,
        "version": price_list.version,
        "distributor": price_list.distributor,
        "country": price_list.country,
        "currency": price_list.currency,
        "valid_from": price_list.valid_from.isoformat(),
        "valid_to": ends.isoformat() if ends else None,
        "items": len(price_list.items),
        "sample": sample,
        "fingerprint": price_list.fingerprint,
    }
    if internal:
        shown["file_fingerprint"] = price_list.file_fingerprint
        shown["commissions"] = sum(bool(i.commissions) for i in price_list.items)
        shown["costs"] = sum(
            i.cost_month is not None or i.cost_once is not None
            for i in price_list.items
        )
    return shown


def list_line(price_list: PriceList, language: Language, *, sample: bool) -> str:
    """Say in a line which list it is, how long it holds and how much it holds."""
    _ = language.gettext
    ends = price_list.valid_to
    until = _("until {day}").format(day=language.date(ends)) if ends else _("no end")
    count = len(price_list.items)
    items = language.ngettext("{count} item", "{count} items", count)
    parts = [
        f"{price_list.list_id} {price_list.version}",
        price_list.distributor,
        price_list.currency,
        _("from {day}").format(day=language.date(price_list.valid_from)),
        until,
        items.format(count=count),
        _("invented sample") if sample else "",
    ]
    return " · ".join(part for part in parts if part)


def internal_list_line(price_list: PriceList, language: Language) -> str:
    """Say how many rows have a commission, and how many a cost."""
    facts = list_json(price_list, sample=False, internal=True)
    return language.gettext(
        "Commissions: {commissions}, costs: {costs}, whole fingerprint: {fingerprint}"
    ).format(
        commissions=facts["commissions"],
        costs=facts["costs"],
        fingerprint=facts["file_fingerprint"][:12],
    )


def changes_json(changes: PriceChanges) -> Json:
    """Return the difference of two lists."""
    return {
        "heading": [_cell(each) for each in changes.heading],
        "added": _items(changes.added),
        "removed": _items(changes.removed),
        "changed": [
            {
                "sku": item.sku,
                "name": dict(item.name.texts),
                "cells": [_cell(each) for each in item.cells],
            }
            for item in changes.changed
        ],
    }


def change_lines(
    changes: PriceChanges, currency: str, language: Language
) -> Iterator[str]:
    """Say what changes: prices first, then new items, then those no longer sold."""
    _ = language.gettext
    if not changes:
        yield _("Nothing changes.")
    for cell in changes.heading:
        yield _arrow(cell, currency, language)
    yield from _tally(changes, language)
    if changes.changed:
        yield _counted(_("Changed"), changes.changed, language)
    for item in changes.changed:
        yield f"  {item.sku}  {item.name.best(language.code)}"
        for cell in item.cells:
            yield f"    {_arrow(cell, currency, language)}{_rise(cell, language)}"
    for heading, items in (
        (_("Added"), changes.added),
        (_("Removed"), changes.removed),
    ):
        if items:
            yield _counted(heading, items, language)
            rows = [(sku, name.best(language.code)) for sku, name in items]
            yield from (f"  {line}" for line in columns(rows))


def _tally(changes: PriceChanges, language: Language) -> Iterator[str]:
    """Say how many prices rise and how many fall, where any do."""
    _ = language.gettext
    cells = (cell for item in changes.changed for cell in item.cells if cell.is_price)
    moves = [cell.difference for cell in cells if cell.difference]
    if moves:
        up, down = [m for m in moves if m > 0], [m for m in moves if m < 0]
        rise = _counted(_("Prices that rise"), up, language)
        fall = _counted(_("Prices that fall"), down, language)
        yield f"{rise} · {fall}"


def _counted(heading: str, items: Sized, language: Language) -> str:
    """Return a heading with how much stands below it."""
    return f"{heading} ({language.number(len(items))})"


def _arrow(cell: CellChange, currency: str, language: Language) -> str:
    """Write one cell before and after; a dash stands for an empty one."""
    texts = (cell.before, cell.after)
    before, after = (cell_text(cell, text, currency, language) for text in texts)
    text = language.gettext("{column}: {before} → {after}")
    name = column_name(cell.column, language)
    return text.format(column=name, before=before, after=after)


def _rise(cell: CellChange, language: Language) -> str:
    """Write by how much an amount rose."""
    percent = cell.percent
    if percent is None:
        return ""
    return f"  ({language.signed_percent(percent)})"


def _cell(cell: CellChange) -> Json:
    """Return one cell before and after; null for an empty one."""
    percent = cell.percent
    return {
        "column": cell.column,
        "before": cell.before or None,
        "after": cell.after or None,
        "percent": None if percent is None else str(percent),
    }


def _items(items: Sequence[tuple[str, Localized]]) -> list[Json]:
    """Return items by SKU and name."""
    return [{"sku": sku, "name": dict(name.texts)} for sku, name in items]

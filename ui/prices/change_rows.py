"""Changes of a price list as rows of finished strings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.price_changes import CellChange, ItemChange, PriceChanges
from app.wording import column_name
from app.wording.changes import cell_text
from i18n import Language


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One line of the comparison; `tone` colours it, `own` is the partner's alone."""

    sku: str
    name: str
    what: str
    before: str = ""
    after: str = ""
    rise: str = ""
    tone: str = ""
    own: bool = False


def change_rows(
    changes: PriceChanges, currency: str, language: Language
) -> tuple[ChangeRow, ...]:
    """Write what changes: the list's own lines, changed items, new ones, gone ones."""
    return tuple(_rows(changes, currency, language))


def _rows(
    changes: PriceChanges, currency: str, language: Language
) -> Iterator[ChangeRow]:
    """Yield the rows in the order they are read."""
    _ = language.gettext
    whole = _("The list itself")
    for cell in changes.heading:
        yield _cell(cell, "", whole, currency, language)
    for item in changes.changed:
        yield from _item(item, currency, language)
    for sku, name in changes.added:
        yield ChangeRow(sku, name.best(language.code), _("New item"), tone="good")
    for sku, name in changes.removed:
        text = _("No longer sold")
        yield ChangeRow(sku, name.best(language.code), text, tone="attention")


def _item(item: ItemChange, currency: str, language: Language) -> Iterator[ChangeRow]:
    """Yield one row a cell."""
    for cell in item.cells:
        yield _cell(cell, item.sku, item.name.best(language.code), currency, language)


def _cell(
    cell: CellChange, sku: str, name: str, currency: str, language: Language
) -> ChangeRow:
    """Write one cell before and after."""
    percent = cell.percent
    return ChangeRow(
        sku=sku,
        name=name,
        what=column_name(cell.column, language),
        before=cell_text(cell, cell.before, currency, language),
        after=cell_text(cell, cell.after, currency, language),
        rise="" if percent is None else language.signed_percent(percent),
        own=cell.confidential,
    )

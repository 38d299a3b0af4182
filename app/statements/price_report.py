"""What changes from one version of a price list to another, commissions included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from app.domain.affected import Affected
from app.domain.price_changes import (
    CellChange,
    ItemChange,
    PriceChanges,
    price_changes,
)
from app.domain.price_list import PriceList
from app.statements.price_tables import Tables
from app.statements.statement import Fact, Maker, Section, Statement
from i18n import Language


def price_report(
    old: PriceList,
    new: PriceList,
    moved: tuple[Affected, ...],
    maker: Maker,
    language: Language,
) -> Statement:
    """Say all that changes, what the partner earns and pays included.

    `moved` are the open quotes that the new version would price differently.
    """
    changes = price_changes(old, new)
    tables = Tables(old, new, language)
    found = (*_sections(changes, tables), tables.quotes(moved))
    nothing = () if changes or moved else (language.gettext("Nothing changes."),)
    return Statement(
        maker=maker,
        title=language.gettext("Price changes"),
        subject=_subject(old, new),
        facts=(_lists(old, new, language), *_counts(changes, moved, tables)),
        sections=tuple(each for each in found if each.lines),
        remarks=nothing,
    )


def _subject(old: PriceList, new: PriceList) -> str:
    """Return 'EXAMPLE-BE 2026-11 → 2026-12'."""
    name = "" if old.list_id == new.list_id else f"{new.list_id} "
    return f"{old.list_id} {old.version} → {name}{new.version}"


def _lists(old: PriceList, new: PriceList, language: Language) -> tuple[Fact, ...]:
    """Return which versions are compared, and from when the new one counts."""
    _ = language.gettext
    return (
        Fact(_("Price list"), new.list_id),
        Fact(_("Versions"), f"{old.version} → {new.version}"),
        Fact(_("Valid from"), new.valid_from),
        Fact(_("Distributor"), new.distributor or None),
    )


def _counts(
    changes: PriceChanges, moved: tuple[Affected, ...], tables: Tables
) -> tuple[tuple[Fact, ...], ...]:
    """Return how much of each there is."""
    _ = tables.language.gettext
    cells = [cell for item in changes.changed for cell in item.cells]
    rises = [tables.rise(cell) for cell in cells if cell.is_price]
    signs = [rise.decimal for rise in rises if rise]
    renamed = sum(any(map(_is_name, item.cells)) for item in changes.changed)
    return (
        (
            Fact(_("Prices that rise"), sum(s > 0 for s in signs), strong=True),
            Fact(_("Prices that fall"), sum(s < 0 for s in signs), strong=True),
            Fact(_("New items"), len(changes.added), strong=True),
            Fact(_("Items no longer sold"), len(changes.removed), strong=True),
        ),
        (
            Fact(_("Commissions that change"), sum(map(_is_commission, cells))),
            Fact(_("Costs that change"), sum(map(_is_cost, cells))),
            Fact(_("Items renamed"), renamed),
            Fact(_("Open quotes concerned"), len(moved)),
        ),
    )


def _sections(changes: PriceChanges, tables: Tables) -> Iterator[Section]:
    """Yield every table of the lists, those that hold nothing too."""
    _, changed = tables.language.gettext, changes.changed
    yield tables.whole(_("The list itself"), changes.heading)
    yield tables.amounts(_("Prices"), _only(changed, _is_price))
    yield tables.amounts(_("Commissions"), _only(changed, _is_commission))
    yield tables.amounts(_("Costs"), _only(changed, _is_cost))
    yield tables.items(_("New items"), changes.added, tables.new)
    yield tables.items(_("Items no longer sold"), changes.removed, tables.old)
    yield tables.texts(_("Renamed"), _only(changed, _is_name))
    yield tables.texts(_("Other changes"), _only(changed, _is_other))


def _is_price(cell: CellChange) -> bool:
    """Tell whether the cells hold what the customer pays."""
    return cell.is_price


def _is_commission(cell: CellChange) -> bool:
    """Tell whether the cells hold what the partner earns."""
    return cell.is_amount and cell.column.startswith("commission_")


def _is_cost(cell: CellChange) -> bool:
    """Tell whether the cells hold what the partner pays."""
    return cell.is_amount and cell.column.startswith("cost_")


def _is_name(cell: CellChange) -> bool:
    """Tell whether the cells hold what the item is called."""
    return cell.column.startswith("name_")


def _is_other(cell: CellChange) -> bool:
    """Tell whether the cells hold neither amounts nor names."""
    return not cell.is_amount and not _is_name(cell)


def _only(
    items: Iterable[ItemChange], wanted: Callable[[CellChange], bool]
) -> Iterator[ItemChange]:
    """Yield the items with the cells that are wanted, if any."""
    for item in items:
        if cells := tuple(filter(wanted, item.cells)):
            yield ItemChange(item.sku, item.name, cells)

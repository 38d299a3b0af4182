"""What signed contracts sold, as rows of finished strings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.sell_out import SellOut, total
from app.wording.sell_out import manufacturer
from i18n import N_, Language
from ui.widgets.read_table import Column


@dataclass(frozen=True, slots=True)
class SoldRow:
    """A product, or after its products what a manufacturer comes to."""

    manufacturer: str
    sku: str
    name: str
    quantity: str
    tone: str = ""


def sold_rows(found: SellOut, language: Language) -> Iterator[SoldRow]:
    """Write every product, and the sums."""
    for maker, products in found.manufacturers:
        name = manufacturer(maker, language)
        for each in products:
            words = each.name.best(language.code)
            yield SoldRow(name, each.sku, words, language.number(each.quantity))
        whole = language.number(total(products))
        yield SoldRow(name, "", language.gettext("In all"), whole, "accent")


def sold_columns() -> tuple[Column[SoldRow], ...]:
    """Return the columns."""
    return (
        Column(N_("Manufacturer"), lambda row: row.manufacturer, 164),
        Column(N_("Reference"), lambda row: row.sku, 132),
        Column(N_("Item"), lambda row: row.name),
        Column(N_("Quantity"), lambda row: row.quantity, 96, figures=True),
    )


def summary(found: SellOut, language: Language) -> str:
    """Say how many contracts sold how many products."""
    contracts = language.ngettext(
        "{count} signed contract", "{count} signed contracts", found.contracts
    ).format(count=language.number(found.contracts))
    count = total(found.products)
    products = language.ngettext(
        "{count} product sold", "{count} products sold", count
    ).format(count=language.number(count))
    return f"{contracts} · {products}"

"""What the signed contracts of a period sold, by manufacturer and product (W3)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.sell_out import Product, SellOut, total
from app.statements.statement import Column, Fact, Line, Maker, Section, Statement
from app.wording.sell_out import manufacturer, nothing_sold
from i18n import Language


def sell_out_statement(found: SellOut, maker: Maker, language: Language) -> Statement:
    """Say how many of each product, and of each manufacturer."""
    _ = language.gettext
    period = found.period
    days = (language.day(period.first), language.day(period.last))
    return Statement(
        maker=maker,
        title=_("Sell-out"),
        subject=_("{first} to {last}").format(first=days[0], last=days[1]),
        facts=(
            (
                Fact(_("Signed contracts"), found.contracts, strong=True),
                Fact(_("Products sold"), total(found.products), strong=True),
            ),
        ),
        sections=(_by_manufacturer(found, language), by_product(found, language)),
        remarks=() if found.contracts else (nothing_sold(language),),
    )


def by_product(found: SellOut, language: Language) -> Section:
    """Return a line a product, under its manufacturer."""
    _ = language.gettext
    return Section(
        heading=_("By product"),
        keys=(Column(_("Manufacturer")),),
        columns=(
            Column(_("Reference")),
            Column(_("Item")),
            Column(_("Quantity"), figures=True),
        ),
        lines=tuple(
            Line(_values(each, language), (manufacturer(each.manufacturer, language),))
            for each in found.products
        ),
    )


def _by_manufacturer(found: SellOut, language: Language) -> Section:
    """Return a line a manufacturer."""
    _ = language.gettext
    return Section(
        heading=_("By manufacturer"),
        columns=(
            Column(_("Manufacturer")),
            Column(_("Products"), figures=True),
            Column(_("Quantity"), figures=True),
        ),
        lines=tuple(_sums(found, language)),
    )


def _sums(found: SellOut, language: Language) -> Iterator[Line]:
    """Yield how many different products of each, and how many in all."""
    for name, products in found.manufacturers:
        yield Line((manufacturer(name, language), len(products), total(products)))


def _values(product: Product, language: Language) -> tuple[str | int | None, ...]:
    """Return what a line says of a product."""
    name = product.name.best(language.code)
    return product.sku or None, name, product.quantity

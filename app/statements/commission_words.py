"""Lines and amounts of a commission, in words."""

from __future__ import annotations

from app.domain.choices import CommissionBasis
from app.domain.money import Amount
from app.domain.proposal import RequestLine
from app.domain.resolved import ResolvedLine, sku_of
from app.statements.statement import Sum, Value
from i18n import Language


def amount_said(amount: Amount | None, language: Language) -> Value:
    """Return an amount, or that it is to be confirmed."""
    if amount is None:
        return language.gettext("to be confirmed")
    return Sum(amount.decimal, amount.currency)


def rest_open(total: Sum, language: Language) -> str:
    """Return a total that leaves out what is not known yet, and says so."""
    text = language.gettext("{amount}, the rest to be confirmed")
    return text.format(amount=language.money(total))


def named(held: ResolvedLine, language: Language) -> str:
    """Return what a line is called, and whether it is paid once for all."""
    name = name_of(held, language)
    if held.item and held.item.commission_basis is CommissionBasis.CONTRACT:
        return language.gettext("{name} (once per contract)").format(name=name)
    return name


def name_of(held: ResolvedLine, language: Language) -> str:
    """Return what a line is called."""
    if isinstance(held.line, RequestLine):
        return held.line.text.best(language.code)
    return held.item.name.best(language.code) if held.item else sku_of(held.line)

"""The figures beside a quote, as finished texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.documents.extension_words import extension_words
from app.documents.quote.writer import Writer, said
from app.domain.choices import Status, Term
from app.domain.contract import Contract
from app.domain.extension import Extension
from app.domain.money import Amount
from app.domain.offer import OfferTotals, TermTotals
from app.domain.policy import WaasPolicy
from app.domain.pricing import not_offered
from app.domain.resolved import ResolvedLine
from app.use_cases.pricing import PricedQuote
from app.wording import collected
from i18n import Language
from ui.models.lifecycle_words import due_text
from ui.models.words import MISSING, NO_BREAK, Reader, money, months


@dataclass(frozen=True, slots=True)
class TermFigure:
    """One term: what it costs a month and in all, how that compares (0 to 1).

    `extends` says how far the contract can go (W9), `note` what limits it, in full.
    Where the term is not offered the amounts are empty and `note` says why.
    """

    term: Term
    name: str
    amount: str
    total: str
    share: float
    extends: str
    note: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """What the partner earns, when, and would earn for the other terms."""

    total: str
    due: str
    others: str


@dataclass(frozen=True, slots=True)
class Totals:
    """The one number, and under it each total with its name."""

    monthly: str
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What stands below the totals; `own` is None where a customer looks on."""

    terms: tuple[TermFigure, ...]
    #: W9: the shortest warranty of what is rented, '' where nothing is.
    warranty: str
    #: What has it, by name.
    shortest: str
    own: OwnFigures | None


def totals(priced: PricedQuote, reader: Reader) -> Totals:
    """Return a quote's totals."""
    monthly = money(priced.totals.distributor.monthly.net, reader.language)
    return Totals(monthly, tuple(_totals(priced, reader)))


def figures(
    priced: PricedQuote,
    reader: Reader,
    contract: Contract | None = None,
    status: Status = Status.DRAFT,
) -> Figures:
    """Return a quote's other figures for whoever reads the screen."""
    language = reader.language
    return Figures(
        terms=tuple(_terms(priced, reader)),
        warranty=_warranty(priced, reader),
        shortest=", ".join(_shortest(priced, reader)),
        own=None
        if reader.customer_view
        else _own(priced, reader, due_text(contract or Contract(), status, language)),
    )


def compared(
    before: OfferTotals, after: OfferTotals, reader: Reader
) -> Iterator[tuple[str, str, str]]:
    """Yield each total that there is, by its name, in two offers.

    W4: what the partner invoices is no part of the distributor's monthly rate.
    """
    sides = [
        (
            (_by_distributor(each, reader), each.distributor.monthly.net),
            *parts(each, reader),
        )
        for each in (before, after)
    ]
    for place, ((name, old), (_name, new)) in enumerate(zip(*sides, strict=True)):
        if not place or any(each is None or each.cents for each in (old, new)):
            yield name, money(old, reader.language), money(new, reader.language)


def _by_distributor(offer: OfferTotals, reader: Reader) -> str:
    """Say whose the monthly rate is."""
    _ = reader.language.gettext
    name = offer.distributor.name or _("the distributor")
    return _("Each month, by {name}").format(name=name)


def parts(offer: OfferTotals, reader: Reader) -> Iterator[tuple[str, Amount | None]]:
    """Yield the contract, and what else is paid, by its name."""
    _ = reader.language.gettext
    distributor = offer.distributor.name or _("the distributor")
    partner = reader.partner or _("the partner")
    contract = offer.distributor.contract_total
    yield _("Contract total"), contract
    others: tuple[tuple[str, str, Amount | None], ...] = (
        (_("One-off, by {name}"), distributor, offer.distributor.once.net),
        (_("One-off, by {name}"), partner, offer.partner.once.net),
        (_("Each month, by {name}"), partner, offer.partner.monthly.net),
        (_("Subscriptions, a month"), "", offer.subscriptions.monthly.net),
        (_("Subscriptions, a year"), "", offer.subscriptions.annual.net),
    )
    for text, name, amount in others:
        yield text.format(name=name), amount


def _totals(priced: PricedQuote, reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield what is worth a line: the contract, and what is not nothing."""
    for place, (name, amount) in enumerate(parts(priced.totals, reader)):
        if not place or amount is None or amount.cents:
            yield name, money(amount, reader.language)
    at_end = priced.totals.at_end
    if at_end.devices:
        yield collected(at_end, reader.language), money(at_end.total, reader.language)


def _terms(priced: PricedQuote, reader: Reader) -> Iterator[TermFigure]:
    """Yield the terms, the shortest first; nothing where none is asked for."""
    offer, language = priced.offer, reader.language
    if offer.term is None or not offer.lines:
        return
    known = [t.monthly.cents for _, t in offer.terms.pairs() if t]
    most = max(known, default=0)
    for term, totals in offer.terms.pairs():
        yield TermFigure(
            term=term,
            name=months(term, language),
            amount=language.money(totals.monthly) if totals else "",
            total=_in_all(totals, reader) if totals else "",
            share=totals.monthly.cents / most if totals and most else 0.0,
            extends=_extends(priced.extensions.at(term), reader),
            note=_limits(priced, term, reader)
            if totals
            else _not_offered(priced, term, reader),
            chosen=term is offer.term,
        )


def _in_all(totals: TermTotals, reader: Reader) -> str:
    """Return what the contract comes to under a term."""
    amount = reader.language.money(totals.contract_total)
    return reader.language.gettext("{amount} in all").format(amount=amount)


def _warranty(priced: PricedQuote, reader: Reader) -> str:
    """W9: return the shortest warranty; it is the same whatever the term."""
    found = priced.extensions.months_12
    if found is None or not found.shortest:
        return ""
    text = reader.language.gettext("warranty of at least {months}")
    return text.format(months=_counted(found.shortest[0].months, reader))


def _shortest(priced: PricedQuote, reader: Reader) -> Iterator[str]:
    """Yield the names of what has the shortest warranty."""
    found = priced.extensions.months_12
    for each in found.shortest if found else ():
        yield each.name.best(reader.language.code)


def _extends(found: Extension | None, reader: Reader) -> str:
    """W9: return how far a contract can go; first of all where a warranty ends."""
    if found is None:
        return ""
    _, warranty = reader.language.gettext, found.shortest[:1]
    if warranty and warranty[0].months < found.term:
        text, until = _("warranty until month {n}"), warranty[0].months
        return text.format(n=until)
    if not found.most:
        return _("not extendable")
    whole = _counted(found.term + found.most, reader)
    return _("extendable to {months}").format(months=whole)


def _limits(priced: PricedQuote, term: Term, reader: Reader) -> str:
    """W9: say in full how far a contract can go, and which limit binds."""
    found = priced.extensions.at(term)
    return _limits_of(found, priced.waas, reader.language) if found else ""


@lru_cache(maxsize=64)
def _limits_of(found: Extension, waas: WaasPolicy, language: Language) -> str:
    """Say it; most edits leave every contract's limits as they were."""
    return said(extension_words(found, waas, Writer((language,))), 0)


def _counted(count: int, reader: Reader) -> str:
    """Write '48 months'."""
    return reader.language.ngettext("{n} month", "{n} months", count).format(n=count)


def _not_offered(priced: PricedQuote, term: Term, reader: Reader) -> str:
    """W7: say what the term is not offered for."""
    resolved = priced.resolved
    names = [_name(each, reader) for each in not_offered(resolved, term)]
    text = reader.language.gettext("not offered ({names})")
    return text.format(names=", ".join(dict.fromkeys(names)))


def _name(each: ResolvedLine, reader: Reader) -> str:
    """Return what to call a line."""
    if each.item:
        return each.item.name.best(reader.language.code)
    return getattr(each.line, "sku", "") or MISSING


def _own(priced: PricedQuote, reader: Reader, due: str) -> OwnFigures:
    """W1: return the commission for the term, and beside it for the others."""
    language = reader.language
    text = language.gettext("{months}: {amount}")
    others = [
        text.format(months=months(term, language), amount=language.money(amount))
        for term, amount in priced.commission.terms.pairs()
        if amount is not None and term is not priced.offer.term
    ]
    # A term and its amount stay on one line.
    others = [other.replace(" ", NO_BREAK) for other in others]
    total = money(priced.commission.total, language)
    return OwnFigures(total, due, "\n".join(others) if priced.offer.lines else "")

"""An offer in words, as `price` and `quotes show` print it."""

from __future__ import annotations

from collections.abc import Iterator

from app.cli.answer import columns
from app.domain.choices import Kind, Party
from app.domain.money import Amount, UnitPrice
from app.domain.offer import Difference, Offer, OfferLine, Taxed
from app.use_cases.pricing import PricedQuote
from app.wording import collected
from i18n import Language


def offer_lines(quote: PricedQuote, language: Language) -> Iterator[str]:
    """Yield the offer line by line, all that a customer may see."""
    _, offer, proposal = language.gettext, quote.offer, quote.quote.proposal
    term = offer.term
    months = _("{count} months").format(count=term.value) if term else ""
    parts = (proposal.number, proposal.customer.name, months)
    yield " · ".join(part for part in parts if part)
    if quote.sample:
        yield _("Invented sample prices.")
    if offer.provisional:
        yield _("Provisional: a special request awaits its answer.")
    yield from _sections(offer, language)
    yield ""
    yield from columns(list(_totals(offer, language)), right=(1, 2))
    if offer.vat_abroad:
        yield _("No VAT: the customer is in another country than the partner.")
    elif offer.vat_rate is None:
        yield _("No VAT: no rate is known for the customer’s country on this date.")
    yield ""
    yield _("By term")
    yield from columns(list(_terms(offer, language)), right=(1, 2))


def internal_lines(quote: PricedQuote, language: Language) -> Iterator[str]:
    """Yield what only the partner may see."""
    _ = language.gettext
    commission, costs = quote.commission, quote.costs
    yield ""
    yield _("Commission (never shown to a customer)")
    rows = [
        (
            line.sku or _("special request"),
            str(line.quantity),
            money(line.unit, language),
            money(line.total, language),
        )
        for line in commission.lines
    ]
    rows.append((_("Total"), "", "", money(commission.total, language)))
    yield from columns(rows, right=(1, 2, 3))
    yield _("Costs: {monthly} a month, {annual} a year, {once} once").format(
        monthly=money(costs.monthly, language),
        annual=money(costs.annual, language),
        once=money(costs.once, language),
    )
    if not costs.complete:
        yield _("Not every line has a cost in its list.")


def money(value: Amount | UnitPrice | None, language: Language) -> str:
    """Write money; a dash for what cannot be had."""
    return language.money(value) if value is not None else "–"


def _sections(offer: Offer, language: Language) -> Iterator[str]:
    """Yield the lines by who invoices them."""
    _ = language.gettext
    distributor = offer.distributor.name or _("the distributor")
    sections = (
        (
            _("Invoiced by {name}").format(name=distributor),
            [line for line in offer.lines if line.invoiced_by is Party.DISTRIBUTOR],
        ),
        (
            _("Microsoft subscriptions, invoiced by the partner"),
            [line for line in offer.lines if line.kind is Kind.SUBSCRIPTION],
        ),
        (
            _("Services, invoiced by the partner"),
            [line for line in offer.lines if line.kind is Kind.PARTNER_SERVICE],
        ),
    )
    for heading, lines in sections:
        if lines:
            yield ""
            yield heading
            rows = [_row(line, language) for line in lines]
            yield from columns(rows, right=(0, 2, 3, 4, 5))


def _row(line: OfferLine, language: Language) -> tuple[str, ...]:
    """Return a line's cells; what is in no total says so."""
    _ = language.gettext
    name = line.name.best(language.code)
    if line.alternative_to:
        delta = _difference(line.difference, language)
        name = _("{name} (alternative: {delta})").format(name=name, delta=delta)
    elif not line.firm:
        name = _("{name} (optional)").format(name=name)
    return (
        str(line.quantity),
        "  " * line.place.count(".options") + name,
        money(line.unit_price, language),
        _recurring(line.monthly, _("{amount} a month"), language),
        _recurring(line.annual, _("{amount} a year"), language),
        _recurring(line.once, _("{amount} once"), language),
    )


def _difference(difference: Difference | None, language: Language) -> str:
    """Write what an alternative changes, each way of paying it."""
    _ = language.gettext
    if difference is None:
        return "–"
    ways = (
        (difference.monthly, _("{amount} a month")),
        (difference.annual, _("{amount} a year")),
        (difference.once, _("{amount} once")),
    )
    apart = [
        words.format(amount=language.signed(each)) for each, words in ways if each.cents
    ]
    return ", ".join(apart) or language.money(difference.monthly)


def _recurring(amount: Amount | None, words: str, language: Language) -> str:
    """Write an amount with how often it is paid; nothing for zero."""
    if amount is None:
        return "–"
    return words.format(amount=language.money(amount)) if amount.cents else ""


def _totals(offer: Offer, language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield (what, excluding VAT, including VAT)."""
    _ = language.gettext
    distributor, partner = offer.distributor, offer.partner
    yield ("", _("excl. VAT"), _("incl. VAT"))
    yield _total(_("Distributor, a month"), distributor.monthly, language)
    contract = money(distributor.contract_total, language)
    yield (_("Contract total"), contract, "")
    others = (
        (_("Distributor, once"), distributor.once),
        (_("Partner, once"), partner.once),
        (_("Partner, a month"), partner.monthly),
        (_("Subscriptions, a month"), offer.subscriptions.monthly),
        (_("Subscriptions, a year"), offer.subscriptions.annual),
    )
    for name, taxed in others:
        if taxed.net is None or taxed.net.cents:
            yield _total(name, taxed, language)
    if offer.at_end.devices:
        yield (
            collected(offer.at_end, language),
            money(offer.at_end.total, language),
            "",
        )


def _total(name: str, taxed: Taxed, language: Language) -> tuple[str, str, str]:
    """Return a total without and with VAT."""
    return name, money(taxed.net, language), money(taxed.gross, language)


def _terms(offer: Offer, language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield (term, monthly, contract total)."""
    _ = language.gettext
    for term, totals in offer.terms.pairs():
        name = _("{count} months").format(count=term.value)
        if totals is None:
            yield name, _("not offered"), ""
        else:
            monthly = _("{amount} a month").format(
                amount=language.money(totals.monthly)
            )
            yield name, monthly, language.money(totals.contract_total)

"""Why an amount is what it is: the list's row, its version, and the arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.choices import Kind, Party, PriceBasis
from app.domain.commission import CommissionLine
from app.domain.money import Amount, UnitPrice
from app.domain.offer import OfferLine
from app.use_cases.pricing import PricedQuote
from app.wording import column_name
from ui.models.words import MISSING, Reader, money

_MONTHS: Final = 12
_FINGERPRINT: Final = 12


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what stands beside it; `own` is for the partner's eyes alone."""

    name: str
    value: str
    own: bool = False
    sum: bool = False


@dataclass(frozen=True, slots=True)
class Reasons:
    """What explains one amount, under a title."""

    title: str
    facts: tuple[Fact, ...]


def why_line(priced: PricedQuote, line_id: str, reader: Reader) -> Reasons | None:
    """Explain the amounts of a line; None where there is none of that id."""
    for line in priced.offer.lines:
        if line.id == line_id:
            facts = _Line(priced, line, reader).facts()
            return Reasons(line.name.best(reader.language.code), tuple(facts))
    return None


def why_monthly(priced: PricedQuote, reader: Reader) -> Reasons:
    """Explain what the distributor invoices a month: the firm lines, and their sum."""
    language, offer = reader.language, priced.offer
    rows = [
        Fact(f"{line.quantity} × {line.name.best(language.code)}", amount)
        for line in offer.lines
        if line.firm and line.invoiced_by is Party.DISTRIBUTOR
        for amount in [_shown(line.monthly, reader)]
        if amount
    ]
    total = offer.distributor.monthly.net
    name = language.gettext("In all, each month")
    rows.append(Fact(name, money(total, language), sum=True))
    if total and offer.term and offer.distributor.contract_total:
        whole = language.money(offer.distributor.contract_total)
        text = f"{language.money(total)} × {offer.term.value} = {whole}"
        rows.append(Fact(language.gettext("Contract total"), text))
    return Reasons(language.gettext("The monthly rate"), tuple(rows))


def _shown(amount: Amount | None, reader: Reader) -> str:
    """Write an amount that is not zero, a dash for one that cannot be had."""
    if amount is None:
        return MISSING
    return reader.language.money(amount) if amount.cents else ""


class _Line:
    """Explains one line to one reader."""

    def __init__(self, priced: PricedQuote, line: OfferLine, reader: Reader) -> None:
        """Take a line of a priced quote."""
        self._priced, self._line, self._reader = priced, line, reader
        self._language = reader.language
        self._ = reader.language.gettext

    def facts(self) -> Iterator[Fact]:
        """Yield where the price comes from, how it is counted, what it earns."""
        yield from self._source()
        yield from self._amounts()
        if not self._reader.customer_view:
            yield from self._earned()

    def _source(self) -> Iterator[Fact]:
        """Yield the list, its version and the column, or who named the price."""
        line, _ = self._line, self._
        if line.price_list:
            named = f"{line.price_list.list_id} {line.price_list.version}"
            yield Fact(_("Price list"), named)
            yield Fact(_("Fingerprint"), line.price_list.fingerprint[:_FINGERPRINT])
            yield Fact(_("Reference"), line.sku or "")
        elif line.kind is Kind.PARTNER_SERVICE:
            yield Fact(_("Price"), _("your own, typed in this quote"))
        elif line.awaits_answer:
            yield Fact(_("Price"), _("not known yet: the distributor has to answer"))
        else:
            yield Fact(_("Price"), _("the distributor’s answer to your request"))
        if line.price_list and self._column:
            yield Fact(column_name(self._column, self._language), self._unit)
        if line.unit_once:
            once = self._language.money(line.unit_once)
            yield Fact(column_name("price_once", self._language), once)

    @property
    def _column(self) -> str:
        """The column of the list that holds the unit price, '' where none does."""
        line, term = self._line, self._priced.offer.term
        if line.unit_price is None:
            return ""
        if line.kind is Kind.SUBSCRIPTION:
            return "price_month"
        item = self._priced.catalogue.item(line.sku or "")
        if item and item.one_off:
            return "price_once"
        return f"price_{term.value}" if term else ""

    @property
    def _unit(self) -> str:
        """The unit price."""
        return money(self._line.unit_price, self._language)

    def _amounts(self) -> Iterator[Fact]:
        """Yield the arithmetic of each way of paying."""
        line, _ = self._line, self._
        ways = (
            ("month", _("Each month"), line.monthly, line.unit_price),
            ("once", _("Once"), line.once, line.unit_once or line.unit_price),
            ("year", _("Each year"), line.annual, line.unit_price),
        )
        known = [way for way in ways if way[2] is not None and way[2].cents]
        if line.monthly is None and not line.awaits_answer:
            yield Fact(_("Each month"), _("not offered for this term"))
        for rhythm, name, amount, unit in known:
            if amount is not None and unit is not None:
                yield Fact(name, self._arithmetic(rhythm, amount, unit), sum=True)
        if not line.firm:
            yield Fact(_("In the totals"), _("no: an option or an alternative"))

    def _arithmetic(self, rhythm: str, amount: Amount, unit: UnitPrice) -> str:
        """Write '49,90 € × 12 = 598,80 €', with all that comes between."""
        line, language = self._line, self._language
        factors = [language.money(unit), language.number(line.quantity)]
        by_term = line.price_basis is PriceBasis.TERM
        if rhythm == "year" and not by_term:
            factors.append(language.number(_MONTHS))
        text = " × ".join(factors)
        if rhythm == "month" and line.kind is Kind.SUBSCRIPTION and by_term:
            text += f" / {_MONTHS}"
        if line.discount_percent:
            text += f" − {language.percent(line.discount_percent)}"
        return f"{text} = {language.money(amount)}"

    def _earned(self) -> Iterator[Fact]:
        """W1: yield what the line earns, by its own list or answer."""
        for each in self._priced.commission.lines:
            if each.place == self._line.place:
                yield Fact(self._("Your commission"), self._commission(each), own=True)

    def _commission(self, each: CommissionLine) -> str:
        """Write the arithmetic of a commission; one still to come is said to be."""
        language = self._language
        if each.unit is None or each.total is None:
            return self._("to be confirmed")
        if each.unit == each.total and each.quantity > 1:
            text = self._("{amount}, once a contract")
            return text.format(amount=language.money(each.total))
        unit, count = language.money(each.unit), language.number(each.quantity)
        return f"{unit} × {count} = {language.money(each.total)}"

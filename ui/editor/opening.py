"""Which prices a quote is edited under, and what is worth saving."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.domain.catalogue import Catalogue
from app.domain.choices import Edition, Kind
from app.domain.known_customer import KnownCustomer
from app.domain.lifecycle import Lifecycle
from app.domain.price_list import PriceList
from app.domain.proposal import Proposal
from app.domain.quote import Quote
from app.ports import QuoteRecord
from app.use_cases.beginning import blank
from app.use_cases.customers import kept_since
from app.use_cases.prices import catalogue
from app.use_cases.pricing import PricedQuote, priced
from app.use_cases.quotes import Repricing, reprice
from app.use_cases.workplace import Workplace
from ui.models.stock import Stock


def numbered(quote: Quote, number: str) -> Quote:
    """Return the quote under that number."""
    if quote.proposal.number == number:
        return quote
    return replace(quote, proposal=replace(quote.proposal, number=number))


def price_by(
    workplace: Workplace,
    lists: Catalogue,
    quote: Quote,
    number: str,
    before: PricedQuote | None = None,
) -> PricedQuote:
    """Price a quote by these lists, under the number that was drawn for it.

    `before` is what it came to until now: it spares what stayed the same.
    """
    named = numbered(quote, number) if number else quote
    return priced(named, lists, workplace, before)


def kept_and_current(kept: Iterable[PriceList], today: Catalogue) -> Catalogue:
    """Return the prices a quote keeps, and for all else those of today.

    A list that is still the current one stands for the rows kept of it. A row that is
    kept is no other list's, whatever was imported since, and a return item that is
    kept stands alone: with another, which one collects (W12) would be open.
    """
    lists = [each for each in kept if each.items]
    mine = {item.sku: _name(each) for each in lists for item in each.items}
    current = {_name(each) for each in today.lists}
    past = [each for each in lists if _name(each) not in current]
    collects = any(i.kind is Kind.RETURN for each in lists for i in each.items)
    returns = {item.sku for item, _ in today.returns} if collects else set()
    strangers = returns.difference(mine)
    if not (past or strangers or today.clashing.intersection(mine)):
        return today

    def rest(of: PriceList) -> PriceList:
        left = (i for i in of.items if mine.get(i.sku, _name(of)) == _name(of))
        return replace(of, items=tuple(i for i in left if i.sku not in strangers))

    others = [rest(each) for each in today.lists]
    return Catalogue.of([*past, *(each for each in others if each.items)])


def moved(comparison: Repricing) -> bool:
    """Tell whether today's prices are others than those the quote keeps."""
    return any(line.changed for line in comparison.lines)


def _name(price_list: PriceList) -> tuple[str, str, str]:
    """Return what tells one list's content from another's, commissions included."""
    return price_list.list_id, price_list.version, price_list.file_fingerprint


@dataclass(frozen=True, slots=True)
class Opened:
    """A quote with all it takes to edit it; `record` is None for a new one.

    `comparison` holds the quote under today's prices, where it is saved, and `issued`
    the papers that were handed over; `signed` tells whether one was signed.
    """

    quote: Quote
    record: QuoteRecord | None
    catalogue: Catalogue
    today: Catalogue
    comparison: Repricing | None
    issued: Mapping[Edition, bytes] = field(default_factory=dict)
    signed: bool = False
    #: What is kept of the customer, where that was changed since.
    kept: KnownCustomer | None = None

    @property
    def lifecycle(self) -> Lifecycle:
        """Where the quote stands."""
        return self.record.lifecycle if self.record else Lifecycle()


def whole_stock(lists: Catalogue, before: Stock | None) -> Stock:
    """Return what lists hold, which is made once as long as they are the same."""
    names = [*map(_name, lists.lists)]
    if before and names == [*map(_name, before.catalogue.lists)]:
        return replace(before, catalogue=lists)
    return Stock.of(lists)


def stocked(opened: Opened, whole: Stock) -> Stock:
    """Return what can be added to a quote: what is sold today, at what it keeps."""
    lists, today, record = opened.catalogue, opened.today, opened.record
    if lists is today or record is None:
        return whole
    kept = (item for each in record.prices for item in each.items)
    return whole.at(lists, kept) or Stock.of(lists, today)


def open_new(
    workplace: Workplace,
    edition: Edition,
    customer: KnownCustomer | None = None,
    template: Proposal | None = None,
) -> Opened:
    """Begin a quote under today's prices, for nobody or for a customer."""
    today = catalogue(workplace)
    quote = blank(workplace, edition, customer, template)
    return Opened(quote, None, today, today, None)


def open_saved(workplace: Workplace, number: str) -> Opened:
    """Open a saved quote; RefusedError where there is none of that number."""
    comparison = reprice(workplace, number, accept=False)
    record, today = comparison.record, comparison.new.catalogue
    merged = kept_and_current(record.prices, today)
    with workplace.storage.reading() as store:
        every = store.issued_documents(record.id)
        papers = [each for each in every if not each.signs]
    issued = {each.language: each.content for each in papers}
    return Opened(
        record.quote,
        record,
        merged,
        today,
        comparison,
        issued,
        signed=len(papers) < len(every),
        kept=kept_since(workplace, record),
    )

"""Saved quotes: adding, listing, finding, and re-pricing under other lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import uuid4

from app.domain.catalogue import Catalogue
from app.domain.lifecycle import named
from app.domain.localized import Localized
from app.domain.money import Amount
from app.domain.offer import Offer, OfferLine
from app.domain.problems import Problems, RefusedError, error, warning
from app.domain.quote import Quote
from app.ports import QuoteHead, QuoteRecord, Store
from app.use_cases.prices import catalogue
from app.use_cases.pricing import PricedQuote, priced, recorded
from app.use_cases.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved quote as it is priced by the prices it keeps."""

    record: QuoteRecord
    priced: PricedQuote
    problems: Problems = ()


def add(workplace: Workplace, quote: Quote) -> Saved:
    """Draw a number and save the quote with the prices of today.

    RefusedError, and no number drawn, where an error keeps it from being priced.
    """
    first = priced(quote, catalogue(workplace), workplace)
    if first.refused:
        raise RefusedError(*first.problems)
    given = quote.proposal.number
    notes = (warning("number_replaced", number=given),) if given else ()
    record = save_draft(workplace, first)
    kept = priced(record.quote, Catalogue.of(record.prices), workplace)
    return Saved(record, kept, notes)


def save_draft(workplace: Workplace, newest: PricedQuote) -> QuoteRecord:
    """Draw a number and save the quote, whatever its problems, with its prices."""
    by = workplace.stamp()
    with workplace.storage.writing() as store:
        number = store.draw_number(
            workplace.settings.seller.prefix, workplace.clock.today().year
        )
        proposal = replace(newest.quote.proposal, number=number, revision="")
        record = QuoteRecord(
            id=str(uuid4()),
            quote=replace(newest.quote, proposal=proposal),
            prices=newest.prices.lists,
            monthly=newest.offer.distributor.monthly.net,
            commission=newest.commission.total,
            created=by,
            changed=by,
        )
        store.add_quote(record)
    return record


def all_quotes(workplace: Workplace) -> tuple[QuoteHead, ...]:
    """Return every saved quote, the newest first."""
    with workplace.storage.reading() as store:
        return store.quotes()


def find(workplace: Workplace, number: str) -> Saved:
    """Return a quote under the prices it keeps; RefusedError where there is none.

    TR-2026-0001 is its newest revision, TR-2026-0001-A its first.
    """
    with workplace.storage.reading() as store:
        record = known(store, number)
    return Saved(record, priced(record.quote, Catalogue.of(record.prices), workplace))


def known(store: Store, number: str) -> QuoteRecord:
    """Return a quote as it is saved, found and refused as `find` does."""
    record = store.quote(*named(number))
    if record is None:
        raise RefusedError(error("quote_unknown", number=number))
    return record


@dataclass(frozen=True, slots=True)
class LineRepricing:
    """A line's monthly, one-off and annual amounts, before and after."""

    place: str
    name: Localized
    before: tuple[Amount | None, Amount | None, Amount | None]
    after: tuple[Amount | None, Amount | None, Amount | None]

    @property
    def changed(self) -> bool:
        """Whether any of them moves."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Repricing:
    """A quote under the prices it keeps, and under those of today."""

    record: QuoteRecord
    old: PricedQuote
    new: PricedQuote
    lines: tuple[LineRepricing, ...]
    accepted: bool


def reprice(workplace: Workplace, number: str, *, accept: bool) -> Repricing:
    """Compare, and where accepted keep today's prices from now on.

    RefusedError where there is no such quote, and where it is to be accepted
    under prices that an error keeps it from.
    """
    saved = find(workplace, number)
    today = catalogue(workplace)
    new = priced(saved.record.quote, today, workplace)
    lines = tuple(_lines(saved.priced.offer, new.offer))
    if accept and new.refused:
        raise RefusedError(*new.problems)
    if accept:
        record = recorded(saved.record, new, workplace.stamp())
        with workplace.storage.writing() as store:
            store.save_quote(record)
    return Repricing(saved.record, saved.priced, new, lines, accept)


def _lines(old: Offer, new: Offer) -> Iterator[LineRepricing]:
    """Pair the lines of one quote under two sets of prices."""
    for before, after in zip(old.lines, new.lines, strict=True):
        yield LineRepricing(after.place, after.name, _amounts(before), _amounts(after))


def _amounts(
    line: OfferLine,
) -> tuple[Amount | None, Amount | None, Amount | None]:
    """Return a line's amounts in the order that they are shown."""
    return line.monthly, line.once, line.annual

"""The list of quotes, out of what a store in memory holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.choices import Status
from app.domain.contract import Contract
from app.domain.falling_due import falling_due
from app.domain.lifecycle import labelled_exactly
from app.domain.listing import REVISIONS, Chosen, Filter, ListedQuote, Wanted, newest
from app.domain.money import Amount
from app.domain.order import Signatory
from app.domain.overview import (
    SOON,
    Duty,
    Earned,
    Overview,
    Stage,
    every_month,
    every_stage,
    first_month,
)
from app.domain.period import Period
from app.domain.sell_out import Sale, Ware, sold_on
from app.ports import (
    QuoteHead,
    QuoteRecord,
)
from tests.fakes.store import FakeStore, head_of


@dataclass
class FakeQuoteList:
    """app.ports.QuoteList over what a FakeStore holds."""

    store: FakeStore

    def counts(self, today: date) -> Mapping[Filter, int]:
        return self.counts_of(Wanted(today=today))

    def counts_of(self, wanted: Wanted) -> Mapping[Filter, int]:
        return {
            each: sum(
                newest(place) == place
                for place in self.places(replace(wanted, filter=each))
            )
            for each in Filter
        }

    def places(self, wanted: Wanted, most: int | None = None) -> Sequence[int]:
        rows = self._every()
        shown: set[int] = set()
        for place in rows:
            top = rows[newest(place)]
            if not _passes(top, wanted) or not (place == top.place or wanted.words):
                continue
            if _holds(rows[place], top, wanted):
                shown.add(place)
        shown -= {each for each in shown if each != newest(each) in shown}
        shown |= set(map(newest, shown))
        unfolded = (each for each in rows if rows[each].number in wanted.unfolded)
        shown |= {each for each in unfolded if newest(each) in shown}
        return sorted(shown, reverse=True)[:most]

    def rows(self, places: Sequence[int]) -> tuple[ListedQuote, ...]:
        rows = self._every()
        return tuple(rows[each] for each in places if each in rows)

    def earned(self, places: Sequence[int]) -> Mapping[int, Amount]:
        known = {
            (each.quote.proposal.number, each.quote.proposal.revision): each
            for each in self.store.salvaged()
        }
        found = {
            each.place: known[each.number, each.revision] for each in self.rows(places)
        }
        return {
            place: record.commission
            for place, record in found.items()
            if record.monthly and record.commission
        }

    def earned_together(self, places: Sequence[int]) -> tuple[Amount, ...]:
        known, sums = self.earned(places), dict[str, Amount]()
        for row in self.rows(places):
            if row.place in known and row.status != "superseded":
                amount = known[row.place]
                held = sums.get(amount.currency)
                sums[amount.currency] = held + amount if held else amount
        return tuple(sums.values())

    def named(self, number: str, revision: str) -> ListedQuote | None:
        wanted = (number, revision)
        every = self._every().values()
        return next((x for x in every if (x.number, x.revision) == wanted), None)

    def chosen(self, places: Sequence[int]) -> Chosen:
        rows = self.rows(places)
        sums: dict[str, Amount] = {}
        for row in rows:
            if row.amount and row.status != "superseded":
                currency = row.amount.currency
                held = sums.get(currency)
                sums[currency] = held + row.amount if held else row.amount
        away = sum(row.archived_on is not None for row in rows)
        return Chosen(len(rows), away, tuple(sums.values()))

    def overview(self, today: date, most: int) -> Overview:
        newest_rows = [row for row in self._every().values() if not row.newer]
        standing = [row for row in newest_rows if row.archived_on is None]
        duties = sorted(
            self._duties(standing, today),
            key=lambda each: (bool(each.waits_for), each.day, each.number),
        )
        return Overview(
            duties=tuple(duties[:most]),
            more=len(duties[most:]),
            stages=every_stage(_stages(standing, today)),
            months=every_month(self._months(today), today),
            uncounted=len(self.uncounted()),
        )

    def uncounted(self) -> tuple[str, ...]:
        return tuple(
            labelled_exactly(each.quote.proposal.number, each.quote.proposal.revision)
            for each in self.store.salvaged()
            if each.lifecycle.status is Status.ACCEPTED
            and each.monthly
            and not each.commission
        )

    def signed(self, period: Period) -> Sequence[int]:
        days = map(_sold_on, self.store.salvaged())
        return [at for at, day in enumerate(days) if day and day in period]

    def sales(self, which: Sequence[int]) -> tuple[Sale, ...]:
        records = self.store.salvaged()
        return tuple(
            Sale(
                on=day,
                lines=tuple(line for _, line in records[at].quote.proposal.heads()),
                wares={
                    item.sku: Ware.of(item)
                    for one in records[at].prices
                    for item in one.items
                },
            )
            for at in which
            if (day := _sold_on(records[at]))
        )

    def _duties(self, standing: list[ListedQuote], today: date) -> Iterator[Duty]:
        for row in standing:
            near = row.ends and today - SOON <= row.ends <= today + SOON
            if near and row.ends and row.stands in (Status.DRAFT, Status.PRESENTED):
                yield _duty(row, row.ends, Contract())
        for record in self.store.salvaged():
            answered = record.lifecycle.answered_on
            stands = record.lifecycle.status is Status.ACCEPTED
            if not stands or not answered or record.lifecycle.archived_on:
                continue
            if falling_due(record.contract).waits_for:
                row = _listed(head_of(record), 0, 0, 0)
                yield _duty(row, answered, record.contract)

    def _months(self, today: date) -> list[Earned]:
        sums: dict[tuple[date, str], list[int]] = {}
        for record in self.store.salvaged():
            due = falling_due(record.contract)
            day = due.on or record.lifecycle.answered_on
            accepted = record.lifecycle.status is Status.ACCEPTED
            if not accepted or due.lost or not day or not record.monthly:
                continue
            if day >= first_month(today):
                key = day.replace(day=1), record.monthly.currency
                cents = record.commission.cents if record.commission else 0
                sums.setdefault(key, [0, 0])[due.on is None] += cents
        return [
            Earned(month, Amount(due, currency), Amount(expected, currency))
            for (month, currency), (due, expected) in sums.items()
        ]

    def _every(self) -> dict[int, ListedQuote]:
        families: dict[str, list[tuple[int, QuoteHead]]] = {}
        quotes = self.store.quotes()
        for at, head in enumerate(quotes):
            serial = len(quotes) - at
            families.setdefault(head.number, []).append((serial, head))
        rows = {}
        for family in families.values():
            for newer, (_, head) in enumerate(family):
                place = family[0][0] * REVISIONS + REVISIONS - 1 - newer
                rows[place] = _listed(head, place, len(family) - 1 - newer, newer)
        return rows


def _listed(head: QuoteHead, place: int, earlier: int, newer: int) -> ListedQuote:
    away, ends = head.lifecycle.archived_on, head.valid_until
    return ListedQuote(
        place=place,
        number=head.number,
        revision=head.revision,
        customer=head.customer,
        title=head.title,
        status=head.lifecycle.status.value,
        archived_on=away.isoformat() if away else None,
        date=head.date.isoformat(),
        valid_until=ends.isoformat() if ends else None,
        term=head.term.value if head.term else None,
        monthly=head.monthly.cents if head.monthly else None,
        currency=head.monthly.currency if head.monthly else None,
        earlier=earlier,
        newer=newer,
    )


def _duty(row: ListedQuote, day: date, contract: Contract) -> Duty:
    known = replace(contract, signatory=Signatory(), delivered_on=None)
    return Duty(
        number=row.number,
        revision=row.revision,
        customer=row.customer,
        status=row.stands,
        day=day,
        contract=known,
    )


def _stages(standing: list[ListedQuote], today: date) -> list[Stage]:
    found: dict[tuple[Status, str | None], list[ListedQuote]] = {}
    for row in standing:
        found.setdefault((row.shown(today), row.currency), []).append(row)
    return [
        Stage(status, len(rows), _sum(rows, currency))
        for (status, currency), rows in found.items()
    ]


def _sum(rows: list[ListedQuote], currency: str | None) -> Amount | None:
    known = [row.monthly for row in rows if row.monthly is not None]
    return Amount(sum(known), currency) if currency and known else None


def _passes(top: ListedQuote, wanted: Wanted) -> bool:
    if top.archived_on is not None:
        return wanted.filter is Filter.ARCHIVED
    shown = top.shown(wanted.today)
    return wanted.filter in (Filter.ALL.value, shown.value)


def _holds(row: ListedQuote, top: ListedQuote, wanted: Wanted) -> bool:
    texts = [row.number, row.revision]
    if not wanted.by_number:
        texts += [row.customer, row.title]
    words = re.findall(r"[^\W_]+", _plain(" ".join(texts)))

    def held(word: str) -> bool:
        return any(each.startswith(_plain(word)) for each in words)

    if all(map(held, wanted.words)):
        return True
    shown = top.shown(wanted.today)
    return any(
        shown in statuses and all(held(w) for w in wanted.words if w != word)
        for word, statuses in wanted.named.items()
    )


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return "".join(s for s in apart if not unicodedata.combining(s)).lower()


def _sold_on(record: QuoteRecord) -> date | None:
    return sold_on(record.lifecycle.status, record.contract)

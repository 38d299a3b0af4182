"""A store that keeps everything in memory."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.choices import Status
from app.domain.identity import Customer
from app.domain.known_customer import NOBODY, KnownCustomer, is_meant, learnt
from app.domain.lifecycle import exact, named
from app.domain.money import Amount
from app.domain.price_list import PriceList
from app.domain.problems import RefusedError, UnavailableError, error
from app.ports import (
    CustomerRecord,
    Enriched,
    Event,
    IssuedDocument,
    ListRecord,
    OfferMatrix,
    Progress,
    QuoteHead,
    QuoteRecord,
    QuoteWithPapers,
    Stamp,
    unwatched,
)


@dataclass
class FakeStore:
    """app.ports.Store in memory; passes the same contract tests as the real one."""

    letters: str = "XYZ"
    writable: bool = True
    _lists: list[tuple[ListRecord, PriceList]] = field(default_factory=list)
    _matrices: dict[str, OfferMatrix] = field(default_factory=dict)
    _quotes: list[QuoteRecord] = field(default_factory=list)
    _documents: list[tuple[str, IssuedDocument]] = field(default_factory=list)
    _events: list[Event] = field(default_factory=list)
    _customers: dict[str, CustomerRecord] = field(default_factory=dict)
    _named: dict[str, str] = field(default_factory=dict)
    _made: dict[str, str] = field(default_factory=dict)
    counters: dict[tuple[str, int], int] = field(default_factory=dict)

    def price_lists(self) -> tuple[ListRecord, ...]:
        return tuple(record for record, _ in self._lists)

    def price_list(self, list_id: str, version: str) -> PriceList | None:
        wanted = (list_id, version)
        found = (one for _, one in self._lists if (one.list_id, one.version) == wanted)
        return next(found, None)

    def add_price_list(
        self,
        price_list: PriceList,
        source: str,
        by: Stamp,
        progress: Progress = unwatched,
        *,
        enriched: Enriched | None = None,
    ) -> None:
        self._must_be_writable()
        list_id, version = price_list.list_id, price_list.version
        if self.price_list(list_id, version):
            problem = error("version_exists", list_id=list_id, version=version)
            raise RefusedError(problem)
        record = _list_record(price_list, source, by)
        progress(record.items, record.items)
        self._lists.append((record, price_list))
        about = ("price_list", list_id, f"{list_id} {version}")
        self._note("price_list_added", about, by, None, record)
        if enriched is not None:
            made, matrix = enriched.price_list, enriched.matrix
            self._matrices[list_id] = matrix
            if made is not price_list:
                self.add_price_list(made, matrix.source, by, progress)

    def retire_price_lists(
        self, list_id: str, versions: Sequence[str], by: Stamp, *, back: bool = False
    ) -> None:
        self._must_be_writable()
        for at, (record, price_list) in enumerate(self._lists):
            named = record.list_id == list_id and record.version in versions
            if named and record.in_use != back:
                now = replace(record, retired=None if back else by)
                self._lists[at] = now, price_list
                what = "price_list_reinstated" if back else "price_list_retired"
                about = ("price_list", list_id, f"{list_id} {record.version}")
                self._note(what, about, by, record, now)

    def offer_matrix(self, list_id: str) -> OfferMatrix | None:
        return self._matrices.get(list_id)

    def keep_offer_matrix(self, list_id: str, matrix: OfferMatrix) -> None:
        self._must_be_writable()
        self._matrices[list_id] = matrix

    def archive_quotes(
        self, names: Sequence[str], on: date | None, by: Stamp
    ) -> tuple[str, ...]:
        self._must_be_writable()
        found = {}
        for name in names:
            record = self.quote(*named(name))
            if record is None:
                raise RefusedError(error("quote_unknown", number=name))
            if (record.lifecycle.archived_on is None) is not (on is None):
                found[record.id] = record
        for record in found.values():
            stands = replace(record.lifecycle, archived_on=on)
            self.save_quote(replace(record, lifecycle=stands, changed=by))
        return tuple(exact(record.quote.proposal) for record in found.values())

    def draw_number(self, prefix: str, year: int) -> str:
        self._must_be_writable()
        key = (prefix or self.letters, year)
        while True:
            self.counters[key] = self.counters.get(key, 0) + 1
            number = f"{key[0]}-{year}-{self.counters[key]:04}"
            if self.quote(number) is None:
                return number

    def add_quote(self, record: QuoteRecord) -> None:
        self._must_be_writable()
        self._refuse_taken(record)
        self._name_customer(record)
        self._quotes.append(record)
        self._note("quote_added", _about(record), record.changed, None, record)

    def save_quote(self, record: QuoteRecord) -> QuoteRecord:
        self._must_be_writable()
        places = [i for i, one in enumerate(self._quotes) if one.id == record.id]
        if not places or self._quotes[places[0]].edition != record.edition:
            raise RefusedError(error("edited_elsewhere", number=_name(record)))
        self._refuse_taken(record)
        before = self._quotes[places[0]]
        if before.lifecycle.frozen and _said(before) != _said(record):
            raise RefusedError(error("quote_issued", number=_name(record)))
        named = before.quote.proposal.customer
        if record.quote.proposal.customer != named:
            self._name_customer(record, named)
        saved = replace(record, edition=record.edition + 1)
        self._quotes[places[0]] = saved
        self._note("quote_saved", _about(saved), saved.changed, before, saved)
        return saved

    def issue_quote(
        self, record: QuoteRecord, documents: tuple[IssuedDocument, ...]
    ) -> QuoteRecord:
        saved = self.save_quote(record)
        self._documents.extend((record.id, each) for each in documents)
        return saved

    def revise_quote(self, old: QuoteRecord, new: QuoteRecord) -> None:
        self._refuse_taken(new)
        self.save_quote(old)
        self.add_quote(new)

    def keep_commissions(self, earned: Mapping[str, Amount]) -> None:
        self._must_be_writable()
        for at, one in enumerate(self._quotes):
            amount = earned.get(one.id)
            if one.commission or not amount or not one.monthly:
                continue
            if amount.currency == one.monthly.currency:
                self._quotes[at] = replace(one, commission=amount)

    def take_in(
        self,
        taken: Iterable[QuoteWithPapers],
        customers: Sequence[CustomerRecord],
        by: Stamp,
        along: Callable[[], None] = lambda: None,
    ) -> None:
        before = copy.deepcopy(self.__dict__)
        arrived: list[tuple[str, IssuedDocument]] = []
        try:
            self.keep_customers(customers, by)
            for record, papers in taken:
                if record.edition:
                    self.save_quote(record)
                else:
                    self.add_quote(replace(record, edition=1))
                arrived += [(record.id, each) for each in papers]
            along()
        except Exception:
            self.__dict__.update(before)
            raise
        held = {(key, each.sha256) for key, each in self._documents}
        self._documents += [
            (key, each) for key, each in arrived if (key, each.sha256) not in held
        ]

    def issued_documents(self, quote_id: str) -> tuple[IssuedDocument, ...]:
        return tuple(each for held, each in self._documents if held == quote_id)

    def quote(self, number: str, revision: str | None = None) -> QuoteRecord | None:
        found = [
            one
            for one in reversed(self._quotes)
            if one.quote.proposal.number == number
            and revision in (None, one.quote.proposal.revision)
        ]
        return found[0] if found else None

    def quotes(self) -> tuple[QuoteHead, ...]:
        return tuple(map(head_of, reversed(self._quotes)))

    def revisions(self, number: str) -> tuple[QuoteHead, ...]:
        return tuple(each for each in self.quotes() if each.number == number)

    def quotes_under(
        self, list_id: str, statuses: Collection[Status]
    ) -> tuple[QuoteHead, ...]:
        return tuple(
            head_of(each)
            for each in reversed(self._quotes)
            if each.lifecycle.status in statuses
            and any(kept.list_id == list_id for kept in each.prices)
        )

    def customers(self, *, alone: bool = False) -> tuple[CustomerRecord, ...]:
        if alone:
            return tuple(self._customers.values())
        quotes: dict[str, list[QuoteHead]] = {key: [] for key in self._customers}
        for each in reversed(self._quotes):
            quotes[self._standing_for(self._named[each.id])].append(head_of(each))
        return tuple(
            replace(each, quotes=tuple(quotes[key]))
            for key, each in self._customers.items()
        )

    def customer_of(self, quote_id: str) -> CustomerRecord | None:
        named = self._named.get(quote_id)
        return self._customers[self._standing_for(named)] if named else None

    def keep_customers(
        self, records: Sequence[CustomerRecord], by: Stamp
    ) -> tuple[CustomerRecord, ...]:
        self._must_be_writable()
        for each in records:
            before = self._customers.get(each.id)
            if (before.edition if before else 0) != each.edition:
                name = each.customer.name
                raise RefusedError(error("customer_edited_elsewhere", name=name))
        return tuple(self._keep_customer(each, by) for each in records)

    def _keep_customer(self, record: CustomerRecord, by: Stamp) -> CustomerRecord:
        before = self._customers.get(record.id)
        kept = replace(record, edition=record.edition + 1, changed=by)
        self._customers[record.id] = replace(kept, quotes=())
        what = "customer_changed" if before else "customer_added"
        about = ("customer", record.id, record.customer.name)
        self._note(what, about, by, before, kept)
        return kept

    def _standing_for(self, key: str) -> str:
        while self._customers[key].merged_into:
            key = self._customers[key].merged_into
        return key

    def events(self) -> tuple[Event, ...]:
        return tuple(self._events)

    def salvaged(self) -> tuple[QuoteRecord, ...]:
        return tuple(self._quotes)

    def _refuse_taken(self, record: QuoteRecord) -> None:
        taken = {_name(one) for one in self._quotes if one.id != record.id}
        if _name(record) in taken:
            raise RefusedError(error("number_taken", number=_name(record)))

    def _must_be_writable(self) -> None:
        if not self.writable:
            raise UnavailableError(error("database_unwritable", path=""))

    def _name_customer(self, record: QuoteRecord, before: Customer = NOBODY) -> None:
        said, by = record.quote.proposal.customer, record.changed
        known = self._named.get(record.id, "")
        found = sorted(
            (
                each
                for each in self._customers.values()
                if is_meant(each.customer, said)
            ),
            key=lambda each: (
                each.id != known,
                each.customer.vat_number != said.vat_number,
            ),
        )
        typed = self._typed(record, known)
        row = found[0] if found else typed
        if row is None:
            key = f"customer {len(self._customers)}"
            new = KnownCustomer(customer=said)
            self._made[key] = record.id
            row = CustomerRecord(id=key, known=new, edition=1, changed=by)
            self._customers[key] = row
        elif typed and typed is not row:
            nobody = replace(typed.known, customer=replace(typed.customer, name=""))
            self._keep_customer(replace(typed, known=nobody, merged_into=row.id), by)
        self._named[record.id] = row.id
        whole = learnt(row.known, said, before if row is typed else NOBODY)
        if whole != row.known:
            self._keep_customer(replace(row, known=whole), by)

    def _typed(self, record: QuoteRecord, known: str) -> CustomerRecord | None:
        name = record.quote.proposal.customer.name
        mine = self._made.get(known) == record.id
        others = [q for q, c in self._named.items() if c == known and q != record.id]
        if not mine or others:
            return None
        was = self._customers[known].customer.name
        typed_on = name.startswith(was) or was.startswith(name)
        return self._customers[known] if typed_on else None

    def _note(
        self,
        what: str,
        about: tuple[str, str, str],
        by: Stamp,
        before: object,
        after: object,
    ) -> None:
        states = [
            json.dumps({} if one is None else {what: repr(one)})
            for one in (before, after)
        ]
        self._events.append(
            Event(
                at=by.at,
                who=by.who,
                what=what,
                entity=about[0],
                entity_id=about[1],
                subject=about[2],
                before=states[0],
                after=states[1],
            )
        )


def _name(record: QuoteRecord) -> str:
    proposal = record.quote.proposal
    return f"{proposal.number} {proposal.revision}".strip()


def _said(record: QuoteRecord) -> tuple[object, ...]:
    return record.quote.proposal, record.prices, record.monthly


def _about(record: QuoteRecord) -> tuple[str, str, str]:
    return "quote", record.id, _name(record)


def _list_record(price_list: PriceList, source: str, by: Stamp) -> ListRecord:
    return ListRecord(
        list_id=price_list.list_id,
        version=price_list.version,
        fingerprint=price_list.fingerprint,
        file_fingerprint=price_list.file_fingerprint,
        distributor=price_list.distributor,
        country=price_list.country,
        currency=price_list.currency,
        valid_from=price_list.valid_from,
        valid_to=price_list.valid_to,
        items=len(price_list.items),
        source=source,
        imported=by,
    )


def head_of(record: QuoteRecord) -> QuoteHead:
    """Return what the list of quotes says of one."""
    proposal = record.quote.proposal
    return QuoteHead(
        id=record.id,
        number=proposal.number,
        revision=proposal.revision,
        customer=proposal.customer.name,
        title=proposal.title,
        lifecycle=record.lifecycle,
        date=proposal.date,
        valid_until=proposal.valid_until,
        term=proposal.term,
        monthly=record.monthly,
    )

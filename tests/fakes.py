"""A clock that tests set, and a store that keeps everything in memory."""

from __future__ import annotations

import copy
import json
import pickle
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from app.domain.choices import Status
from app.domain.contract import Contract
from app.domain.falling_due import falling_due
from app.domain.identity import Customer
from app.domain.known_customer import NOBODY, KnownCustomer, is_meant, learnt
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
from app.domain.price_list import PriceList
from app.domain.problems import Problems, RefusedError, UnavailableError, error
from app.domain.sell_out import Sale, Ware, sold_on
from app.ports import (
    Backup,
    CustomerRecord,
    Enriched,
    Event,
    IssuedDocument,
    ListRecord,
    OfferMatrix,
    Progress,
    QuoteHead,
    QuoteList,
    QuoteRecord,
    QuoteWithPapers,
    Stamp,
    Store,
    unwatched,
)


@dataclass
class FakeClock:
    """Stands still at a moment that a test may set, backwards too."""

    moment: datetime = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


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
        new: Sequence[QuoteWithPapers],
        changed: Sequence[QuoteWithPapers],
        customers: Sequence[CustomerRecord],
        by: Stamp,
        along: Callable[[], None] = lambda: None,
    ) -> None:
        before = copy.deepcopy(self.__dict__)
        try:
            self.keep_customers(customers, by)
            for record, _ in new:
                self.add_quote(record)
            for record, _ in changed:
                self.save_quote(record)
            along()
        except RefusedError:
            self.__dict__.update(before)
            raise
        held = {(key, each.sha256) for key, each in self._documents}
        self._documents += [
            (record.id, each)
            for record, papers in (*new, *changed)
            for each in papers
            if (record.id, each.sha256) not in held
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
        return tuple(map(_head, reversed(self._quotes)))

    def revisions(self, number: str) -> tuple[QuoteHead, ...]:
        return tuple(each for each in self.quotes() if each.number == number)

    def quotes_under(
        self, list_id: str, statuses: Collection[Status]
    ) -> tuple[QuoteHead, ...]:
        return tuple(
            _head(each)
            for each in reversed(self._quotes)
            if each.lifecycle.status in statuses
            and any(kept.list_id == list_id for kept in each.prices)
        )

    def customers(self, *, alone: bool = False) -> tuple[CustomerRecord, ...]:
        if alone:
            return tuple(self._customers.values())
        quotes: dict[str, list[QuoteHead]] = {key: [] for key in self._customers}
        for each in reversed(self._quotes):
            quotes[self._standing_for(self._named[each.id])].append(_head(each))
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
                row = _listed(_head(record), 0, 0, 0)
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


@dataclass
class FakeStorage:
    """app.ports.Storage whose database is a FakeStore; backups are files.

    `locked_elsewhere` says that another program holds the data lock.
    """

    folder: Path
    store: FakeStore = field(default_factory=FakeStore)
    problems: Problems = ()
    locked_elsewhere: bool = False
    moment: datetime = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
    backup_fails: Problems = ()
    write_fails: Problems = ()
    read_fails: Problems = ()
    templates: dict[str, bytes] = field(default_factory=dict)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        if self.read_fails:
            raise UnavailableError(*self.read_fails)
        yield replace(self.store, writable=False)

    def ready(self, *, whole: bool) -> None:
        if whole and self.problems:
            raise UnavailableError(*self.problems)

    @contextmanager
    def listing(self, *, patient: bool = True) -> Iterator[QuoteList]:
        del patient
        with self.reading():
            yield FakeQuoteList(self.store)

    @contextmanager
    def locked(self) -> Iterator[None]:
        if self.locked_elsewhere:
            raise UnavailableError(error("data_locked", path=str(self.folder)))
        yield

    @contextmanager
    def writing(self) -> Iterator[Store]:
        if self.write_fails:
            raise UnavailableError(*self.write_fails)
        with self.locked():
            yield self.store

    def check(self) -> Problems:
        return self.problems

    def backup(self, file: Path) -> None:
        if file.exists():
            raise UnavailableError(error("file_exists", path=str(file)))
        file.write_bytes(pickle.dumps(self.store))

    def kept_templates(self, file: Path) -> Mapping[str, bytes]:
        del file
        return self.templates

    def restore(self, file: Path) -> Path | None:
        if not file.exists():
            raise UnavailableError(error("file_missing", path=str(file)))
        restored: FakeStore = pickle.loads(file.read_bytes())
        kept = self.folder / "kept"
        with self.locked():
            self.backup(kept)
            restored.letters = self.store.letters
            for key, last in self.store.counters.items():
                restored.counters[key] = max(last, restored.counters.get(key, 0))
            self.store = restored
        return kept

    def begin_anew(self) -> Path | None:
        self.store, self.problems = FakeStore(), ()
        return None

    def salvaged(self) -> tuple[tuple[QuoteRecord, ...], int]:
        return self.store.salvaged(), 0

    def back_up_changes(self) -> Path | None:
        if self.backup_fails:
            raise UnavailableError(*self.backup_fails)
        content = pickle.dumps(self.store)
        kept = self.backups()
        if kept and kept[0].path.read_bytes() == content:
            return None
        file = self.folder / f"{self.moment:%Y%m%d-%H%M%S}.backup"
        file.write_bytes(content)
        return file

    def backups(self) -> tuple[Backup, ...]:
        found = sorted(self.folder.glob("*.backup"), reverse=True)
        return tuple(map(_backup, found))

    def drop(self, backup: Backup) -> None:
        backup.path.unlink(missing_ok=True)


def _backup(file: Path) -> Backup:
    content = file.read_bytes()
    held: FakeStore = pickle.loads(content)
    return Backup(
        path=file,
        at=datetime.strptime(file.stem, "%Y%m%d-%H%M%S").replace(tzinfo=UTC),
        size=len(content),
        quotes=len(held.quotes()),
        lists=len(held.price_lists()),
        automatic=True,
    )


def _sold_on(record: QuoteRecord) -> date | None:
    return sold_on(record.lifecycle.status, record.contract)


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


def _head(record: QuoteRecord) -> QuoteHead:
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

"""Two laptops: what a colleague's file brings, compared first, then taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final
from uuid import uuid4

from app import files
from app.domain.lifecycle import label
from app.domain.problems import Problem, Problems, warning
from app.exchange import parcel_file
from app.exchange.parcel import Heading, SentCustomer, SentQuote, sent_paper, state
from app.ports import (
    CustomerRecord,
    Progress,
    QuoteHead,
    QuoteRecord,
    QuoteWithPapers,
    Stamp,
    Store,
    unwatched,
)
from app.use_cases.exchanged_templates import (
    ComparedTemplate,
    compared,
    noted,
    sent_templates,
    take_templates,
)
from app.use_cases.standing import Past, Standing, add_states, standing
from app.use_cases.travelled import remember, travelled
from app.use_cases.workplace import Workplace

_BEGINNING: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedQuote:
    """How a quote that arrives stands to what is here: no more of it is held.

    `edition` is that of the one here, 0 where there is none; it may follow what
    arrives unless it was handed over with another content.
    """

    id: str
    number: str
    revision: str
    standing: Standing
    states: tuple[str, ...]
    frozen: bool
    edition: int = 0
    may_follow: bool = False

    @property
    def name(self) -> str:
        """How people name it."""
        return label(self.number, self.revision)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedCustomer:
    """A customer that arrives, and how it stands to the one here."""

    record: CustomerRecord
    standing: Standing
    states: tuple[str, ...]
    edition: int = 0

    @property
    def id(self) -> str:
        """What tells it from others."""
        return self.record.id

    @property
    def name(self) -> str:
        """What it is called."""
        return self.record.customer.name


@dataclass(frozen=True, slots=True)
class Delivery:
    """A file looked through: nothing of it is written yet."""

    file: parcel_file.Found
    quotes: tuple[ComparedQuote, ...]
    customers: tuple[ComparedCustomer, ...]
    templates: tuple[ComparedTemplate, ...]

    @property
    def sent(self) -> Stamp:
        """Who sent it, and when."""
        return self.file.heading.sent


def send(workplace: Workplace, folder: Path, progress: Progress = unwatched) -> Path:
    """Write quotes, customers and templates into a file for a colleague; return where.

    It holds notes and commissions: its name says so. `progress` hears of each record,
    one at a time is held. RefusedError, and no file, where it could not be read again.
    """
    past = travelled(workplace)
    states: list[tuple[str, str]] = []
    with workplace.storage.reading() as store:
        heads, people = store.quotes()[::-1], store.customers(alone=True)
        heading = Heading(
            sent=workplace.stamp(),
            quotes=len(heads),
            customers=len(people),
            templates=sent_templates(workplace, past),
        )
        parcel_file.refuse_too_many(heading)
        leaving: Iterator[parcel_file.SentRecord] = chain(
            (_sent(store, head, past) for head in heads),
            (SentCustomer(record=one, past=past.get(one.id, ())) for one in people),
        )

        def told() -> Iterator[parcel_file.SentRecord]:
            for done, each in enumerate(leaving):
                progress(done, heading.records)
                states.append((each.record.id, state(each.record)))
                yield each

        def write(file: BinaryIO) -> None:
            parcel_file.write(file, heading, told())
            progress(heading.records, heading.records)

        day = workplace.clock.today().isoformat()
        name = f"CONFIDENTIAL-waas-exchange-{day}.waas-exchange"
        written = files.write_beside_in_parts(folder / name, write)
    for key, one in states:
        add_states(past, key, (one,))
    noted(past, heading.templates)
    remember(workplace, past)
    return written


def is_exchange(path: Path) -> bool:
    """Tell whether a file says that it is one of a colleague's."""
    try:
        with path.open("rb") as file:
            return parcel_file.is_parcel(file.read(_BEGINNING))
    except (OSError, ValueError):
        return False


def look_at(
    workplace: Workplace, path: Path, progress: Progress = unwatched
) -> Delivery:
    """Compare what a file brings; RefusedError where it is not in order.

    `progress` hears of each record that was compared, and what it raises ends it.
    """
    found = parcel_file.find(path, lambda: progress(0, 1))
    past, total = travelled(workplace), found.heading.records
    quotes: list[ComparedQuote] = []
    customers: list[ComparedCustomer] = []
    with workplace.storage.reading() as store:
        here = _Here(store, past)
        for done, sent in parcel_file.records(found):
            progress(done, total)
            if isinstance(sent, SentQuote):
                quotes.append(here.quote(sent))
            else:
                customers.append(here.customer(sent))
    templates = compared(workplace, found.heading.templates, past)
    return Delivery(found, tuple(quotes), tuple(customers), templates)


def take_in(
    workplace: Workplace, found: Delivery, progress: Progress = unwatched
) -> Problems:
    """Take in what is new and what changed there, all or none; say what was special.

    What changed on both sides is kept twice: a draft under a number of its own, a
    customer beside the other. A quote that was handed over stays as it is here. What
    `progress` raises undoes it all.
    """
    past = travelled(workplace)
    with workplace.storage.writing() as store:
        intake = _Intake(workplace, store, found)
        people = _people(store, found)
        notes: list[Problem] = []
        total = len(intake)

        def arriving() -> Iterator[QuoteWithPapers]:
            for done, each in enumerate(intake.quotes()):
                progress(done, total)
                yield each

        def along() -> None:
            progress(total, total)
            notes.extend(take_templates(workplace, found.templates))

        store.take_in(arriving(), people, workplace.stamp(), along)
    for quote in found.quotes:
        add_states(past, quote.id, quote.states)
    for customer in found.customers:
        add_states(past, customer.id, customer.states)
    noted(past, found.file.heading.templates)
    remember(workplace, past)
    return (*intake.notes, *notes)


class _Here:
    """What is kept here, asked for one record at a time."""

    def __init__(self, store: Store, past: Past) -> None:
        """Learn what there is."""
        self._store, self._past = store, past
        self._named = {each.id: (each.number, each.revision) for each in store.quotes()}
        self._taken = set(self._named.values())
        self._people = {each.id: each for each in store.customers(alone=True)}

    def quote(self, sent: SentQuote) -> ComparedQuote:
        """Compare a quote with the one of its id."""
        record, named = sent.record, self._named.get(sent.record.id)
        here = None if named is None else _named(self._store, *named)
        number = _numbered(record)
        stands = self._stands(sent, here)
        if here is None and number in self._taken:
            stands = Standing.NUMBER
        return ComparedQuote(
            id=record.id,
            number=number[0],
            revision=number[1],
            standing=stands,
            states=(*sent.past, state(record)),
            frozen=record.lifecycle.frozen,
            edition=here.edition if here else 0,
            may_follow=here is not None and _may_follow(here, record),
        )

    def customer(self, sent: SentCustomer) -> ComparedCustomer:
        """Compare a customer with the one of its id."""
        record = replace(sent.record, quotes=())
        here = self._people.get(record.id)
        return ComparedCustomer(
            record=record,
            standing=self._stands(sent, here),
            states=(*sent.past, state(record)),
            edition=here.edition if here else 0,
        )

    def _stands(
        self, sent: parcel_file.SentRecord, here: QuoteRecord | CustomerRecord | None
    ) -> Standing:
        """Say who changed a record since it last travelled."""
        if here is None:
            return Standing.NEW
        known = self._past.get(here.id, ())
        return standing(state(here), state(sent.record), sent.past, known)


@dataclass(frozen=True, slots=True)
class _Place:
    """As what a quote is kept: over an edition, 0 for none, or under another number."""

    edition: int = 0
    number: str = ""


class _Intake:
    """What becomes of each quote that arrives."""

    def __init__(self, workplace: Workplace, store: Store, found: Delivery) -> None:
        """Sort them."""
        self._workplace, self._store, self._file = workplace, store, found.file
        self._numbers = {each.number for each in found.quotes}
        self._taken = {(each.number, each.revision) for each in store.quotes()}
        self._places: dict[int, _Place] = {}
        self.notes: list[Problem] = []
        for at, each in enumerate(found.quotes):
            if _moves(each):
                self._sort(at, each)

    def __len__(self) -> int:
        """Count those that are kept."""
        return len(self._places)

    def quotes(self) -> Iterator[QuoteWithPapers]:
        """Yield what is to be kept, as the store takes it in."""
        for at, sent in parcel_file.records(self._file, self._places):
            if isinstance(sent, SentQuote):
                yield _kept(sent, self._places[at])

    def _sort(self, at: int, each: ComparedQuote) -> None:
        """Add it, change what is here, or keep both."""
        free = not each.edition and (each.number, each.revision) not in self._taken
        if free:
            self._places[at] = _Place()
        elif each.standing is Standing.THERE and each.may_follow:
            self._places[at] = _Place(edition=each.edition)
        elif not each.frozen:
            number = self._own_number()
            self._places[at] = _Place(number=number)
            self.notes.append(
                warning("exchange_kept_twice", number=each.name, other=number)
            )
        elif not each.edition:
            self.notes.append(warning("exchange_number_taken", number=each.name))
        else:
            self.notes.append(warning("exchange_frozen_both", number=each.name))

    def _own_number(self) -> str:
        """Draw the next number that none has on either side."""
        seller, day = self._workplace.settings.seller, self._workplace.clock.today()
        number = self._store.draw_number(seller.prefix, day.year)
        while number in self._numbers:
            number = self._store.draw_number(seller.prefix, day.year)
        return number


def _kept(sent: SentQuote, place: _Place) -> QuoteWithPapers:
    """Return a quote as it is to be kept; one with another number is a new draft."""
    record, papers = sent.record, tuple(paper.document for paper in sent.papers)
    if not place.number:
        return replace(record, edition=place.edition), papers
    proposal = replace(record.quote.proposal, number=place.number, revision="")
    quote = replace(record.quote, proposal=proposal)
    return replace(record, id=str(uuid4()), quote=quote, edition=0), ()


def _moves(each: ComparedQuote | ComparedCustomer) -> bool:
    """Tell whether what arrives is to be kept."""
    return each.standing not in (Standing.SAME, Standing.HERE)


def _people(store: Store, found: Delivery) -> list[CustomerRecord]:
    """Return the customers to be kept; one is merged only where that leads to one."""
    arriving = [_customer(each) for each in found.customers if _moves(each)]
    everyone = (*store.customers(alone=True), *arriving)
    merged = {each.id: each.merged_into for each in everyone}
    return [
        each if _leads_on(each.id, merged) else replace(each, merged_into="")
        for each in arriving
    ]


def _leads_on(one: str, merged: Mapping[str, str]) -> bool:
    """Tell whether a customer, or whatever it was merged into, is there."""
    seen: set[str] = set()
    while one in merged and one not in seen:
        seen.add(one)
        one = merged[one]
    return not one


def _customer(each: ComparedCustomer) -> CustomerRecord:
    """Return a customer as it is to be kept: of two, beside the one that is here."""
    if each.standing in (Standing.NEW, Standing.THERE):
        return replace(each.record, edition=each.edition)
    return replace(each.record, id=uuid4().hex, merged_into="", edition=0)


def _may_follow(here: QuoteRecord, there: QuoteRecord) -> bool:
    """Tell whether what is here may become what is there: not what was handed over."""
    if not here.lifecycle.frozen:
        return True
    mine = here.quote.proposal, here.prices, here.monthly
    return mine == (there.quote.proposal, there.prices, there.monthly)


def _numbered(record: QuoteRecord) -> tuple[str, str]:
    """Return the number and the revision."""
    return record.quote.proposal.number, record.quote.proposal.revision


def _named(store: Store, number: str, revision: str) -> QuoteRecord:
    """Return a quote that the store has just named."""
    found = store.quote(number, revision)
    if found is None:
        raise LookupError(number)
    return found


def _sent(store: Store, head: QuoteHead, past: Past) -> SentQuote:
    """Return a quote with all its papers."""
    record = _named(store, head.number, head.revision)
    papers = tuple(map(sent_paper, store.issued_documents(record.id)))
    return SentQuote(record=record, papers=papers, past=past.get(record.id, ()))

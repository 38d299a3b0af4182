"""Two laptops: what a colleague's file brings, compared first, then taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from app import files
from app.domain.problems import Problem, Problems, RefusedError, warning
from app.exchange import parcel, strict_json
from app.exchange.parcel import Parcel, SentCustomer, SentQuote, sent_paper, state
from app.ports import (
    CustomerRecord,
    Progress,
    QuoteHead,
    QuoteRecord,
    QuoteWithPapers,
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
from app.use_cases.issuing import name_of
from app.use_cases.standing import Past, Standing, add_states, standing
from app.use_cases.workplace import Workplace

_PAST: Final = "exchanged.json"
_BEGINNING: Final = 100
_MOST_PAST: Final = 100_000_000


@dataclass(frozen=True, slots=True)
class Compared:
    """One quote or customer that arrives, beside what is here of it."""

    name: str
    standing: Standing
    sent: SentQuote | SentCustomer
    here: QuoteRecord | CustomerRecord | None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A file looked through: nothing of it is written yet."""

    path: Path
    parcel: Parcel
    quotes: tuple[Compared, ...]
    customers: tuple[Compared, ...]
    templates: tuple[ComparedTemplate, ...]


def send(workplace: Workplace, folder: Path, progress: Progress = unwatched) -> Path:
    """Write quotes, customers and templates into a file for a colleague; return where.

    It holds notes and commissions: its name says so. `progress` hears of each quote.
    """
    past = _past(workplace)
    with workplace.storage.reading() as store:
        heads = store.quotes()[::-1]
        quotes = tuple(
            _sent(store, _of_head(store, head.number, head.revision), past)
            for head in _told(heads, progress)
        )
        customers = tuple(
            SentCustomer(record=replace(each, quotes=()), past=past.get(each.id, ()))
            for each in store.customers(alone=True)
        )
    templates = sent_templates(workplace, past)
    whole = Parcel(
        sent=workplace.stamp(), quotes=quotes, customers=customers, templates=templates
    )
    day = workplace.clock.today().isoformat()
    name = f"CONFIDENTIAL-waas-exchange-{day}.waas-exchange"
    content = parcel.write(whole)
    progress(len(quotes), len(quotes))
    written = files.write_beside(folder / name, content)
    gone: tuple[SentQuote | SentCustomer, ...] = (*quotes, *customers)
    noted(past, templates)
    _remember(workplace, past, [each.record for each in gone])
    return written


def is_exchange(path: Path) -> bool:
    """Tell whether a file says that it is one of a colleague's."""
    try:
        with path.open("rb") as file:
            return parcel.is_parcel(file.read(_BEGINNING))
    except (OSError, ValueError):
        return False


def look_at(workplace: Workplace, path: Path) -> Delivery:
    """Compare what a file brings; RefusedError where it is not in order."""
    found = parcel.read(files.read(path, parcel.MOST_BYTES))
    past = _past(workplace)
    with workplace.storage.reading() as store:
        kept = {each.id: each for each in store.customers()}
        heads = {each.id: each for each in store.quotes()}
        quotes = []
        for sent in found.quotes:
            head = heads.get(sent.record.id)
            here = _of_head(store, head.number, head.revision) if head else None
            one = _compared(name_of(sent.record), sent, here, past)
            if here is None and store.quote(*_numbered(sent.record)):
                one = replace(one, standing=Standing.NUMBER)
            quotes.append(one)
    customers = tuple(
        _compared(each.record.customer.name, each, kept.get(each.record.id), past)
        for each in found.customers
    )
    templates = compared(workplace, found.templates, past)
    return Delivery(path, found, tuple(quotes), customers, templates)


def take_in(workplace: Workplace, found: Delivery) -> Problems:
    """Take in what is new and what changed there, all or none; say what was special.

    What changed on both sides is kept twice: a draft under a number of its own, a
    customer beside the other. A quote that was handed over stays as it is here.
    """
    past = _past(workplace)
    with workplace.storage.writing() as store:
        intake = _Intake(workplace, store, found)
        for each in found.quotes:
            intake.take(each)
        people = _people(store, found)
        notes: list[Problem] = []
        store.take_in(
            intake.new,
            intake.changed,
            people,
            workplace.stamp(),
            along=lambda: notes.extend(take_templates(workplace, found.templates)),
        )
    noted(past, found.parcel.templates)
    arrived: tuple[SentQuote | SentCustomer, ...] = (
        *found.parcel.quotes,
        *found.parcel.customers,
    )
    for sent in arrived:
        add_states(past, sent.record.id, sent.past)
    _remember(workplace, past, [sent.record for sent in arrived])
    return (*intake.notes, *notes)


class _Intake:
    """What becomes of each quote that arrives."""

    def __init__(self, workplace: Workplace, store: Store, found: Delivery) -> None:
        """Begin with nothing sorted."""
        self._workplace, self._store = workplace, store
        self._numbers = {_numbered(sent.record)[0] for sent in found.parcel.quotes}
        self.new: list[QuoteWithPapers] = []
        self.changed: list[QuoteWithPapers] = []
        self.notes: list[Problem] = []

    def take(self, each: Compared) -> None:
        """Add it, change what is here, or keep both."""
        sent, here = each.sent, each.here
        if not isinstance(sent, SentQuote) or not _moves(each):
            return
        record, papers = sent.record, tuple(paper.document for paper in sent.papers)
        free = here is None and self._store.quote(*_numbered(record)) is None
        if free:
            self.new.append((replace(record, edition=1), papers))
        elif here and each.standing is Standing.THERE and _may_follow(here, record):
            self.changed.append((replace(record, edition=here.edition), papers))
        elif not record.lifecycle.frozen:
            self._keep_twice(each.name, record)
        elif here is None:
            self.notes.append(warning("exchange_number_taken", number=each.name))
        else:
            self.notes.append(warning("exchange_frozen_both", number=each.name))

    def _keep_twice(self, name: str, record: QuoteRecord) -> None:
        """Keep a draft under the next number that none has on either side."""
        seller, day = self._workplace.settings.seller, self._workplace.clock.today()
        number = self._store.draw_number(seller.prefix, day.year)
        while number in self._numbers:
            number = self._store.draw_number(seller.prefix, day.year)
        proposal = replace(record.quote.proposal, number=number, revision="")
        quote = replace(record.quote, proposal=proposal)
        own = replace(record, id=str(uuid4()), quote=quote, edition=1)
        self.notes.append(
            warning("exchange_kept_twice", number=name, other=name_of(own))
        )
        self.new.append((own, ()))


def _moves(each: Compared) -> bool:
    """Tell whether what arrives is to be kept."""
    return each.standing not in (Standing.SAME, Standing.HERE)


def _people(store: Store, found: Delivery) -> list[CustomerRecord]:
    """Return the customers to be kept; one is merged only where that leads to one."""
    arriving = [_customer(each) for each in found.customers if _moves(each)]
    merged = {each.id: each.merged_into for each in (*store.customers(), *arriving)}
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


def _customer(each: Compared) -> CustomerRecord:
    """Return a customer as it is to be kept: of two, beside the one that is here."""
    record, here = each.sent.record, each.here
    if not isinstance(record, CustomerRecord):
        raise TypeError(record)
    if isinstance(here, CustomerRecord) and each.standing is Standing.THERE:
        return replace(record, edition=here.edition)
    if here is not None:
        return replace(record, id=uuid4().hex, merged_into="", edition=0)
    return replace(record, edition=0)


def _compared(
    name: str,
    sent: SentQuote | SentCustomer,
    here: QuoteRecord | CustomerRecord | None,
    past: Past,
) -> Compared:
    """Say who changed a record since it last travelled."""
    if here is None:
        return Compared(name, Standing.NEW, sent, None)
    mine, theirs = state(here), state(sent.record)
    stands = standing(mine, theirs, sent.past, past.get(here.id, ()))
    return Compared(name, stands, sent, here)


def _may_follow(here: QuoteRecord | CustomerRecord, there: QuoteRecord) -> bool:
    """Tell whether what is here may become what is there: not what was handed over."""
    if not isinstance(here, QuoteRecord) or not here.lifecycle.frozen:
        return True
    mine = here.quote.proposal, here.prices, here.monthly
    return mine == (there.quote.proposal, there.prices, there.monthly)


def _numbered(record: QuoteRecord) -> tuple[str, str]:
    """Return the number and the revision."""
    return record.quote.proposal.number, record.quote.proposal.revision


def _told(heads: Sequence[QuoteHead], progress: Progress) -> Iterator[QuoteHead]:
    """Yield each, and tell how many came before."""
    for done, head in enumerate(heads):
        progress(done, len(heads))
        yield head


def _of_head(store: Store, number: str, revision: str) -> QuoteRecord:
    """Return a quote that the store has just named."""
    found = store.quote(number, revision)
    if found is None:
        raise LookupError(number)
    return found


def _sent(store: Store, record: QuoteRecord, past: Past) -> SentQuote:
    """Return a quote with all its papers."""
    papers = tuple(map(sent_paper, store.issued_documents(record.id)))
    return SentQuote(record=record, papers=papers, past=past.get(record.id, ()))


def _past(workplace: Workplace) -> Past:
    """Return the states of records that have travelled; none where nobody knows.

    Without them all that differs counts as changed on both sides: nothing is lost.
    """
    content = files.read_if_there(workplace.folder / _PAST, _MOST_PAST)
    try:
        value = strict_json.checked(content, _MOST_PAST) if content else {}
    except RefusedError:
        return {}
    known = value if isinstance(value, dict) else {}
    return {
        key: tuple(map(str, held))
        for key, held in known.items()
        if isinstance(held, list)
    }


def _remember(
    workplace: Workplace,
    past: Past,
    records: Sequence[QuoteRecord | CustomerRecord],
) -> None:
    """Note in which state each record travelled."""
    for record in records:
        add_states(past, record.id, (state(record),))
    files.private_folder(workplace.folder)
    files.replace_private(workplace.folder / _PAST, strict_json.dumps(past))

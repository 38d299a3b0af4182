"""Customers that are kept: found, changed, merged, and what quotes know of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final
from unicodedata import combining, normalize
from uuid import uuid4

from app.domain.identity import Customer
from app.domain.known_customer import KnownCustomer, merged
from app.domain.problems import Problems, RefusedError, error
from app.domain.same_customer import alike, signs_of
from app.ports import CustomerRecord, QuoteRecord
from app.use_cases.vat_numbers import enterprise_number_doubts, vat_number_doubts
from app.use_cases.workplace import Workplace

Records = tuple[CustomerRecord, ...]
#: As much of an id as tells customers apart.
_ID_SHOWN: Final = 8


def all_customers(workplace: Workplace, *, alone: bool = False) -> Records:
    """Return every customer with its quotes, or `alone`, in the order of their names.

    Those in the archive are among them; those that were merged, or that nobody named
    yet, are not.
    """
    with workplace.storage.reading() as store:
        every = store.customers(alone=alone)
    found = [each for each in every if each.customer.name and not each.merged_into]
    return tuple(sorted(found, key=lambda each: _place_of(each.customer.name)))


def _place_of(name: str) -> tuple[str, str]:
    """Return where a name stands among others: É beside E, then by the accents."""
    spread = normalize("NFKD", name.casefold())
    return "".join(sign for sign in spread if not combining(sign)), spread


def begun(workplace: Workplace, known: KnownCustomer) -> CustomerRecord:
    """Return a customer that is not kept yet."""
    return CustomerRecord(id=uuid4().hex, known=known, changed=workplace.stamp())


def change(workplace: Workplace, before: CustomerRecord, now: KnownCustomer) -> Deed:
    """Keep a customer as it is known now, new or not."""
    after = keep(workplace, replace(before, known=now))
    today = workplace.clock.today()
    was = before if before.edition else replace(after[0], archived_on=today)
    return Deed((was,), after)


def keep(workplace: Workplace, *records: CustomerRecord) -> Records:
    """Add or change customers, all or none; their quotes stay as they are.

    RefusedError where one has no name, or was changed by somebody else meanwhile.
    """
    if not all(each.customer.name for each in records):
        raise RefusedError(error("customer_unnamed"))
    with workplace.storage.writing() as store:
        return store.keep_customers(records, workplace.stamp())


def keep_said(workplace: Workplace, customer_id: str, said: Customer) -> Records:
    """Keep a customer as a quote says it, which may have taught it something since."""
    with workplace.storage.reading() as store:
        every = store.customers(alone=True)
    (now,) = (each for each in every if each.id == customer_id)
    return keep(workplace, replace(now, known=replace(now.known, customer=said)))


def archived(
    workplace: Workplace, record: CustomerRecord, *, back: bool = False
) -> Deed:
    """Put a customer out of the way, or bring it back."""
    day = None if back else workplace.clock.today()
    return Deed((record,), keep(workplace, replace(record, archived_on=day)))


def doubts(known: KnownCustomer) -> Problems:
    """Warn of numbers that their country would not give out."""
    customer = known.customer
    return (
        *vat_number_doubts(
            customer.vat_number, customer.country, "customer.vat_number"
        ),
        *enterprise_number_doubts(
            known.enterprise_number, customer.country, "customer.enterprise_number"
        ),
    )


def duplicates(records: Iterable[CustomerRecord]) -> tuple[Records, ...]:
    """Return customers that are likely the same, group by group."""
    by_id = {each.id: each for each in records if not each.merged_into}
    groups = alike({key: each.known for key, each in by_id.items()})
    return tuple(tuple(by_id[key] for key in group) for group in groups)


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done to customers: as they were, and as they are."""

    before: Records
    after: Records


def merge(
    workplace: Workplace,
    kept: CustomerRecord,
    gone: CustomerRecord,
    from_gone: frozenset[str] = frozenset(),
) -> Deed:
    """Let one customer stand for two: the quotes of both are its own from now on.

    `from_gone` names the FIELDS that the second gives. Nothing of it is lost:
    `undo` brings back both as they were.
    """
    one = replace(kept, known=merged(kept.known, gone.known, from_gone))
    after = keep(workplace, one, replace(gone, merged_into=kept.id))
    return Deed((kept, gone), after)


def undo(workplace: Workplace, deed: Deed) -> Deed:
    """Bring customers back as they were; one that was new goes into the archive.

    The deed that is returned does it again, once it is undone itself.

    RefusedError where one was changed since.
    """
    with workplace.storage.reading() as store:
        now = {each.id: each for each in store.customers()}
    for each in deed.after:
        if each.id not in now or _content(now[each.id]) != _content(each):
            name = each.customer.name
            raise RefusedError(error("customer_edited_elsewhere", name=name))
    back = (replace(each, edition=now[each.id].edition) for each in deed.before)
    return Deed(deed.after, keep(workplace, *back))


def _content(record: CustomerRecord) -> tuple[object, ...]:
    """Return what a deed changes of a customer."""
    return record.known, record.archived_on, record.merged_into


def split(workplace: Workplace, name: str) -> Records:
    """Bring back every customer that was merged into one, with its quotes."""
    kept = find(workplace, name)
    with workplace.storage.reading() as store:
        every = store.customers()
    # What was left of a name that was being typed was never a customer.
    gone = [e for e in every if e.merged_into == kept.id and e.customer.name]
    if not gone:
        raise RefusedError(error("customer_not_merged", name=kept.customer.name))
    return keep(workplace, *(replace(each, merged_into="") for each in gone))


def find(workplace: Workplace, text: str) -> CustomerRecord:
    """Return the customer of that name, number or beginning of an id.

    RefusedError where none is meant, or several.
    """
    found = _meant(text, all_customers(workplace))
    if not found:
        raise RefusedError(error("customer_unknown", name=text))
    if len(found) > 1:
        ids = ", ".join(each.id[:_ID_SHOWN] for each in found)
        raise RefusedError(error("customer_ambiguous", name=text, ids=ids))
    return found[0]


def _meant(text: str, every: Records) -> Records:
    """Return whom a text means: by name, else by what is like it, else by id."""
    exactly = tuple(each for each in every if each.customer.name == text)
    if exactly:
        return exactly
    signs = {
        sign
        for country in {"", *(each.customer.country for each in every)}
        for sign in signs_of(_typed(text, country))
    }
    alike_ones = tuple(each for each in every if signs & signs_of(each.known))
    return alike_ones or tuple(each for each in every if each.id.startswith(text))


def _typed(text: str, country: str) -> KnownCustomer:
    """Return a customer of which but a name or a number is typed."""
    return KnownCustomer(customer=Customer(text, country, vat_number=text))


def kept_since(workplace: Workplace, record: QuoteRecord) -> KnownCustomer | None:
    """Return what is kept of a draft's customer, changed since the draft was begun.

    None where nothing changed since, and for a quote that was handed over.
    """
    if record.lifecycle.frozen:
        return None
    with workplace.storage.reading() as store:
        kept = store.customer_of(record.id)
    return kept.known if kept and kept.changed.at > record.created.at else None

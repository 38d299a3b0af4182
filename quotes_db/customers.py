"""Customers as rows of their own: kept for themselves, and named by quotes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any
from uuid import uuid4

from sqlmodel import Session, col, or_, select

from app.domain.identity import Customer
from app.domain.known_customer import (
    FIELDS,
    NOBODY,
    Contact,
    KnownCustomer,
    as_texts,
    learnt,
    of_texts,
)
from app.domain.problems import RefusedError, error
from app.ports import CustomerRecord, QuoteHead, QuoteRecord, Stamp
from quotes_db import history
from quotes_db.columns import as_json
from quotes_db.tables import CustomerRow, QuoteRow


def customer_id(
    session: Session, record: QuoteRecord, known: str = "", before: Customer = NOBODY
) -> str:
    """Return the id of the row that a quote's customer is, made where it is new.

    `known` is the row that the quote named so far, and `before` whom. A row learns
    from quotes what it did not say; what it says stays, unless this quote alone
    made it. No row is dropped: what was left of a name that was being typed becomes
    what the whole name leads to, and nobody is called so any more.
    """
    said, by = record.quote.proposal.customer, record.changed
    typed = _typed(session, record, known)
    row = _found(session, said, known) or typed
    if row is None:
        new = KnownCustomer(customer=said)
        new_one = CustomerRecord(id=uuid4().hex, known=new, changed=by)
        return _added(session, new_one).id
    if typed is not None and typed is not row:
        _write(session, typed, {"name": "", "merged_into": row.id}, by)
    whole = learnt(_known(row), said, before if row is typed else NOBODY)
    if whole != _known(row):
        _write(session, row, _columns(whole), by)
    return row.id


def records(
    session: Session, quotes: Mapping[str, Sequence[QuoteHead]]
) -> tuple[CustomerRecord, ...]:
    """Return every customer, the oldest first, with its quotes out of these by id."""
    rows = session.exec(
        select(CustomerRow).order_by(col(CustomerRow.created_at), col(CustomerRow.id))
    ).all()
    standing = {row.id: row.merged_into or "" for row in rows}
    held: dict[str, list[QuoteHead]] = {}
    for one, heads in quotes.items():
        held.setdefault(_standing_for(one, standing), []).extend(heads)
    return tuple(_record(row, held.get(row.id, ())) for row in rows)


def of_quote(session: Session, quote_id: str) -> CustomerRecord | None:
    """Return whose quote it is; of one that was merged, what stands for it."""
    wanted = select(QuoteRow.customer_id).where(QuoteRow.id == quote_id)
    named = session.exec(wanted).first()
    while named:
        row = session.exec(select(CustomerRow).where(CustomerRow.id == named)).one()
        if not row.merged_into:
            return _record(row, ())
        named = row.merged_into
    return None


def keep(
    session: Session, changed: Sequence[CustomerRecord], by: Stamp
) -> tuple[CustomerRecord, ...]:
    """Add or change customers; RefusedError where another change came first."""
    return tuple(_kept(session, replace(each, changed=by)) for each in changed)


def _kept(session: Session, record: CustomerRecord) -> CustomerRecord:
    """Add or change one."""
    row = session.exec(
        select(CustomerRow).where(CustomerRow.id == record.id)
    ).one_or_none()
    if (row.edition if row else 0) != record.edition:
        name = record.customer.name
        raise RefusedError(error("customer_edited_elsewhere", name=name))
    if row is None:
        row = _added(session, record)
        about = history.Subject("customer", row.id, row.name)
        state = history.customer_state(row)
        history.record(session, "customer_added", about, record.changed, {}, state)
    else:
        _write(session, row, _columns(record.known) | _place(record), record.changed)
    return replace(record, edition=record.edition + 1)


def _added(session: Session, record: CustomerRecord) -> CustomerRow:
    """Add a customer."""
    by = record.changed
    row = CustomerRow(
        id=record.id,
        **_columns(record.known),
        **_place(record),
        created_at=by.at,
        created_by=by.who,
        changed_at=by.at,
        changed_by=by.who,
    )
    session.add(row)
    session.flush()
    return row


def _write(
    session: Session, row: CustomerRow, columns: Mapping[str, object], by: Stamp
) -> None:
    """Change a row, with a note in the history."""
    before = history.customer_state(row)
    row.sqlmodel_update(dict(columns))
    row.edition, row.changed_at, row.changed_by = row.edition + 1, by.at, by.who
    session.add(row)
    session.flush()
    about = history.Subject("customer", row.id, row.name)
    after = history.customer_state(row)
    history.record(session, "customer_changed", about, by, before, after)


def _columns(known: KnownCustomer) -> dict[str, Any]:
    """Return what is known, by column."""
    contacts = [asdict(each) for each in known.contacts]
    return {**as_texts(known), "contacts": as_json(contacts)}


def _place(record: CustomerRecord) -> dict[str, Any]:
    """Return where a customer is, by column."""
    return {
        "archived_on": record.archived_on,
        "merged_into": record.merged_into or None,
    }


def _known(row: CustomerRow) -> KnownCustomer:
    """Read what a row knows."""
    contacts = tuple(Contact(**each) for each in json.loads(row.contacts))
    texts: dict[str, str] = {name: getattr(row, name) for name in FIELDS}
    return of_texts(texts, contacts)


def _record(row: CustomerRow, quotes: Sequence[QuoteHead]) -> CustomerRecord:
    """Read a customer."""
    return CustomerRecord(
        id=row.id,
        known=_known(row),
        quotes=tuple(quotes),
        archived_on=row.archived_on,
        merged_into=row.merged_into or "",
        edition=row.edition,
        changed=Stamp(row.changed_by, row.changed_at),
    )


def _standing_for(one: str, merged: Mapping[str, str]) -> str:
    """Return which customer stands for one, itself unless it was merged."""
    while merged[one]:
        one = merged[one]
    return one


def _typed(session: Session, record: QuoteRecord, known: str) -> CustomerRow | None:
    """Return the row that is but the beginning of a name, made while it was typed."""
    name = record.quote.proposal.customer.name
    row = session.exec(select(CustomerRow).where(CustomerRow.id == known)).first()
    if row is None or row.created_at < record.created.at:
        return None
    others = select(QuoteRow.id).where(
        QuoteRow.customer_id == known, QuoteRow.id != record.id
    )
    typed_on = name.startswith(row.name) or row.name.startswith(name)
    return row if typed_on and session.exec(others).first() is None else None


def _found(session: Session, customer: Customer, known: str) -> CustomerRow | None:
    """Return the row that a quote's customer is: the known one, the same, the oldest.

    The same has the very VAT number, and not merely none. Without a name it is nobody.
    """
    if not customer.name:
        return None
    rows = session.exec(
        select(CustomerRow)
        .where(CustomerRow.name == customer.name)
        .where(
            or_(
                CustomerRow.vat_number == customer.vat_number,
                col(CustomerRow.vat_number) == "",
                customer.vat_number == "",
            )
        )
        .order_by(
            (col(CustomerRow.id) == known).desc(),
            (col(CustomerRow.vat_number) == customer.vat_number).desc(),
            col(CustomerRow.created_at),
            col(CustomerRow.id),
        )
        .limit(1)
    )
    return rows.first()

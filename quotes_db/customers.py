"""Customers as rows of their own, found by name and VAT number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Final
from uuid import uuid4

from sqlmodel import Session, col, select

from app.domain.choices import Segment
from app.domain.identity import Customer
from app.ports import CustomerRecord, QuoteHead, Stamp
from quotes_db import history
from quotes_db.tables import CustomerRow

_UNSAID: Final = asdict(Customer(name=""))


def customer_id(session: Session, customer: Customer, by: Stamp, known: str) -> str:
    """Return the id of a customer's row, made or brought up to date.

    `known` is the row that the quote named so far, or ''. What the quote leaves
    as a blank customer has it stays as the row says; no row is ever dropped.
    """
    row = _found(session, customer, known)
    if row is None:
        row = CustomerRow(
            id=uuid4().hex, **asdict(customer), created_at=by.at, created_by=by.who
        )
        session.add(row)
    else:
        _bring_up_to_date(session, row, customer, by)
    session.flush()
    return row.id


def records(
    session: Session, quotes: Mapping[str, Sequence[QuoteHead]]
) -> tuple[CustomerRecord, ...]:
    """Return every customer, the oldest first, with its quotes out of these by id."""
    rows = session.exec(
        select(CustomerRow).order_by(col(CustomerRow.created_at), col(CustomerRow.id))
    )
    return tuple(
        CustomerRecord(
            id=row.id, customer=_customer(row), quotes=tuple(quotes.get(row.id, ()))
        )
        for row in rows
    )


def _customer(row: CustomerRow) -> Customer:
    """Read the customer that a row holds."""
    known = {name: getattr(row, name) for name in _UNSAID}
    return Customer(**known | {"segment": Segment(row.segment)})


def _found(session: Session, customer: Customer, known: str) -> CustomerRow | None:
    """Return the row of that name and VAT number: the known one, or the oldest."""
    return session.exec(
        select(CustomerRow)
        .where(
            CustomerRow.name == customer.name,
            CustomerRow.vat_number == customer.vat_number,
        )
        .order_by(
            (col(CustomerRow.id) == known).desc(),
            col(CustomerRow.created_at),
            col(CustomerRow.id),
        )
        .limit(1)
    ).first()


def _bring_up_to_date(
    session: Session, row: CustomerRow, customer: Customer, by: Stamp
) -> None:
    """Write what a quote says of a customer, and a note in the history."""
    before = history.customer_state(row)
    said = asdict(customer).items()
    row.sqlmodel_update({k: value for k, value in said if value != _UNSAID[k]})
    after = history.customer_state(row)
    if after != before:
        about = history.Subject("customer", row.id, row.name)
        history.record(session, "customer_changed", about, by, before, after)

"""Customers as rows of their own, found by name and VAT number."""

from __future__ import annotations

from dataclasses import asdict
from uuid import uuid4

from sqlmodel import Session, col, select

from app.domain.identity import Customer
from app.ports import Stamp
from quotes_db.tables import CustomerRow, QuoteRow


def customer_id(session: Session, customer: Customer, by: Stamp) -> str:
    """Return the id of a customer's row, made or brought up to date."""
    found = session.exec(
        select(CustomerRow).where(
            CustomerRow.name == customer.name,
            CustomerRow.vat_number == customer.vat_number,
        )
    ).one_or_none()
    if found is None:
        found = CustomerRow(
            id=uuid4().hex, **asdict(customer), created_at=by.at, created_by=by.who
        )
        session.add(found)
    else:
        found.sqlmodel_update(asdict(customer))
    session.flush()
    return found.id


def forget_if_unused(session: Session, customer_id: str) -> None:
    """Drop a customer that no quote names: a name half typed, saved on the way."""
    used = select(QuoteRow.serial).where(col(QuoteRow.customer_id) == customer_id)
    if session.exec(used.limit(1)).first() is None:
        session.delete(session.get_one(CustomerRow, customer_id))
        session.flush()

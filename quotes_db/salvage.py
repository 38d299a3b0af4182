"""What a spoilt database still gives: its quotes, each read by itself."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, select

from app.ports import QuoteRecord
from quotes_db import quotes
from quotes_db.engine import NOT_OURS
from quotes_db.tables import QuoteRow


def quotes_in(session: Session) -> tuple[tuple[QuoteRecord, ...], int]:
    """Return the quotes that can be read, the oldest first, and how many cannot."""
    wanted = select(QuoteRow.id).order_by(col(QuoteRow.serial))
    read = [_read(session, each) for each in session.exec(wanted).all()]
    found = tuple(each for each in read if each is not None)
    return found, len(read) - len(found)


def _read(session: Session, quote_id: str) -> QuoteRecord | None:
    """Return a quote, None where it is spoilt."""
    try:
        return quotes.find(session, quote_id)
    except (*NOT_OURS, DBAPIError):
        return None

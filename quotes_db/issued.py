"""Papers as they were handed over: kept byte for byte, never replaced."""

from __future__ import annotations

from sqlmodel import Session, col, select

from app.ports import IssuedDocument, QuoteRecord
from quotes_db import mapping
from quotes_db.tables import IssuedDocumentRow


def add(
    session: Session, record: QuoteRecord, documents: tuple[IssuedDocument, ...]
) -> None:
    """Keep papers of a quote beside those that it has."""
    session.add_all([mapping.issued_row(each, record.id) for each in documents])
    session.flush()


def documents(session: Session, quote_id: str) -> tuple[IssuedDocument, ...]:
    """Return the papers of one revision, signed copies among them, the oldest first."""
    wanted = select(IssuedDocumentRow).where(IssuedDocumentRow.quote_id == quote_id)
    rows = session.exec(wanted.order_by(col(IssuedDocumentRow.serial)))
    return tuple(map(mapping.issued_document, rows))

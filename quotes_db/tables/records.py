"""What is kept beside quotes and lists: history, documents, numbers."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, LargeBinary, Text
from sqlmodel import Field

from quotes_db.columns import MaybeString, Moment, Number, String
from quotes_db.tables.base import STRICT, Row


class EventRow(Row, table=True):
    """An entry of the history, before and after as JSON; triggers keep it."""

    __tablename__ = "event"
    __table_args__ = (Index(None, "entity", "entity_id"), STRICT)

    serial: int = Field(default=None, primary_key=True)
    at: Moment
    who: String
    what: String
    entity: String
    entity_id: String
    subject: String
    before: String
    after: String


class IssuedDocumentRow(Row, table=True):
    """A document as it was handed over, byte for byte.

    `signs` is the SHA-256 of the one that it is the customer's signed copy of.
    """

    __tablename__ = "issued_document"
    __table_args__ = STRICT

    serial: int = Field(default=None, primary_key=True)
    quote_id: str = Field(sa_type=Text, foreign_key="quote.id", index=True)
    language: String
    file_name: String
    content: bytes = Field(sa_type=LargeBinary)
    sha256: String
    program_version: String
    issued_at: Moment
    issued_by: String
    signs: MaybeString = None


class NumberCounterRow(Row, table=True):
    """The last number drawn for a prefix and a year."""

    __tablename__ = "number_counter"
    __table_args__ = STRICT

    prefix: str = Field(sa_type=Text, primary_key=True)
    year: int = Field(primary_key=True)
    last: Number


class InstallationRow(Row, table=True):
    """The only row: what tells this database from any other.

    `begins_after` is the number after which a new prefix or year begins.
    """

    __tablename__ = "installation"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"), STRICT)

    id: int = Field(default=1, primary_key=True)
    letters: String
    begins_after: Number = 0
    made_at: Moment

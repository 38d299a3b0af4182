"""Quotes with their lines, and the prices that each of them keeps."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index, Text, UniqueConstraint, text
from sqlmodel import Field

from quotes_db.columns import (
    Date,
    MaybeDate,
    MaybeDecimal,
    MaybeNumber,
    MaybeString,
    MaybeTexts,
    Moment,
    Number,
    String,
    YesNo,
)
from quotes_db.tables.base import STRICT, Row
from quotes_db.tables.price_lists import ItemColumns, ListColumns


class CustomerRow(Row, table=True):
    """A customer; two may share their name and VAT number.

    `contacts` is a JSON list; one that is merged names the row that stands for it.
    """

    __tablename__ = "customer"
    __table_args__ = (Index(None, "name", "vat_number"), STRICT)

    id: str = Field(sa_type=Text, primary_key=True)
    name: String
    country: String
    segment: String
    contact: String
    email: String
    street: String
    postcode: String
    city: String
    vat_number: String
    created_at: Moment
    created_by: String
    enterprise_number: String = ""
    language: String = ""
    phone: String = ""
    delivery_address: String = ""
    contacts: String = "[]"
    archived_on: MaybeDate = None
    merged_into: MaybeString = None
    edition: Number = 1
    changed_at: Moment
    changed_by: String


class QuoteRow(Row, table=True):
    """A quote without its lines; `serial` counts the quotes as they came.

    The customer stands here too, as quoted: its own row may change later.
    `monthly` and `commission` are in cents, `edition` counts the saves.
    """

    __tablename__ = "quote"
    __table_args__ = (
        UniqueConstraint("number", "revision"),
        # Holds all that is asked of them: the wide rows need not be read.
        Index(
            "ix_quote_accepted",
            "answered_on",
            "archived_on",
            "credit_outcome",
            "credit_on",
            "distributor_signed_on",
            "customer_signed_on",
            "currency",
            "monthly",
            "commission",
            sqlite_where=text("status = 'accepted'"),
        ),
        STRICT,
    )

    serial: int = Field(default=None, primary_key=True)
    id: str = Field(sa_type=Text, unique=True)
    number: String
    revision: String
    status: String
    customer_id: str = Field(sa_type=Text, foreign_key="customer.id", index=True)
    customer_name: String
    customer_country: String
    customer_segment: String
    customer_contact: String
    customer_email: String
    customer_street: String
    customer_postcode: String
    customer_city: String
    customer_vat_number: String
    date: Date
    valid_until: MaybeDate
    language: String
    term: MaybeNumber
    delivery: String
    return_way: String
    title: String
    reference: String
    seller: String
    delivery_address: String
    policy_waas: String
    policy_csp: String
    note: String
    monthly: MaybeNumber
    currency: MaybeString
    edition: Number
    presented_on: MaybeDate = None
    answered_on: MaybeDate = None
    decline_reason: MaybeString = None
    archived_on: MaybeDate = None
    signatory_name: MaybeString = None
    signatory_function: MaybeString = None
    signatory_email: MaybeString = None
    signatory_phone: MaybeString = None
    credit_outcome: MaybeString = None
    credit_on: MaybeDate = None
    distributor_signed_on: MaybeDate = None
    customer_signed_on: MaybeDate = None
    delivered_on: MaybeDate = None
    commission: MaybeNumber = None
    created_at: Moment
    created_by: String
    changed_at: Moment
    changed_by: String


class ListedRow(Row, table=True):
    """A quote as it is listed, kept by each save; `listed` says how.

    `place` orders the list. `newer` counts the revisions after it, 0 for the newest.
    """

    __tablename__ = "listed_quote"
    __table_args__ = (
        Index(
            "ix_listed_quote_by_status",
            "status",
            "place",
            "valid_until",
            "currency",
            "monthly",
            sqlite_where=text("newer = 0 AND archived_on IS NULL"),
        ),
        Index(
            "ix_listed_quote_archived",
            "archived_on",
            sqlite_where=text("newer = 0 AND archived_on IS NOT NULL"),
        ),
        Index(None, "number"),
        STRICT,
    )

    place: int = Field(primary_key=True)
    number: String
    revision: String
    customer: String
    title: String
    status: String
    archived_on: MaybeDate = None
    date: Date
    valid_until: MaybeDate = None
    term: MaybeNumber = None
    monthly: MaybeNumber = None
    currency: MaybeString = None
    earlier: Number
    newer: Number


class LineRow(Row, table=True):
    """A line of a quote, in the quote's order; other sections' columns are NULL.

    `parent_line` is the pack that an option stands under. The snapshot names
    the list that the line's prices come from, as it was when they were taken.
    """

    __tablename__ = "quote_line"
    __table_args__ = STRICT

    quote_id: str = Field(sa_type=Text, primary_key=True, foreign_key="quote.id")
    line_id: str = Field(sa_type=Text, primary_key=True)
    position: Number
    section: String
    parent_line: MaybeString = None
    sku: MaybeString = None
    quantity: Number
    optional: YesNo
    alternative_to: String
    billing: MaybeString = None
    start: MaybeDate = None
    friendly_name: MaybeString = None
    licence_delivery: MaybeString = None
    addon_parent: MaybeString = None
    texts: MaybeTexts = None
    price: MaybeDecimal = None
    recurrence: MaybeString = None
    service_type: MaybeString = None
    discount_percent: MaybeDecimal = None
    answered: YesNo = False
    answer_12: MaybeDecimal = None
    answer_24: MaybeDecimal = None
    answer_36: MaybeDecimal = None
    answer_commission: MaybeDecimal = None
    snapshot_list_id: MaybeString = None
    snapshot_version: MaybeString = None
    snapshot_fingerprint: MaybeString = None


class SnapshotListRow(ListColumns, Row, table=True):
    """A price list as far as one quote depends on it."""

    __tablename__ = "snapshot_list"
    __table_args__ = STRICT

    quote_id: str = Field(sa_type=Text, primary_key=True, foreign_key="quote.id")
    list_position: int = Field(primary_key=True)


class SnapshotItemRow(ItemColumns, Row, table=True):
    """An item as it was when the quote took its price."""

    __tablename__ = "snapshot_item"
    __table_args__ = (
        ForeignKeyConstraint(
            ["quote_id", "list_position"],
            ["snapshot_list.quote_id", "snapshot_list.list_position"],
        ),
        STRICT,
    )

    quote_id: str = Field(sa_type=Text, primary_key=True)
    list_position: int = Field(primary_key=True)
    position: int = Field(primary_key=True)

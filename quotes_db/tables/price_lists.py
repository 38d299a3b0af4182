"""Price lists as imported: every version kept, with all of its items."""

from __future__ import annotations

from sqlalchemy import LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from quotes_db.columns import (
    Date,
    MaybeDate,
    MaybeMoment,
    MaybeNumber,
    MaybeString,
    Moment,
    Number,
    String,
)
from quotes_db.tables.base import STRICT, Row


class ListColumns(SQLModel):
    """What a price list says of itself, wherever it is kept."""

    list_id: String
    version: String
    distributor: String
    country: String
    currency: String
    valid_from: Date
    valid_to: MaybeDate
    fingerprint: String
    file_fingerprint: String


class ItemColumns(SQLModel):
    """One item of a price list, wherever it is kept; named as CONTRACT's columns.

    NULL stands for what an item has where its list says nothing. Prices and
    costs are ten-thousandths, commissions hundredths of the list's currency;
    what the list separates by | is a JSON array, a name a JSON object.
    """

    sku: String
    kind: String
    name: String
    description: MaybeString
    manufacturer: MaybeString
    family: MaybeString
    includes: MaybeString
    fits: MaybeString
    replaces: MaybeString
    requires: MaybeString
    excludes: MaybeString
    max_per_pack: MaybeNumber
    price_12: MaybeNumber
    price_24: MaybeNumber
    price_36: MaybeNumber
    price_once: MaybeNumber
    price_month: MaybeNumber
    price_extension: MaybeNumber
    cost_month: MaybeNumber
    cost_once: MaybeNumber
    price_basis: MaybeString
    commission_12: MaybeNumber
    commission_24: MaybeNumber
    commission_36: MaybeNumber
    commission_extension: MaybeNumber
    commission_basis: MaybeString
    warranty_months: MaybeNumber
    max_warranty_months: MaybeNumber
    billing: MaybeString
    trial: MaybeNumber
    addon_of: MaybeString
    limit_per_customer: MaybeNumber
    limit_scope: MaybeString
    seats_min: MaybeNumber
    seats_max: MaybeNumber
    segment: MaybeString
    countries: MaybeString
    valid_from: MaybeString
    valid_to: MaybeString
    successor: MaybeString


class PriceListRow(ListColumns, Row, table=True):
    """An imported version of a price list; `serial` counts the imports."""

    __tablename__ = "price_list"
    __table_args__ = (UniqueConstraint("list_id", "version"), STRICT)

    serial: int = Field(default=None, primary_key=True)
    items: Number
    source: String
    imported_at: Moment
    imported_by: String
    retired_at: MaybeMoment = None
    retired_by: MaybeString = None


class OfferMatrixRow(Row, table=True):
    """The offer matrix that a list was enriched with last, its file compressed."""

    __tablename__ = "offer_matrix"
    __table_args__ = STRICT

    list_id: str = Field(sa_type=Text, primary_key=True)
    source: String
    content: bytes = Field(sa_type=LargeBinary)
    read_at: Moment
    read_by: String


class PriceItemRow(ItemColumns, Row, table=True):
    """An item of an imported list, in the list's order."""

    __tablename__ = "price_item"
    __table_args__ = STRICT

    list_serial: int = Field(primary_key=True, foreign_key="price_list.serial")
    position: int = Field(primary_key=True)

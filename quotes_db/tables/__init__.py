"""The tables as rows of SQLModel; importing this package knows them all."""

from quotes_db.tables.base import Row, stored, table_of
from quotes_db.tables.price_lists import OfferMatrixRow, PriceItemRow, PriceListRow
from quotes_db.tables.quotes import (
    CustomerRow,
    LineRow,
    ListedRow,
    QuoteRow,
    SnapshotItemRow,
    SnapshotListRow,
)
from quotes_db.tables.records import (
    EventRow,
    InstallationRow,
    IssuedDocumentRow,
    NumberCounterRow,
)

__all__ = [
    "CustomerRow",
    "EventRow",
    "InstallationRow",
    "IssuedDocumentRow",
    "LineRow",
    "ListedRow",
    "NumberCounterRow",
    "OfferMatrixRow",
    "PriceItemRow",
    "PriceListRow",
    "QuoteRow",
    "Row",
    "SnapshotItemRow",
    "SnapshotListRow",
    "stored",
    "table_of",
]

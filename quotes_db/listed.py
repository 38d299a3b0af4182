"""Keeps the list of quotes, and the words it is searched by, as the quotes are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, bindparam, text, update
from sqlmodel import Session

from app.domain.listing import REVISIONS
from quotes_db.tables import ListedRow, table_of

_LISTED = table_of(ListedRow)
_ARCHIVE = update(_LISTED).where(
    _LISTED.c.number == bindparam("of_number"),
    _LISTED.c.revision == bindparam("of_revision"),
)

_COLUMNS: Final = (
    "place, number, revision, customer, title, status, archived_on, date,"
    " valid_until, term, monthly, currency, earlier, newer"
)
#: The family of a quote, its newest revision at the top of its places.
_FAMILY: Final = (
    f"INSERT INTO listed_quote ({_COLUMNS})"  # noqa: S608  # texts of our own
    f" SELECT top * {REVISIONS} + {REVISIONS - 1} - newer, number, revision,"
    " customer_name, title, status, archived_on, date, valid_until, term, monthly,"
    " currency, revisions - 1 - newer, newer FROM (SELECT *,"
    " max(serial) OVER () AS top, count(*) OVER () AS revisions,"
    " row_number() OVER (ORDER BY serial DESC) - 1 AS newer"
    " FROM quote WHERE number = :number)"
)
_TEXTS: Final = (
    "place, number, revision, customer, title FROM listed_quote WHERE number = :number"
)
_WORDS: Final = "rowid, number, revision, customer, title"
_STEPS: Final = (
    # The search holds no text of its own: it is told what it was given.
    f"INSERT INTO quote_search (quote_search, {_WORDS}) SELECT 'delete', {_TEXTS}",
    "DELETE FROM listed_quote WHERE number = :number",
    _FAMILY,
    f"INSERT INTO quote_search ({_WORDS}) SELECT {_TEXTS}",
)


def list_anew(session: Session, *numbers: str) -> None:
    """List every revision of these numbers as it stands now."""
    for number in dict.fromkeys(numbers):
        for step in _STEPS:
            session.execute(text(step), {"number": number})


def archive(session: Session, which: Iterable[Row[Any]], on: date | None) -> None:
    """Let the list say since when quotes are out of the way; the search says no day."""
    rows = [
        {"of_number": row.number, "of_revision": row.revision, "archived_on": on}
        for row in which
    ]
    session.connection().execute(_ARCHIVE, rows)

"""A thorough look through a database: its structure, and everything read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from app.domain.problems import Problem, error
from quotes_db import price_lists, quotes
from quotes_db.engine import NOT_OURS
from quotes_db.tables import PriceListRow, QuoteRow


def unreadable(session: Session) -> Iterator[Problem]:
    """Yield what is stored and can no longer be understood."""
    # What is held elsewhere says nothing of what the file holds by now.
    unheld = price_lists.Held()
    for list_id, version in session.exec(
        select(PriceListRow.list_id, PriceListRow.version)
    ).all():
        if _fails(partial(price_lists.find, session, list_id, version, unheld)):
            yield error("price_list_unreadable", list_id=list_id, version=version)
    for quote_id, number in session.exec(select(QuoteRow.id, QuoteRow.number)).all():
        if _fails(partial(quotes.find, session, quote_id)):
            yield error("quote_unreadable", number=number)


def _fails(read: Callable[[], object]) -> bool:
    """Tell whether reading stumbles over a value that no program of ours wrote."""
    try:
        read()
    except (*NOT_OURS, DBAPIError):
        return True
    return False

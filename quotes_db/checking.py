"""A thorough look through a database: its structure, and everything read back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from app.domain.problems import Problem, Problems, error
from quotes_db import price_lists, quotes
from quotes_db.failures import NOT_OURS
from quotes_db.tables import PriceListRow, QuoteRow


def faults(database: sqlite3.Connection) -> Problems:
    """Return where pages, indexes or references contradict one another."""
    try:
        broken = database.execute("PRAGMA integrity_check(20)").fetchall()
        orphans = database.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as failure:
        return (error("database_inconsistent", detail=str(failure)),)
    return (
        *(error("database_inconsistent", detail=t) for (t,) in broken if t != "ok"),
        *(error("reference_broken", table=o[0], refers_to=o[2]) for o in orphans),
    )


def unreadable(session: Session) -> Iterator[Problem]:
    """Yield what is stored and can no longer be understood."""
    for list_id, version in session.exec(
        select(PriceListRow.list_id, PriceListRow.version)
    ).all():
        if _fails(partial(price_lists.find, session, list_id, version)):
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

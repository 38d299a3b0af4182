"""The numbers of quotes: none is drawn twice, whatever the clock says."""

from __future__ import annotations

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, select

from quotes_db.tables import InstallationRow, NumberCounterRow, QuoteRow, table_of


def draw(session: Session, prefix: str, year: int) -> str:
    """Return the next free number; without a prefix, with our own letters."""
    prefix = prefix or session.exec(select(InstallationRow.letters)).one()
    while True:
        number = f"{prefix}-{year}-{_next(session, prefix, year):04}"
        # A quote file may have brought one along.
        taken = select(QuoteRow.serial).where(QuoteRow.number == number).limit(1)
        if session.exec(taken).first() is None:
            return number


def _next(session: Session, prefix: str, year: int) -> int:
    """Count one further."""
    counter = table_of(NumberCounterRow)
    begin = session.exec(select(InstallationRow.begins_after)).one() + 1
    first = insert(counter).values(prefix=prefix, year=year, last=begin)
    further = first.on_conflict_do_update(
        index_elements=["prefix", "year"], set_={"last": counter.c.last + 1}
    )
    last: int = session.execute(further.returning(counter.c.last)).scalar_one()
    return last

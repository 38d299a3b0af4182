"""Quotes with their lines and the prices they keep."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, update
from sqlmodel import Session, col, select

from app.domain.choices import Status
from app.domain.lifecycle import labelled_exactly, named
from app.domain.money import Amount
from app.domain.problems import RefusedError, error
from app.ports import QuoteHead, QuoteRecord, Stamp
from quotes_db import customers, history, listed, mapping, snapshots
from quotes_db.line_mapping import line_columns, line_rows, says
from quotes_db.tables import LineRow, QuoteRow, SnapshotListRow, table_of

_QUOTES = table_of(QuoteRow)
#: What is asked of a quote, or of many, before any is read whole.
_NEWEST = (
    select(*(_QUOTES.c[name] for name in ("id", "number", "revision", "archived_on")))
    .where(_QUOTES.c.number == bindparam("number"))
    .order_by(_QUOTES.c.serial.desc())
    .limit(1)
)
_EXACTLY = _NEWEST.where(_QUOTES.c.revision == bindparam("revision"))
#: Puts one quote out of the way or back, as one more save.
_ARCHIVE = (
    update(_QUOTES)
    .where(_QUOTES.c.id == bindparam("which"))
    .values(edition=_QUOTES.c.edition + 1)
)


def heads(session: Session, *which: ColumnElement[bool]) -> tuple[QuoteHead, ...]:
    """Return every quote of which all this holds, the newest first."""
    columns = [getattr(QuoteRow, name) for name in mapping.HEAD_COLUMNS]
    wanted = select(*columns).where(*which).order_by(col(QuoteRow.serial).desc())
    return tuple(map(mapping.quote_head, session.execute(wanted)))


def of_number(number: str) -> ColumnElement[bool]:
    """Say that a quote has that number."""
    return col(QuoteRow.number) == number


def under(list_id: str, statuses: Collection[Status]) -> Iterator[ColumnElement[bool]]:
    """Say that a quote has one of these statuses and keeps rows of a list."""
    kept = select(SnapshotListRow.quote_id).where(SnapshotListRow.list_id == list_id)
    yield col(QuoteRow.status).in_(statuses)
    yield col(QuoteRow.id).in_(kept)


def heads_by_customer(session: Session) -> dict[str, list[QuoteHead]]:
    """Return the quotes of each customer by its id, the newest first."""
    columns = [getattr(QuoteRow, name) for name in mapping.HEAD_COLUMNS]
    wanted = select(col(QuoteRow.customer_id), *columns)
    found: dict[str, list[QuoteHead]] = {}
    for row in session.execute(wanted.order_by(col(QuoteRow.serial).desc())):
        found.setdefault(row.customer_id, []).append(mapping.quote_head(row))
    return found


def revision_of(
    session: Session, number: str, revision: str | None
) -> QuoteRecord | None:
    """Return a revision of a quote, the newest for None."""
    row = _row_of(session, number, revision)
    return None if row is None else find(session, row.id)


def _row_of(session: Session, number: str, revision: str | None) -> Row[Any] | None:
    """Return what tells a revision from others, of the newest for None."""
    wanted = _NEWEST if revision is None else _EXACTLY
    given = {"number": number, "revision": revision}
    return session.connection().execute(wanted, given).first()


def find(session: Session, quote_id: str) -> QuoteRecord:
    """Return the quote with that id, which is known to be there."""
    row = session.exec(select(QuoteRow).where(QuoteRow.id == quote_id)).one()
    prices = snapshots.read_prices(session, quote_id)
    return mapping.quote_record(row, _lines(session, quote_id), prices)


def add(session: Session, record: QuoteRecord) -> None:
    """Save a new quote; RefusedError where its number is taken."""
    _refuse_taken(session, record)
    row = mapping.quote_row(record, customers.customer_id(session, record))
    lines = list(line_rows(record))
    session.add(row)
    session.flush()
    session.add_all(lines)
    session.flush()
    snapshots.write_prices(session, record.id, record.prices)
    after = history.quote_state(row, lines, record.prices)
    history.record(session, "quote_added", _about(record), record.changed, {}, after)
    listed.list_anew(session, row.number)


def save(session: Session, record: QuoteRecord) -> QuoteRecord:
    """Save a change under the next edition; RefusedError where another came first."""
    row = session.exec(select(QuoteRow).where(QuoteRow.id == record.id)).one_or_none()
    if row is None or row.edition != record.edition:
        raise RefusedError(error("edited_elsewhere", number=_name(record)))
    _refuse_taken(session, record)
    saved = replace(record, edition=record.edition + 1)
    lines, prices = _lines(session, record.id), snapshots.read_prices(session, row.id)
    # An edit seldom touches the prices, which are by far the most rows.
    repriced = prices != record.prices
    _refuse_frozen(mapping.quote_record(row, lines, prices), record)
    before = history.quote_state(row, lines, prices if repriced else ())
    number = row.number
    new_row = _replace_row(session, row, saved)
    new_lines = _replace_lines(session, lines, saved)
    if repriced:
        snapshots.forget_prices(session, row.id)
        snapshots.write_prices(session, row.id, record.prices)
    after = history.quote_state(new_row, new_lines, saved.prices if repriced else ())
    history.record(session, "quote_saved", _about(saved), saved.changed, before, after)
    listed.list_anew(session, number, new_row.number)
    return saved


def archive(
    session: Session, names: Sequence[str], on: date | None, by: Stamp
) -> tuple[str, ...]:
    """Put quotes out of the way or back, and nothing else; return which moved."""
    # Two names may lead to one revision.
    found = {}
    for name in names:
        row = _row_of(session, *named(name))
        if row is None:
            raise RefusedError(error("quote_unknown", number=name))
        if (row.archived_on is None) is not (on is None):
            found[row.id] = row
    if moved := tuple(found.values()):
        columns = {"archived_on": on, "changed_at": by.at, "changed_by": by.who}
        rows = [{"which": row.id, **columns} for row in moved]
        session.connection().execute(_ARCHIVE, rows)
        listed.archive(session, moved, on)
    for row in moved:
        about = history.Subject("quote", row.id, _named(row.number, row.revision))
        before, after = (history.archived_state(day) for day in (row.archived_on, on))
        history.record(session, "quote_saved", about, by, before, after)
    return tuple(labelled_exactly(row.number, row.revision) for row in moved)


def keep_commissions(session: Session, earned: Mapping[str, Amount]) -> None:
    """Note what quotes earn, in their own currency, where nothing is noted."""
    for quote_id, amount in earned.items():
        session.execute(
            update(QuoteRow)
            .where(
                col(QuoteRow.id) == quote_id,
                col(QuoteRow.commission).is_(None),
                col(QuoteRow.currency) == amount.currency,
            )
            .values(commission=amount.cents)
        )


def _refuse_frozen(held: QuoteRecord, wanted: QuoteRecord) -> None:
    """Raise where a quote that was handed over would say something else."""
    said = held.quote.proposal, held.prices, held.monthly
    if held.lifecycle.frozen and said != (
        wanted.quote.proposal,
        wanted.prices,
        wanted.monthly,
    ):
        raise RefusedError(error("quote_issued", number=_name(held)))


def _refuse_taken(session: Session, record: QuoteRecord) -> None:
    """Raise where another quote has the number and the revision."""
    proposal = record.quote.proposal
    holder = session.exec(
        select(QuoteRow.id).where(
            QuoteRow.number == proposal.number, QuoteRow.revision == proposal.revision
        )
    ).first()
    if holder not in {None, record.id}:
        raise RefusedError(error("number_taken", number=_name(record)))


def _name(record: QuoteRecord) -> str:
    """Return how people name the quote."""
    proposal = record.quote.proposal
    return _named(proposal.number, proposal.revision)


def _named(number: str, revision: str) -> str:
    """Return likewise, of the parts."""
    return f"{number} {revision}".strip()


def _about(record: QuoteRecord) -> history.Subject:
    """Return what the history is to say that an entry is about."""
    return history.Subject("quote", record.id, _name(record))


def _lines(session: Session, quote_id: str) -> list[LineRow]:
    """Return a quote's lines in its order."""
    wanted = select(LineRow).where(LineRow.quote_id == quote_id)
    return list(session.exec(wanted.order_by(col(LineRow.position))))


def _replace_row(session: Session, row: QuoteRow, record: QuoteRecord) -> QuoteRow:
    """Write what changed of a quote beside its lines."""
    before, customer_id = mapping.customer(row), row.customer_id
    if record.quote.proposal.customer != before:
        customer_id = customers.customer_id(session, record, customer_id, before)
    new = mapping.quote_row(record, customer_id)
    new.serial = row.serial
    session.merge(new)
    session.flush()
    return new


def _replace_lines(
    session: Session, old: Iterable[LineRow], record: QuoteRecord
) -> list[LineRow]:
    """Write the lines that changed, drop those that are gone, and return all."""
    gone = {line.line_id: line for line in old}
    new = []
    for columns in line_columns(record):
        held = gone.pop(columns["line_id"], None)
        if held is None:
            session.add(line := LineRow(**columns))
        elif says(held, columns):
            line = held
        else:
            session.merge(line := LineRow(**columns))
        new.append(line)
    for line in gone.values():
        session.delete(line)
    session.flush()
    return new

"""Reads what all quotes come to: a few questions, however many quotes there are."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Final

from app.domain.choices import Status
from app.domain.contract import Contract, CreditCheck, Outcome
from app.domain.money import Amount
from app.domain.overview import (
    SOON,
    Duty,
    Earned,
    Overview,
    Stage,
    every_month,
    every_stage,
    first_month,
)

#: W1, what `falling_due` says of a contract, as SQLite is asked it: max() of days is
#: NULL as soon as one of them is.
_DUE: Final = "max(credit_on, distributor_signed_on, customer_signed_on)"
_NOT_LOST: Final = "status = 'accepted' AND credit_outcome IS NOT 'refused'"
_STAGES: Final = (
    "SELECT CASE WHEN status = 'presented' AND valid_until < :today"
    " THEN 'expired' ELSE status END AS shown, currency, count(*), sum(monthly)"
    " FROM listed_quote WHERE newer = 0 AND archived_on IS NULL"
    " GROUP BY shown, currency"
)
_MONTHS: Final = (
    f"SELECT substr(coalesce({_DUE}, answered_on), 1, 7) AS month, currency,"  # noqa: S608  # texts of our own
    f" coalesce(sum(iif({_DUE} IS NULL, 0, commission)), 0),"
    f" coalesce(sum(iif({_DUE} IS NULL, commission, 0)), 0)"
    f" FROM quote WHERE {_NOT_LOST} AND month >= :first AND currency IS NOT NULL"
    " GROUP BY month, currency"
)
_UNCOUNTED: Final = (
    "FROM quote WHERE status = 'accepted' AND commission IS NULL"
    " AND monthly IS NOT NULL"
)
#: Two ways to press: the last day of an offer is near, or a contract waits.
_NEAR: Final = (
    "FROM listed_quote WHERE newer = 0 AND archived_on IS NULL"
    " AND status IN ('draft', 'presented')"
    " AND valid_until BETWEEN :before AND :after"
)
_WAITING: Final = (
    f"FROM quote WHERE {_NOT_LOST} AND {_DUE} IS NULL AND answered_on IS NOT NULL"
    " AND archived_on IS NULL"
)
_DUTIES: Final = (
    "SELECT 0 AS waits, number, revision, customer, status, valid_until AS day,"
    f" NULL, NULL, NULL, NULL {_NEAR}"
    " UNION ALL SELECT 1, number, revision, customer_name, status, answered_on,"
    " credit_outcome, credit_on, distributor_signed_on, customer_signed_on"
    f" {_WAITING} ORDER BY waits, day, number LIMIT :most"
)
_ALL_DUTIES: Final = f"SELECT (SELECT count(*) {_NEAR}) + (SELECT count(*) {_WAITING})"


def overview(database: sqlite3.Connection, today: date, most: int) -> Overview:
    """Return what needs doing, at most so much, and what the quotes come to."""
    given = {
        "today": today.isoformat(),
        "before": (today - SOON).isoformat(),
        "after": (today + SOON).isoformat(),
        "first": f"{first_month(today):%Y-%m}",
        "most": most,
    }
    duties = tuple(_duty(row[1:]) for row in database.execute(_DUTIES, given))
    (every,) = database.execute(_ALL_DUTIES, given).fetchone()
    stages = [_stage(*row) for row in database.execute(_STAGES, given)]
    months = [_earned(*row) for row in database.execute(_MONTHS, given)]
    question = f"SELECT count(*) {_UNCOUNTED}"
    (uncounted,) = database.execute(question).fetchone()
    return Overview(
        duties=duties,
        more=every - len(duties),
        stages=every_stage(stages),
        months=every_month(months, today),
        uncounted=uncounted,
    )


def uncounted(database: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return number and revision of accepted quotes whose commission is not known."""
    question = f"SELECT number, revision {_UNCOUNTED}"
    return database.execute(question).fetchall()


def _stage(shown: str, currency: str | None, count: int, cents: int | None) -> Stage:
    """Read how many stand where."""
    if currency is None or cents is None:
        return Stage(Status(shown), count, None)
    return Stage(Status(shown), count, Amount(cents, currency))


def _earned(month: str, currency: str, due: int, expected: int) -> Earned:
    """Read what a month brings."""
    first = date.fromisoformat(f"{month}-01")
    return Earned(first, Amount(due, currency), Amount(expected, currency))


def _duty(row: tuple[str | None, ...]) -> Duty:
    """Read what waits."""
    number, revision, customer, status, day, outcome, checked, *signed = row
    distributor, customer_signed = map(_day, signed)
    return Duty(
        number=number or "",
        revision=revision or "",
        customer=customer or "",
        status=Status(status or ""),
        day=date.fromisoformat(day or ""),
        contract=Contract(
            credit=_credit(outcome, _day(checked)),
            distributor_signed_on=distributor,
            customer_signed_on=customer_signed,
        ),
    )


def _credit(outcome: str | None, on: date | None) -> CreditCheck | None:
    """Read a credit check."""
    return CreditCheck(Outcome(outcome), on) if outcome and on else None


def _day(text: str | None) -> date | None:
    """Read a day."""
    return date.fromisoformat(text) if text else None

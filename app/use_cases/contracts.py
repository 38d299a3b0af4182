"""What becomes of an accepted quote: credit check, signatures, delivery."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.domain.choices import Status
from app.domain.contract import Contract, faults
from app.domain.order import Signatory
from app.domain.problems import RefusedError, error
from app.ports import QuoteRecord
from app.use_cases.issuing import name_of
from app.use_cases.quotes import Saved, find
from app.use_cases.workplace import Workplace


def accepted_quote(workplace: Workplace, number: str) -> tuple[Saved, date]:
    """Return an accepted quote, and the day of its acceptance.

    RefusedError (`not_accepted`) for any other.
    """
    saved = find(workplace, number)
    now = saved.record.lifecycle
    if now.status is not Status.ACCEPTED or now.answered_on is None:
        name = name_of(saved.record)
        raise RefusedError(error("not_accepted", number=name, now=now.status))
    return saved, now.answered_on


def record_contract(
    workplace: Workplace, number: str, change: Callable[[Contract], Contract]
) -> QuoteRecord:
    """Keep what is known of the contract by now; what stays the same is not saved.

    RefusedError where the quote is not accepted, or a day cannot be (`faults`).
    """
    saved, accepted_on = accepted_quote(workplace, number)
    record = saved.record
    contract = change(record.contract)
    if wrong := faults(contract, accepted_on, workplace.clock.today()):
        raise RefusedError(*wrong)
    if contract == record.contract:
        return record
    with workplace.storage.writing() as store:
        return store.save_quote(
            replace(record, contract=contract, changed=workplace.stamp())
        )


def keep_signatory(
    workplace: Workplace, number: str, signatory: Signatory
) -> QuoteRecord:
    """Keep who signs for the customer, so that nobody is asked again."""
    return record_contract(
        workplace, number, lambda known: replace(known, signatory=signatory)
    )

"""`quotes contract`: records and shows what becomes of an accepted quote."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from app.cli.answer import columns, print_json, say
from app.cli.contract_commands import signatory_of
from app.cli.exit import Exit
from app.domain.contract import Contract, CreditCheck, Outcome
from app.use_cases.contracts import record_contract
from app.use_cases.workplace import Workplace
from app.wording import place_words
from app.wording.contracts import OUTCOMES
from i18n import Language

_DAYS: Final = {
    "distributor_signed": "distributor_signed_on",
    "customer_signed": "customer_signed_on",
    "delivered": "delivered_on",
}


def contract(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Keep what the call names, then say all that is known."""
    record = record_contract(
        workplace, args.number.upper(), lambda known: _changed(known, args)
    )
    if args.format == "json":
        said = _json(record.contract)
        number = record.quote.proposal.number
        revision = record.quote.proposal.revision
        shown = {"number": number, "revision": revision, "contract": said}
        print_json({**shown, "problems": []})
        return Exit.DONE
    for line in columns(list(_rows(record.contract, language))):
        say(line)
    return Exit.DONE


def _changed(known: Contract, args: Namespace) -> Contract:
    """Return the contract with what the call says of it."""
    said = vars(args)
    days = {_DAYS[name]: said[name] for name in _DAYS if name in said}
    return replace(
        known,
        signatory=signatory_of(args, known.signatory),
        credit=_credit(known.credit, said),
        **days,
    )


def _credit(known: CreditCheck | None, said: dict[str, object]) -> CreditCheck | None:
    """Return how the credit check ended, as the call says or as is known."""
    for outcome in Outcome:
        name = f"credit_{outcome.value}"
        if name in said:
            day = said[name]
            known = CreditCheck(outcome, day) if isinstance(day, date) else None
    return known


def _json(known: Contract) -> dict[str, object]:
    """Return a contract as JSON names it; null for what is not known."""
    who, credit = known.signatory, known.credit
    days = {name: getattr(known, name) for name in _DAYS.values()}
    return {
        "signatory": {
            "name": who.name or None,
            "function": who.function or None,
            "email": who.email or None,
            "phone": who.phone or None,
        },
        "credit": credit and {"outcome": credit.outcome, "on": credit.on.isoformat()},
        **{name: day and day.isoformat() for name, day in days.items()},
    }


def _rows(known: Contract, language: Language) -> Iterator[tuple[str, str]]:
    """Yield each step and its day, a dash for one to come."""
    who, credit = known.signatory, known.credit
    signs = ", ".join(filter(None, (who.name, who.function)))
    yield language.gettext("Who signs for the customer"), signs or "–"
    outcome = language.gettext(OUTCOMES[credit.outcome]) if credit else "–"
    day = language.date(credit.on) if credit else ""
    yield place_words("contract.credit", language), f"{outcome} {day}".strip()
    for name in _DAYS.values():
        on = getattr(known, name)
        place = place_words(f"contract.{name}", language)
        yield place, language.date(on) if on else "–"

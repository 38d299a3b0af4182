"""Where a quote that was handed over stands, in a sentence."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.domain.choices import Status
from app.domain.contract import Contract, Outcome
from app.domain.falling_due import EARNS_NOTHING, Step, falling_due
from app.ports import QuoteRecord
from app.wording.statuses import NOTHING_DUE
from i18n import N_, Language
from ui.models.words import NO_BREAK

#: The colour of a status's chip; the word in it says the same.
TONES: Final = {
    Status.PRESENTED: "info",
    Status.ACCEPTED: "good",
    Status.EXPIRED: "attention",
}

#: What a commission waits for, in words.
STEPS: Final = {
    Step.CREDIT: N_("credit check"),
    Step.DISTRIBUTOR: N_("signature of the distributor"),
    Step.CUSTOMER: N_("signature of the customer"),
}


def standing_text(
    record: QuoteRecord, language: Language, today: date, *, watched: bool = False
) -> str:
    """Say since when the quote stands where it does; '' for a draft.

    Why it was declined is not for a customer who looks on (`watched`).
    """
    _, now, last = language.gettext, record.lifecycle, record.quote.proposal.valid_until
    texts = {
        Status.PRESENTED: _("Presented on {day}, valid until {last}."),
        Status.EXPIRED: _("Presented on {day}; its last day was {last}."),
        Status.ACCEPTED: _("Accepted on {answered}."),
        Status.DECLINED: _("Declined on {answered}.")
        if watched
        else _("Declined on {answered}: {reason}"),
        Status.SUPERSEDED: _("A later revision took its place."),
    }
    status = now.shown(last, today)
    text = texts.get(status, "")
    if now.late(last):
        text = _("Accepted on {answered}, after its last day ({last}).")
    days = {"day": now.presented_on, "last": last, "answered": now.answered_on}
    shown = {name: _day(day, language) for name, day in days.items()}
    return text.format(reason=now.reason, **shown)


def contract_text(contract: Contract, language: Language) -> str:
    """Say how the contract stands; '' where nothing is known of it yet."""
    _, credit = language.gettext, contract.credit
    if credit and credit.outcome is Outcome.REFUSED:
        text = _("Credit check refused on {day}.")
        return text.format(day=_day(credit.on, language))
    if not contract.under_way:
        return ""
    waits = falling_due(contract).waits_for
    if waits:
        names = ", ".join(_(STEPS[step]) for step in waits)
        return _("Still open: {steps}.").format(steps=names)
    if contract.delivered_on is None:
        return _("Signed by all; to be delivered.")
    text = _("The contract runs since {day}.")
    return text.format(day=_day(contract.delivered_on, language))


def due_text(contract: Contract, status: Status, language: Language) -> str:
    """W1: say when the commission falls due, or fell, or why nothing does."""
    _, due = language.gettext, falling_due(contract)
    if status in EARNS_NOTHING:
        return _(NOTHING_DUE[status])
    if due.lost:
        return _("lost: the credit check was refused")
    if due.on is None:
        return _("due after credit approval and all signatures")
    return _("due on {day}").format(day=_day(due.on, language))


def _day(day: date | None, language: Language) -> str:
    """Write a day that stays in one line, a dash for none."""
    return language.date(day).replace(" ", NO_BREAK) if day else "–"

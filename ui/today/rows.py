"""What needs doing and what quotes come to, as rows of finished strings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from app.domain.choices import Status
from app.domain.overview import Duty, Earned, Stage
from app.wording.statuses import STATUSES
from i18n import N_, Language
from ui.models.lifecycle_words import STEPS, TONES
from ui.models.words import money
from ui.prices.lists import ListSummary
from ui.widgets.read_table import Column

_ENDING: Final = {
    Status.DRAFT: N_("Finish the draft: it ends soon"),
    Status.PRESENTED: N_("Ask the customer: the offer ends soon"),
    Status.EXPIRED: N_("Ask the customer: the offer has ended"),
}


@dataclass(frozen=True, slots=True)
class DutyRow:
    """What is to be done with one quote; `name` leads to this very revision.

    Without a name it is about the price lists.
    """

    name: str
    what: str
    label: str
    customer: str
    day: str
    tone: str


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar with its figures: how much of the longest is filled, and outlined.

    `tone` is the token of its colour.
    """

    name: str
    first: str
    second: str
    filled: float
    outlined: float = 0.0
    tone: str = "quiet"
    share: str = ""


def duty_row(duty: Duty, language: Language, today: date) -> DutyRow:
    """Write what is to be done with a quote."""
    status = duty.shown(today)
    return DutyRow(
        name=duty.name,
        what=_what(duty, status, language, today),
        label=duty.label,
        customer=duty.customer,
        day=language.day(duty.day),
        tone="attention" if duty.day < today and not duty.waits_for else "",
    )


def list_rows(
    lists: Sequence[ListSummary], language: Language, today: date
) -> Iterator[DutyRow]:
    """Write which price lists have ended, or came long ago."""
    _ = language.gettext
    for each in lists:
        ended = each.ended(today)
        if not ended and not each.old(today):
            continue
        day = each.valid_to or each.imported
        yield DutyRow(
            name="",
            what=_("Import a newer price list: this one has ended")
            if ended
            else _("Ask for a newer price list: this one came long ago"),
            label=f"{each.list_id} {each.version}",
            customer="",
            day=language.day(day) if day else "",
            tone="attention" if ended else "",
        )


def _what(duty: Duty, status: Status, language: Language, today: date) -> str:
    """Say what is to be done."""
    if duty.waits_for:
        names = ", ".join(language.gettext(STEPS[step]) for step in duty.waits_for)
        return language.gettext("Still open: {steps}.").format(steps=names).rstrip(".")
    if status is Status.DRAFT and duty.day < today:
        return language.gettext("Finish the draft: its last day has passed")
    return language.gettext(_ENDING[status])


def stage_rows(stages: Sequence[Stage], language: Language) -> Iterator[BarRow]:
    """Write how many quotes stand where."""
    longest = max((each.count for each in stages), default=0)
    every = sum(each.count for each in stages)
    for each in stages:
        yield BarRow(
            name=language.gettext(STATUSES[each.status]),
            first=language.number(each.count),
            second=money(each.monthly, language) if each.count else "",
            filled=_part(each.count, longest),
            tone=TONES.get(each.status, "quiet"),
            share=_percent(each.count, every, language),
        )


def month_rows(months: Sequence[Earned], language: Language) -> Iterator[BarRow]:
    """Write what months bring, each against the best one of its currency."""
    best: dict[str, int] = {}
    every: dict[str, int] = {}
    for each in months:
        currency, cents = each.due.currency, each.due.cents + each.expected.cents
        best[currency] = max(best.get(currency, 0), cents)
        every[currency] = every.get(currency, 0) + cents
    for each in months:
        currency, cents = each.due.currency, each.due.cents + each.expected.cents
        yield BarRow(
            name=language.month(each.month),
            first=money(each.due, language) if each.due.cents else "",
            second=money(each.expected, language) if each.expected.cents else "",
            filled=_part(each.due.cents, best[currency]),
            outlined=_part(each.expected.cents, best[currency]),
            tone="own",
            share=_percent(cents, every[currency], language),
        )


def duty_columns() -> tuple[Column[DutyRow], ...]:
    """Return the columns of what needs doing."""
    return (
        Column(N_("To do"), lambda row: row.what),
        Column(N_("Quote"), lambda row: row.label, 132),
        Column(N_("Customer"), lambda row: row.customer, 220),
        Column(N_("Day"), lambda row: row.day, 100, figures=True),
    )


def stage_columns() -> tuple[Column[BarRow], ...]:
    """Return the columns of the pipeline, its bar the second."""
    return (
        Column(N_("Status"), lambda row: row.name, 116),
        Column(N_("Share"), lambda row: row.share),
        Column(N_("Quotes"), lambda row: row.first, 76, figures=True),
        Column(N_("Per month"), lambda row: row.second, 126, figures=True),
    )


def month_columns() -> tuple[Column[BarRow], ...]:
    """Return the columns of the commissions, likewise."""
    return (
        Column(N_("Month"), lambda row: row.name, 128),
        Column(N_("Share"), lambda row: row.share, own=True),
        Column(N_("Due"), lambda row: row.first, 126, figures=True, own=True),
        Column(N_("Expected"), lambda row: row.second, 126, figures=True, own=True),
    )


def _part(of: int, whole: int) -> float:
    """Return a part of one; nothing of nothing."""
    return of / whole if whole else 0.0


def _percent(of: int, whole: int, language: Language) -> str:
    """Write a part of a hundred, rounded; nothing of nothing."""
    if not of:
        return ""
    return language.percent(Decimal(round(100 * _part(of, whole))))

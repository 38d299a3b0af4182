"""The end-of-contract sheet: return, erasure, early end and extension."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.documents.document import (
    Clause,
    Conditions,
    Document,
    Section,
    TableItem,
    Tone,
    Words,
)
from app.documents.extension_words import extension_words
from app.documents.frame import frame
from app.documents.quote import masthead
from app.documents.quote.conditions import early_end
from app.documents.quote.inputs import Inputs
from app.documents.quote.writer import MISSING
from app.domain.choices import Return
from app.domain.early_end import EarlyEnd
from app.domain.extension import Extension
from app.domain.money import Amount
from app.domain.offer import AtEnd


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What the end of a contract comes to.

    `months` holds an end after each month (W8), `collecting` what having the hardware
    collected costs, chosen or not (W12).
    """

    accepted_on: date
    months: tuple[EarlyEnd, ...]
    extension: Extension
    collecting: AtEnd


def end_document(inputs: Inputs, ending: Ending, program: str) -> Document:
    """Return the sheet that tells a customer how the contract may end."""
    write = inputs.write
    title = write.gettext("End of the contract")
    made = (
        _return(inputs, ending.collecting),
        _extension(inputs, ending.extension),
        _early_end(inputs, ending.months),
    )
    return replace(
        frame(title, inputs, program, ending.accepted_on),
        dates=(masthead.accepted(inputs, ending.accepted_on),),
        parties=masthead.named(masthead.customer(inputs), masthead.contact(inputs)),
        sections=tuple(section for section in made if section),
        conditions=_conditions(inputs, ending.extension),
    )


def _return(inputs: Inputs, collecting: AtEnd) -> Section:
    """W12: the two ways to give the hardware back, the chosen one first to the eye."""
    write = inputs.write
    devices = write.number(collecting.devices)
    way = inputs.proposal.return_way
    own = TableItem(
        name=write.gettext("You return the hardware yourself"),
        details=(
            write.gettext("no fee; its delivery is wholly your responsibility"),
            *_chosen(way is Return.SELF, inputs),
        ),
        quantity=devices,
        unit=MISSING,
        amount=write.money(Amount.zero(inputs.offer.currency)),
        tone=_tone(way is Return.SELF),
    )
    unknown = collecting.per_device is None or collecting.total is None
    fetched = TableItem(
        name=write.gettext("Safe collection of the hardware"),
        details=_chosen(way is Return.COLLECTED, inputs),
        quantity=devices,
        unit=MISSING if unknown else write.money(collecting.per_device),
        amount=write.gettext("on request")
        if unknown
        else write.money(collecting.total),
        tone=_tone(way is Return.COLLECTED),
    )
    return Section(
        heading=write.gettext("Giving the hardware back"),
        aside=write.gettext("prices excluding VAT"),
        columns=(
            write.gettext("Return"),
            write.gettext("Devices"),
            write.gettext("Per device"),
            write.gettext("Total"),
        ),
        items=(own, fetched),
        totals=(),
    )


def _chosen(chosen: bool, inputs: Inputs) -> tuple[Words, ...]:
    """Say which way the quotation names."""
    return (inputs.write.gettext("as your quotation says"),) if chosen else ()


def _tone(chosen: bool) -> Tone:
    """Return how a way stands out."""
    return Tone.STRONG if chosen else Tone.PLAIN


def _extension(inputs: Inputs, found: Extension) -> Section | None:
    """W9: the extensions to choose from, and what they cost; None without any."""
    write, monthly = inputs.write, found.monthly
    if not found.choices:
        return None
    return Section(
        heading=write.gettext("Extending the contract"),
        aside=write.gettext("prices excluding VAT"),
        columns=(
            write.gettext("Extension"),
            write.gettext("In all"),
            write.gettext("Per month"),
            write.gettext("Total"),
        ),
        items=tuple(
            TableItem(
                name=write.months(months),
                quantity=write.number(found.term + months),
                unit=_money(monthly, inputs),
                amount=_money(monthly.times(months) if monthly else None, inputs),
                tone=Tone.PLAIN,
            )
            for months in found.choices
        ),
        totals=(),
    )


def _money(amount: Amount | None, inputs: Inputs) -> Words:
    """Write an amount; the distributor is asked for one that is not known."""
    if amount is None:
        return inputs.write.gettext("on request")
    return inputs.write.money(amount)


def _early_end(inputs: Inputs, months: tuple[EarlyEnd, ...]) -> Section:
    """W8: what an end after each month costs."""
    write = inputs.write
    return Section(
        heading=write.gettext("Ending early, month by month"),
        aside=write.gettext("prices excluding VAT"),
        columns=(
            write.gettext("End after month"),
            write.gettext("Invoiced by then"),
            write.gettext("Still due"),
            write.gettext("In all"),
        ),
        items=tuple(
            TableItem(
                name=write.number(each.month),
                quantity=write.money(each.paid),
                unit=write.money(each.due),
                amount=write.money(each.total),
                tone=Tone.PLAIN,
            )
            for each in months
        ),
        totals=(),
        dense=True,
    )


def _conditions(inputs: Inputs, found: Extension) -> Conditions:
    """Return the same in words, and what happens to the data."""
    write = inputs.write
    begins = write.gettext(
        "The contract starts on delivery, once you have accepted it; its months count"
        " from there."
    )
    back = write.gettext(
        "At the end you return the hardware yourself, its delivery being wholly your"
        " responsibility, or have it collected safely for a fee per device."
    )
    return Conditions(
        write.gettext("In words"),
        (
            Clause(write.gettext("Start"), begins),
            Clause(write.gettext("Early end"), early_end(inputs)),
            Clause(
                write.gettext("Extension"),
                extension_words(found, inputs.waas, write),
            ),
            Clause(write.gettext("Return"), back),
            Clause(
                write.gettext("Your data"),
                write.gettext("Certified companies erase the data."),
            ),
        ),
    )

"""The order form: what the distributor needs to open the contract of a quote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.documents.attachment import Attachment
from app.documents.document import (
    Acceptance,
    Clause,
    Conditions,
    Document,
    Particular,
    Particulars,
    PartyBox,
    Words,
)
from app.documents.frame import frame
from app.documents.quote import masthead
from app.documents.quote.conditions import rental
from app.documents.quote.headline import headline
from app.documents.quote.inputs import Inputs
from app.documents.quote.sections import sections
from app.domain.choices import Delivery
from app.domain.order import Order, Receiver
from app.domain.together import unbroken


def order_document(
    inputs: Inputs, order: Order, attachments: tuple[Attachment, ...], program: str
) -> Document:
    """Return the form of an order; `inputs` hold the offer of what is ordered."""
    write = inputs.write
    title = write.gettext("Order form")
    return replace(
        frame(title, inputs, program, order.accepted_on),
        dates=(masthead.accepted(inputs, order.accepted_on),),
        parties=_parties(inputs),
        headline=headline(inputs),
        particulars=(
            _customer(inputs),
            _signatory(inputs, order),
            _contract(inputs, order),
            _delivery(inputs, order),
        ),
        sections=sections(inputs),
        conditions=_conditions(inputs),
        acceptance=_acceptance(inputs, order),
        attachments=attachments,
    )


def _parties(inputs: Inputs) -> tuple[PartyBox, ...]:
    """Return who delivers, who sold, and who answers questions."""
    write, partner = inputs.write, inputs.partner
    lines = [partner.name, *_partner_address(inputs)]
    own: list[Words] = [(line,) for line in lines if line.strip()]
    if partner.vat_number:
        own.append(masthead.vat_number(inputs, partner.vat_number))
    made = (
        PartyBox(write.gettext("To"), (inputs.distributor_name,)),
        PartyBox(write.gettext("Partner"), tuple(own)),
        masthead.contact(inputs),
    )
    return tuple(box for box in made if box.lines)


def _customer(inputs: Inputs) -> Particulars:
    """Return who rents."""
    write, who = inputs.write, inputs.proposal.customer
    return Particulars(
        write.gettext("Customer"),
        (
            _said(write.gettext("Company"), (who.name,)),
            _said(write.gettext("Address"), masthead.address(inputs)),
            _said(
                write.gettext("VAT or enterprise number"), (unbroken(who.vat_number),)
            ),
        ),
    )


def _signatory(inputs: Inputs, order: Order) -> Particulars:
    """Return who signs for the customer."""
    write, who = inputs.write, order.signatory
    return Particulars(
        write.gettext("Signatory"),
        (
            _said(write.gettext("Name"), (who.name,)),
            _said(write.gettext("Position"), (who.function,)),
            _said(write.gettext("E-mail"), (who.email,)),
            _said(write.gettext("Phone"), (who.phone,)),
        ),
    )


def _contract(inputs: Inputs, order: Order) -> Particulars:
    """Return what is ordered on which quotation."""
    write, proposal = inputs.write, inputs.proposal
    quotation = write.gettext(
        "{number} of {day}",
        number="".join(masthead.number(inputs)),
        day=proposal.date,
    )
    entries = [
        Particular(write.gettext("Quotation"), (quotation,)),
        Particular(write.gettext("Accepted on"), (write.date(order.accepted_on),)),
        Particular(write.gettext("Term"), (write.months(inputs.offer.term or 0),)),
    ]
    if proposal.reference:
        entries.append(
            Particular(write.gettext("Your reference"), ((proposal.reference,),))
        )
    return Particulars(write.gettext("Contract"), tuple(entries))


def _delivery(inputs: Inputs, order: Order) -> Particulars:
    """W2, W12: return where the hardware goes, to whom, and how it comes back."""
    write, receiver = inputs.write, order.receiver
    return Particulars(
        write.gettext("Delivery and return"),
        (
            Particular(write.gettext("Delivery"), (masthead.delivered_to(inputs),)),
            _said(write.gettext("Address"), _delivery_address(inputs)),
            _said(write.gettext("Contact"), _named(receiver)),
            _said(write.gettext("Phone"), (receiver.phone,)),
            Particular(write.gettext("Return"), (masthead.returned(inputs),)),
        ),
    )


def _named(receiver: Receiver) -> tuple[str, ...]:
    """Return who takes the delivery; an e-mail address alone names nobody."""
    return (receiver.name, receiver.email) if receiver.name else ()


def _delivery_address(inputs: Inputs) -> list[str]:
    """Return the address of the delivery: its own, or that of who takes it in."""
    own = [line for line in inputs.proposal.delivery_address.splitlines() if line]
    if own:
        return own
    if inputs.proposal.delivery is Delivery.PARTNER:
        return _partner_address(inputs)
    return masthead.address(inputs)


def _partner_address(inputs: Inputs) -> list[str]:
    """Return the partner's street and town, as far as they are known."""
    partner = inputs.partner
    town = masthead.town(partner.postcode, partner.city, "")
    return [line for line in (*partner.street.splitlines(), town) if line.strip()]


def _said(label: Words, lines: Iterable[str]) -> Particular:
    """Return what is known under a label; nothing leaves a line to fill in."""
    return Particular(label, tuple((line,) for line in lines if line.strip()))


def _conditions(inputs: Inputs) -> Conditions:
    """Return what the customer consents to, and what binds whom."""
    write, distributor = inputs.write, inputs.distributor_name
    consent = write.gettext(
        "By signing you authorise {distributor} to check your credit, and for that to"
        " use the particulars on this form.",
        distributor=distributor,
    )
    mandate = write.gettext(
        "You mandate {partner} to hand this order and these particulars to"
        " {distributor}, which draws up the rental contract.",
        partner=inputs.partner_name,
        distributor=distributor,
    )
    binding = write.gettext(
        "This order binds neither side until the credit is approved and every contract"
        " is signed by {distributor} and by you.",
        distributor=distributor,
    )
    return Conditions(
        write.gettext("Consent"),
        (
            Clause(write.gettext("Credit check"), consent),
            Clause(write.gettext("Mandate"), mandate),
            Clause(write.gettext("Without engagement"), binding),
            rental(inputs),
        ),
    )


def _acceptance(inputs: Inputs, order: Order) -> Acceptance:
    """Return where the customer signs."""
    write = inputs.write
    return Acceptance(
        heading=write.gettext("Signature for the customer"),
        text=write.gettext(
            "Ordered under quotation {number} of {day}, accepted on {accepted}.",
            number="".join(masthead.number(inputs)),
            day=inputs.proposal.date,
            accepted=order.accepted_on,
        ),
        fields=(
            write.gettext("Name and capacity"),
            write.gettext("Place"),
            write.gettext("Date"),
            write.gettext("Signature, preceded by “agreed”"),
        ),
    )

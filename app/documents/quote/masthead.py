"""Who offers what to whom, when, and until when."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from app.documents.document import PartyBox, Words
from app.documents.quote.inputs import Inputs
from app.documents.quote.reaching import target
from app.domain.choices import Delivery, Return
from app.domain.lifecycle import label
from app.domain.together import unbroken

#: A Swiss number says by itself what it is.
_CALLED_VAT: Final = re.compile(r"\s*(?:TVA|MWST|IVA)$")


def number(inputs: Inputs) -> Words:
    """Return the quote's number with its revision; one not saved yet has none."""
    proposal = inputs.proposal
    return (label(proposal.number, proposal.revision),) if proposal.number else ()


def dates(inputs: Inputs) -> tuple[Words, ...]:
    """Return the quote's date, and its last day."""
    return (
        inputs.write.date(inputs.proposal.date),
        inputs.write.gettext("valid until {day} inclusive", day=inputs.valid_until),
    )


def accepted(inputs: Inputs, day: date) -> Words:
    """Return since when the quotation is accepted."""
    return inputs.write.gettext("quotation accepted on {day}", day=day)


def running(inputs: Inputs, title: Words) -> Words:
    """Return what heads each further page, in one line: what it is and for whom."""
    parts = (*title, *number(inputs), inputs.proposal.customer.name)
    return (" · ".join(filter(None, parts)),)


def notices(inputs: Inputs) -> tuple[Words, ...]:
    """Return what each page says of a quote that is not final."""
    said = []
    if not inputs.final:
        said.append(inputs.write.gettext("Draft quotation"))
    if inputs.offer.provisional:
        said.append(inputs.write.gettext("Provisional quotation"))
    if inputs.sample:
        said.append(inputs.write.gettext("Invented sample prices"))
    return tuple(said)


def warnings(inputs: Inputs) -> tuple[Words, ...]:
    """W11: say on the first page why the quote is provisional."""
    if not inputs.offer.provisional:
        return ()
    open_requests = [line for line in inputs.offer.lines if line.awaits_answer]
    return (
        inputs.write.ngettext(
            "Provisional: one special request still awaits its price from"
            " {distributor}. It is in no total.",
            "Provisional: {n} special requests still await their price from"
            " {distributor}. They are in no total.",
            len(open_requests),
            n=len(open_requests),
            distributor=inputs.distributor_name,
        ),
    )


def parties(inputs: Inputs) -> tuple[PartyBox, ...]:
    """Return the customer, the contact, and the way to and fro."""
    return named(customer(inputs), contact(inputs), _delivery(inputs))


def named(*parties: PartyBox) -> tuple[PartyBox, ...]:
    """Leave out the boxes of which there is nothing to say."""
    return tuple(party for party in parties if party.lines)


def customer(inputs: Inputs) -> PartyBox:
    """Return who the quote is for."""
    proposal, write = inputs.proposal, inputs.write
    who = proposal.customer
    lines = [who.name, who.contact, *address(inputs), who.email]
    words: list[Words] = [(line,) for line in lines if line.strip()]
    if who.vat_number:
        words.append(vat_number(inputs, who.vat_number))
    if proposal.reference:
        words.append(write.gettext("Your reference: {text}", text=proposal.reference))
    return PartyBox(write.gettext("For"), tuple(words))


def vat_number(inputs: Inputs, number: str) -> Words:
    """Return 'VAT no. BE 0123.456.749', which no line's end parts."""
    bare = _CALLED_VAT.sub("", number)
    said = inputs.write.gettext("VAT no. {number}", number=bare)
    return tuple(map(unbroken, said))


def address(inputs: Inputs) -> list[str]:
    """Return the customer's street and town, as far as they are known."""
    who = inputs.proposal.customer
    country = who.country if inputs.offer.vat_abroad else ""
    lines = (*who.street.splitlines(), town(who.postcode, who.city, country))
    return [line for line in lines if line.strip()]


def town(postcode: str, city: str, country: str) -> str:
    """Return '5000 Namur', or '75001 Paris (FR)'."""
    town = " ".join(filter(None, (postcode, city)))
    return f"{town} ({country})" if town and country else town


def contact(inputs: Inputs) -> PartyBox:
    """Return the salesperson; the partner's own numbers where they have none."""
    seller, partner = inputs.seller, inputs.partner
    name = inputs.proposal.seller or seller.name
    own = seller if name == seller.name else None
    # Only the partner's own settings make links: never what a customer is called.
    reached = ((own.email if own else "") or partner.email, partner.website)
    lines = (name, (own.phone if own else "") or partner.phone, *reached)
    return PartyBox(
        inputs.write.gettext("Your contact"),
        tuple((line,) for line in lines if line.strip()),
        named=bool(name),
        links=tuple((line, target(line)) for line in reached if target(line)),
    )


def _delivery(inputs: Inputs) -> PartyBox:
    """W2, W12: return where the hardware goes, and how it comes back."""
    address = inputs.proposal.delivery_address.splitlines()
    words: list[Words] = []
    if inputs.rental:
        words.append(delivered_to(inputs))
    words += [(line,) for line in address if line.strip()]
    if inputs.rental:
        words.append(returned(inputs))
    heading = inputs.write.gettext("Delivery and return")
    return PartyBox(heading, tuple(words), named=False)


def delivered_to(inputs: Inputs) -> Words:
    """W2: free either way."""
    if inputs.proposal.delivery is Delivery.CUSTOMER:
        return inputs.write.gettext("Delivered to you, free of charge")
    return inputs.write.gettext(
        "Delivered to {partner}, free of charge", partner=inputs.partner_name
    )


def returned(inputs: Inputs) -> Words:
    """W12: by the customer, or collected for a fee per device."""
    if inputs.proposal.return_way is Return.SELF:
        return inputs.write.gettext("At the end of the contract: returned by you")
    price = inputs.offer.at_end.per_device
    if price is None:
        return inputs.write.gettext("At the end of the contract: safe collection")
    return inputs.write.gettext(
        "At the end of the contract: safe collection, {price} per device", price=price
    )


def legal(inputs: Inputs) -> tuple[Words, ...]:
    """Return who the partner is before the law, in one line."""
    return ((inputs.legal,),) if inputs.legal else ()


def footer(inputs: Inputs) -> tuple[Words, ...]:
    """Return the partner's legal line, and that a quotation binds nobody yet."""
    return (
        *legal(inputs),
        inputs.write.gettext(
            "Without engagement until credit approval and signature of the contracts."
        ),
    )

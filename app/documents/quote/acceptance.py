"""Where the customer agrees."""

from __future__ import annotations

from app.documents.document import Acceptance, Words
from app.documents.quote import masthead
from app.documents.quote.inputs import Inputs


def acceptance(inputs: Inputs) -> Acceptance | None:
    """Return what is signed, if anything; a provisional quote cannot be (W11)."""
    if inputs.offer.provisional or not inputs.firm:
        return None
    write = inputs.write
    return Acceptance(
        heading=write.gettext("Acceptance"),
        text=agreed(inputs),
        fields=(
            write.gettext("Name and capacity"),
            write.gettext("Date"),
            write.gettext("Signature, preceded by “agreed”"),
        ),
    )


def agreed(inputs: Inputs) -> Words:
    """Say what is agreed to, and what is signed elsewhere."""
    return inputs.write.joined(" ", _text(inputs))


def _text(inputs: Inputs) -> list[Words]:
    """Return its sentences."""
    write, proposal = inputs.write, inputs.proposal
    if proposal.number:
        agreed = write.gettext(
            "Agreed to quotation {number} of {day}.",
            number="".join(masthead.number(inputs)),
            day=proposal.date,
        )
    else:
        agreed = write.gettext("Agreed to this quotation of {day}.", day=proposal.date)
    if not inputs.rented:
        return [agreed]
    return [
        agreed,
        write.gettext(
            "The rental contract with {distributor} is signed separately.",
            distributor=inputs.distributor_name,
        ),
    ]

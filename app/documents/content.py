"""From an offer to the paper that says it."""

from __future__ import annotations

from dataclasses import replace

from app.documents.attachment import Attachment
from app.documents.document import Document
from app.documents.frame import frame
from app.documents.quote import masthead
from app.documents.quote.acceptance import acceptance
from app.documents.quote.conditions import conditions
from app.documents.quote.headline import headline
from app.documents.quote.inputs import Inputs
from app.documents.quote.sections import sections
from app.documents.quote.terms import comparison
from app.documents.quote.writer import Writer, said
from app.domain.identity import Partner, Seller
from app.domain.offer import CustomerCopy, Offer
from app.domain.policy import CspPolicy, WaasPolicy
from i18n import Language


def quote_document(  # noqa: PLR0913, PLR0917 - the one door, all of it needed
    offer: Offer,
    copy: CustomerCopy,
    languages: tuple[Language, ...],
    partner: Partner,
    seller: Seller,
    waas: WaasPolicy,
    csp: CspPolicy,
    attachments: tuple[Attachment, ...],
    program: str,
    *,
    logo: bytes = b"",
    sample: bool = False,
    final: bool = True,
) -> Document:
    """Return what the paper of a quote says, in one language or in several.

    The first language leads: amounts are written its way. `program` is the name
    and version that the file gives as its maker, `logo` a PNG, `sample` puts on
    every page that the prices are invented, and one that is not `final`, or has no
    number, that it is a draft. ValueError where the proposal has no
    last day.
    """
    if copy.proposal.valid_until is None:
        raise ValueError(copy.proposal.number)
    inputs = Inputs(
        offer=offer,
        proposal=copy.proposal,
        valid_until=copy.proposal.valid_until,
        partner=partner,
        seller=seller,
        waas=waas,
        csp=csp,
        write=Writer(languages),
        sample=sample,
        final=final and bool(copy.proposal.number),
    )
    return replace(_document(inputs, attachments, program), logo=logo)


def _document(
    inputs: Inputs, attachments: tuple[Attachment, ...], program: str
) -> Document:
    """Put the parts together."""
    title = inputs.write.gettext("Quotation")
    return replace(
        frame(title, inputs, program, inputs.proposal.date),
        subject=inputs.proposal.title or said(title, 0),
        dates=masthead.dates(inputs),
        topic=(inputs.proposal.title,) if inputs.proposal.title else (),
        parties=masthead.parties(inputs),
        headline=headline(inputs),
        warnings=masthead.warnings(inputs),
        sections=sections(inputs),
        comparison=comparison(inputs),
        conditions=conditions(inputs),
        footer=masthead.footer(inputs),
        acceptance=acceptance(inputs),
        attachments=attachments,
    )

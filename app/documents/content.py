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
from app.documents.quote.writer import said


def quote_document(
    inputs: Inputs,
    attachments: tuple[Attachment, ...],
    program: str,
) -> Document:
    """Return what the paper of a quote says, in one language or in several.

    The first language leads: amounts are written its way. `program` is the name
    and version that the file gives as its maker.
    """
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

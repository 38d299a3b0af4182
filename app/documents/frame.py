"""What every paper about a quote says of itself, on every page and in the file."""

from __future__ import annotations

from datetime import date

from app.documents.document import Conditions, Document, Words
from app.documents.quote import masthead
from app.documents.quote.inputs import Inputs
from app.documents.quote.writer import said
from app.domain.accent import legible
from app.paper.styles import ACCENT
from i18n import Language


def frame(title: Words, inputs: Inputs, program: str, day: date) -> Document:
    """Return a paper of that title and day with nothing in it yet.

    `program` is the name and version that the file gives as its maker.
    """
    issuer = inputs.partner.name
    return Document(
        languages=tuple(_tag(language) for language in inputs.write.languages),
        day=day,
        name=_name(title, inputs),
        author=issuer or inputs.seller.name,
        subject=said(title, 0),
        program=program,
        issuer=(issuer,) if issuer else (),
        title=title,
        number=masthead.number(inputs),
        dates=(),
        notices=masthead.notices(inputs),
        running=masthead.running(inputs, title),
        footer=masthead.legal(inputs),
        topic=(),
        parties=(),
        headline=None,
        warnings=(),
        sections=(),
        comparison=None,
        conditions=Conditions((), ()),
        acceptance=None,
        attachments=(),
        accent=legible(inputs.partner.accent or ACCENT),
    )


def _tag(language: Language) -> str:
    """Return 'fr-BE', or 'fr' without a country."""
    return "-".join(filter(None, (language.code, language.territory)))


def _name(title: Words, inputs: Inputs) -> str:
    """Return what a window calls the file."""
    name = " ".join(filter(None, (said(title, 0), *masthead.number(inputs))))
    return f"{name} \u2013 {inputs.proposal.customer.name}"

"""The page with the customer's signature, which follows the paper signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.documents.document import Acceptance, Document, Signed, Words
from app.documents.frame import frame
from app.documents.quote import masthead
from app.documents.quote.acceptance import agreed
from app.documents.quote.inputs import Inputs
from app.domain.signature import SignedPaper


def signed_page(inputs: Inputs, signed: SignedPaper, program: str) -> Document:
    """Return the page: who accepts what, since when, by which hand."""
    write, signature = inputs.write, signed.signature
    title = write.gettext("Acceptance")
    filled = Signed(
        values=((signature.name.strip(),), write.date(signature.on)),
        strokes=signature.strokes,
        height=signature.height,
        drawing=write.gettext("Signature of {name}", name=signature.name.strip()),
        remarks=tuple(_remarks(inputs, signed)),
    )
    # What a hand draws on a screen is preceded by no word.
    drawn = write.gettext("Signature")
    acceptance = Acceptance(
        heading=drawn,
        text=agreed(inputs),
        fields=(write.gettext("Name and capacity"), write.gettext("Date"), drawn),
        signed=filled,
    )
    return replace(
        frame(title, inputs, program, signature.on),
        notices=(write.gettext("Signed copy"),),
        parties=masthead.parties(inputs),
        footer=masthead.footer(inputs),
        acceptance=acceptance,
        after=signed.pages,
    )


def _remarks(inputs: Inputs, signed: SignedPaper) -> Iterator[Words]:
    """W10: say what was signed, and what was not."""
    write = inputs.write
    if inputs.rented:
        yield write.gettext(
            "This signature accepts the quotation. It is not the rental contract, which"
            " {distributor} draws up and signs with you separately.",
            distributor=inputs.distributor_name,
        )
    else:
        yield write.gettext("This signature accepts the quotation.")
    yield write.gettext(
        "Signed on screen, on the quotation as it was handed over: {file}, whose pages"
        " stand before this one. This file begins with its {size} bytes, unchanged;"
        " their fingerprint:",
        file=signed.file_name,
        size=write.number(signed.size),
    )
    yield (f"SHA-256 {signed.sha256}",)

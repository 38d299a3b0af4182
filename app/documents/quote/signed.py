"""The copy of a quote that the customer signed at the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.documents.document import Document, Signed, Words
from app.documents.quote.inputs import Inputs
from app.domain.signature import SignedPaper


def signed_copy(document: Document, inputs: Inputs, signed: SignedPaper) -> Document:
    """Return the paper with the signature in its place, and named as a copy."""
    write, acceptance = inputs.write, document.acceptance
    if acceptance is None:
        return document
    signature = signed.signature
    name, day = signature.name.strip(), write.date(signature.on)
    filled = Signed(
        values=((name,), day),
        strokes=signature.strokes,
        height=signature.height,
        drawing=write.gettext("Signature of {name}", name=name),
        remarks=tuple(_remarks(inputs, signed)),
    )
    # What a hand draws on a screen is preceded by no word.
    fields = (*acceptance.fields[:-1], write.gettext("Signature"))
    return replace(
        document,
        notices=(*document.notices, write.gettext("Signed copy")),
        acceptance=replace(acceptance, fields=fields, signed=filled),
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
        "Signed on screen, on the quotation as it was handed over: {file}, which"
        " travels inside this copy. Its fingerprint:",
        file=signed.file_name,
    )
    yield (f"SHA-256 {signed.sha256}",)

"""Signed at the table: the customer's yes, with a signed copy beside the paper."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from app import PROGRAM, files
from app.documents.quote.signed import signed_page
from app.documents.quote_pdf import render
from app.domain.choices import Edition
from app.domain.contract import Contract
from app.domain.problems import RefusedError, error
from app.domain.signature import Signature, SignedPaper, complete
from app.paper.addition import ForeignError, pages_of, with_pages
from app.ports import IssuedDocument, QuoteRecord
from app.use_cases import issuing
from app.use_cases.export import inputs, named, paper
from app.use_cases.quotes import Saved, find
from app.use_cases.workplace import Workplace


def sign(
    workplace: Workplace, number: str, edition: Edition, signature: Signature
) -> QuoteRecord:
    """Accept a quote by a signature, and keep the signed copy: both or neither.

    What was handed over stays byte for byte: the copy begins with it.
    RefusedError where that edition was not handed over, the quote was answered
    or has nothing firm, the signature lacks its name or its drawing, or the paper is
    not of this program's making. It is the customer's yes to the quote, never to the
    distributor's contract (W10).
    """
    complete(signature)
    saved = find(workplace, number)
    if not any(line.firm for line in saved.priced.offer.lines):
        raise RefusedError(error("nothing_to_sign"))
    record = saved.record
    lifecycle = record.lifecycle.accepted(signature.on)
    (issued,) = issuing.papers(workplace, record, (edition,))
    copy = _copy(workplace, saved, issued, signature)
    accepted = replace(
        record,
        lifecycle=lifecycle,
        contract=_signatory(record.contract, signature),
        changed=workplace.stamp(),
    )
    with workplace.storage.writing() as store:
        return store.issue_quote(accepted, (copy,))


def write_signed(workplace: Workplace, number: str, folder: Path) -> tuple[Path, ...]:
    """Write the copies that the customer signed; RefusedError where there is none."""
    record = find(workplace, number).record
    copies = issuing.signed_copies(workplace, record)
    if not copies:
        raise RefusedError(error("nothing_signed", number=issuing.name_of(record)))
    return issuing.write(copies, folder)


def _copy(
    workplace: Workplace, saved: Saved, issued: IssuedDocument, signature: Signature
) -> IssuedDocument:
    """Return the paper that was handed over with one page more: the signature."""
    try:
        content = _signed(workplace, saved, issued, signature)
    except ForeignError as found:
        raise RefusedError(error("paper_foreign", name=issued.file_name)) from found
    stem = files.safe_name(named(saved.priced.quote.proposal))
    return IssuedDocument(
        language=issued.language,
        file_name=f"{stem}-signed-{issued.language.value}.pdf",
        content=content,
        sha256=sha256(content).hexdigest(),
        program_version=PROGRAM,
        issued=workplace.stamp(),
        signs=issued.sha256,
    )


def _signed(
    workplace: Workplace, saved: Saved, issued: IssuedDocument, signature: Signature
) -> bytes:
    """Return the paper and the page behind it; ForeignError where none can follow."""
    signed = SignedPaper(
        signature=signature,
        file_name=issued.file_name,
        sha256=issued.sha256,
        size=len(issued.content),
        pages=pages_of(issued.content),
    )
    of = paper(saved.priced, issued.language, workplace, final=True)
    page = replace(signed_page(inputs(of), signed, PROGRAM), logo=of.logo)
    return with_pages(issued.content, render(page))


def _signatory(known: Contract, signature: Signature) -> Contract:
    """Return the contract with who signed, unless a signatory is known."""
    if known.signatory.name:
        return known
    who = replace(known.signatory, name=signature.name.strip())
    return replace(known, signatory=who)

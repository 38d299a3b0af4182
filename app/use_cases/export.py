"""The PDFs that a customer keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app import PROGRAM, files
from app.documents.attachment import Attachment
from app.documents.content import quote_document
from app.documents.quote.inputs import Inputs
from app.documents.quote.writer import Writer
from app.documents.quote_pdf import Sketch, render, sketch
from app.domain.choices import Edition
from app.domain.identity import Partner, Seller
from app.domain.legal import legal_line
from app.domain.lifecycle import label
from app.domain.offer import CustomerCopy, Offer
from app.domain.policy import DEFAULT_CSP, DEFAULT_WAAS, CspPolicy, WaasPolicy
from app.domain.pricing import customer_copy
from app.domain.problems import RefusedError
from app.domain.proposal import Proposal
from app.domain.signature import SignedPaper
from app.exchange import customer_copy as quote_json
from app.exchange import ubl
from app.settings import POINT, Settings
from app.use_cases import logo
from app.use_cases.pricing import PricedQuote
from app.use_cases.workplace import Workplace
from i18n import Language


def export(
    quote: PricedQuote,
    editions: Sequence[Edition],
    folder: Path,
    workplace: Workplace,
    *,
    final: bool = False,
) -> tuple[Path, ...]:
    """Write one PDF an edition and return their paths.

    One that is not `final` says on every page that it is a draft. RefusedError, and
    nothing written, where an error keeps it from the customer.
    """
    made = pdfs(quote, editions, workplace, final=final)
    return tuple(
        files.write_beside(folder / name, content) for name, content in made.values()
    )


def pdfs(
    quote: PricedQuote,
    editions: Sequence[Edition],
    workplace: Workplace,
    *,
    final: bool = False,
) -> dict[Edition, tuple[str, bytes]]:
    """Return each edition's name and bytes; refused as `export` is."""
    if quote.refused:
        raise RefusedError(*quote.problems)
    proposal = quote.quote.proposal
    return {
        edition: (
            file_name(proposal, edition),
            pdf(quote, edition, workplace, final=final),
        )
        for edition in editions
    }


def file_name(proposal: Proposal, edition: Edition) -> str:
    """Return what an edition is called."""
    return f"{files.safe_name(named(proposal))}-{edition.value}.pdf"


def named(proposal: Proposal) -> str:
    """Return what the files are called: the number, else the customer."""
    number = label(proposal.number, proposal.revision) if proposal.number else ""
    return number or proposal.customer.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """All that a paper is made from: nothing that a customer may not read."""

    proposal: Proposal
    offer: Offer
    edition: Edition
    partner: Partner
    legal: str
    seller: Seller
    waas: WaasPolicy
    csp: CspPolicy
    logo: bytes
    sample: bool
    final: bool


def pdf(
    quote: PricedQuote, edition: Edition, workplace: Workplace, *, final: bool = False
) -> bytes:
    """Return one edition; the same quote gives the same bytes."""
    return made(paper(quote, edition, workplace, final=final))


def paper(
    quote: PricedQuote, edition: Edition, workplace: Workplace, *, final: bool = False
) -> Paper:
    """Return what an edition is made from; LookupError without its programme."""
    proposal = quote.quote.proposal
    policies, names = workplace.policies, proposal.policies
    home = workplace.settings.home
    waas = policies.waas_named(names.waas) or policies.waas_named(DEFAULT_WAAS)
    csp = policies.csp_named(names.csp) or policies.csp_named(DEFAULT_CSP)
    if waas is None or csp is None:
        raise LookupError(names)
    return Paper(
        proposal=proposal,
        offer=quote.offer,
        edition=edition,
        partner=workplace.settings.partner,
        legal=legal_line(policies.mentions_of(home), workplace.settings.partner),
        seller=signed_by(proposal, workplace.settings),
        waas=waas,
        csp=csp,
        logo=logo.content(workplace.settings, workplace.folder),
        sample=quote.sample,
        final=final,
    )


def made(paper: Paper, signed: SignedPaper | None = None, issued: bytes = b"") -> bytes:
    """Make the PDF; a signed one with the paper inside that was handed over."""
    copy = customer_copy(paper.proposal, paper.offer)
    inside = (*attachments(paper, copy), *_enclosed(signed, issued))
    document = quote_document(inputs(paper), inside, PROGRAM, signed)
    return render(replace(document, logo=paper.logo))


def sketched(paper: Paper) -> Sketch:
    """Draw the first page alone: it looks as in what `made` returns."""
    document = quote_document(inputs(paper), (), PROGRAM)
    return sketch(replace(document, logo=paper.logo))


def _enclosed(signed: SignedPaper | None, issued: bytes) -> Iterator[Attachment]:
    """Yield the paper that was signed, byte for byte."""
    if signed:
        yield Attachment(signed.file_name, "application/pdf", issued, "Source")


def languages_of(
    edition: Edition, country: str, partner: Partner
) -> tuple[Language, ...]:
    """Return an edition's languages, with the habits of the customer's country."""
    point = partner.figures == POINT
    return tuple(Language.of(code, country, point=point) for code in edition.languages)


def _languages(paper: Paper) -> tuple[Language, ...]:
    """Return the languages of a paper, the leading one first."""
    return languages_of(paper.edition, paper.proposal.customer.country, paper.partner)


def attachments(paper: Paper, copy: CustomerCopy) -> Iterator[Attachment]:
    """Yield what travels inside: to reopen here, and to read in other programs."""
    yield Attachment(
        quote_json.FILE_NAME, "application/json", quote_json.write(copy), "Source"
    )
    quotation = ubl.Quotation(
        copy=copy,
        offer=paper.offer,
        languages=_languages(paper),
        partner=paper.partner,
        seller=paper.seller,
        final=paper.final,
        sample=paper.sample,
    )
    if content := ubl.write(quotation):
        yield Attachment(ubl.FILE_NAME, "application/xml", content, "Alternative")


def inputs(paper: Paper) -> Inputs:
    """Return what any kind of paper is made from; ValueError without a last day."""
    proposal = paper.proposal
    if proposal.valid_until is None:
        raise ValueError(proposal.number)
    return Inputs(
        offer=paper.offer,
        proposal=proposal,
        valid_until=proposal.valid_until,
        partner=paper.partner,
        legal=paper.legal,
        seller=paper.seller,
        waas=paper.waas,
        csp=paper.csp,
        write=Writer(_languages(paper)),
        sample=paper.sample,
        final=paper.final and bool(proposal.number),
    )


def signed_by(proposal: Proposal, settings: Settings) -> Seller:
    """Return who signs: the quote's own seller, or the one of the settings."""
    mine = settings.seller
    if proposal.seller in ("", mine.name):
        return mine
    return Seller(name=proposal.seller)

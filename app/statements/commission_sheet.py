"""W1: what the partner earns on a quote, and what it waits for."""

from __future__ import annotations

from typing import Final

from app.domain.choices import Status, Term
from app.domain.contract import Contract
from app.domain.extension import Extension
from app.domain.falling_due import falling_due
from app.domain.quote import Quote
from app.domain.resolved import Resolved
from app.statements.commission_due import DueWords
from app.statements.commission_extension import OnExtension
from app.statements.commission_terms import UnderTerm
from app.statements.statement import Fact, Maker, Statement
from i18n import Language

NOTHING_KNOWN: Final = Contract()


def commission_sheet(  # noqa: PLR0913 - a quote, and what is known of its contract
    quote: Quote,
    resolved: Resolved,
    maker: Maker,
    language: Language,
    *,
    contract: Contract = NOTHING_KNOWN,
    status: Status = Status.DRAFT,
    extension: Extension | None = None,
    sample: bool = False,
) -> Statement:
    """Say what a quote earns line by line under each term, its own term first.

    Where the quote stands (`status`) and what is known of the contract tell when
    that falls due, and what it waits for; extending it earns anew (W9). An amount
    that is not known yet is said to be confirmed, never 0. `sample` says on every
    page that the prices are invented.
    """
    own, due = quote.proposal.term, falling_due(contract)
    words = DueWords(due, status, resolved.distributor, language)
    terms = [UnderTerm(quote, resolved, term, language, words) for term in Term if own]
    totals = [Fact(each.heading, each.headline, each.term is own) for each in terms]
    longer = _longer(resolved, extension, language)
    first = [each.section() for each in terms if each.term is own]
    others = [each.section() for each in longer]
    others += [each.section() for each in terms if each.term is not own]
    nothing = language.gettext("This quote holds nothing that earns a commission.")
    totals += [each.fact() for each in longer]
    return Statement(
        maker=maker,
        title=language.gettext("Commission"),
        subject=_subject(quote),
        facts=(_about(quote, resolved, language), tuple(totals)),
        sections=(*first, words.section(), *others) if own else (),
        remarks=() if own else (nothing,),
        signs=(language.gettext("Invented sample prices"),) if sample else (),
    )


def _longer(
    resolved: Resolved, extension: Extension | None, language: Language
) -> tuple[OnExtension, ...]:
    """W9: return what extending the contract earns; nothing where it cannot be."""
    if extension is None or not extension.choices:
        return ()
    return (OnExtension(resolved, extension, language),)


def _subject(quote: Quote) -> str:
    """Return the quote's number and customer."""
    proposal = quote.proposal
    number = "-".join(filter(None, (proposal.number, proposal.revision)))
    return " · ".join(filter(None, (number, proposal.customer.name)))


def _about(quote: Quote, resolved: Resolved, language: Language) -> tuple[Fact, ...]:
    """Return whose quote it is, and by which lists it is priced."""
    _, proposal = language.gettext, quote.proposal
    lists = (f"{each.list_id} {each.version}" for each in resolved.lists)
    return (
        Fact(_("Customer"), proposal.customer.name),
        Fact(_("Quote of"), proposal.date),
        Fact(_("Distributor"), resolved.distributor or None),
        Fact(_("Price lists"), ", ".join(lists) or None),
    )

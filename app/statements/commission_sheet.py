"""W1: what the partner earns on a quote, and what it waits for."""

from __future__ import annotations

from app.domain.choices import Term
from app.domain.quote import Quote
from app.domain.resolved import Resolved
from app.statements.commission_terms import UnderTerm
from app.statements.statement import Column, Fact, Line, Maker, Section, Statement
from i18n import Language


def commission_sheet(
    quote: Quote,
    resolved: Resolved,
    maker: Maker,
    language: Language,
    *,
    sample: bool = False,
) -> Statement:
    """Say what a quote earns line by line under each term, its own term first.

    An amount that is not known yet is said to be confirmed, never 0. `sample`
    says on every page that the prices are invented.
    """
    own = quote.proposal.term
    terms = [UnderTerm(quote, resolved, term, language) for term in Term if own]
    totals = [Fact(each.heading, each.headline, each.term is own) for each in terms]
    first = [each.section() for each in terms if each.term is own]
    others = [each.section() for each in terms if each.term is not own]
    nothing = language.gettext("This quote holds nothing that earns a commission.")
    return Statement(
        maker=maker,
        title=language.gettext("Commission"),
        subject=_subject(quote),
        facts=(_about(quote, resolved, language), tuple(totals)),
        sections=(*first, _due(resolved, language), *others) if own else (),
        remarks=() if own else (nothing,),
        signs=(language.gettext("Invented sample prices"),) if sample else (),
    )


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


def _due(resolved: Resolved, language: Language) -> Section:
    """W1: say when it falls due, and what it waits for until then."""
    _ = language.gettext
    distributor = resolved.distributor or _("the distributor")
    steps = (
        _("Credit check of the customer approved by {distributor}"),
        _("Every contract signed by {distributor}"),
        _("Every contract signed by the customer"),
    )
    return Section(
        heading=_("When it falls due"),
        aside=_("expected"),
        columns=(Column(_("What it waits for")), Column(_("Date"), figures=True)),
        lines=tuple(
            Line((step.format(distributor=distributor), _("still open")))
            for step in steps
        ),
        remarks=(
            _(
                "The commission is due once, on the latest of these days. Until then"
                " it is expected; a refused credit check loses it."
            ),
        ),
    )

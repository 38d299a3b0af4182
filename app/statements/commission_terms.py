"""W1: what a quote earns line by line under one term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from app.domain.charges import awaits_answer
from app.domain.choices import Term
from app.domain.commission import CommissionLine, earned, lines_under
from app.domain.money import Amount
from app.domain.pricing import not_offered
from app.domain.quote import Quote
from app.domain.resolved import Resolved, ResolvedLine
from app.statements.commission_due import DueWords
from app.statements.commission_words import amount_said, name_of, named, rest_open
from app.statements.statement import Column, Fact, Line, Section, Sum, Value
from i18n import Language


@dataclass(frozen=True)
class UnderTerm:
    """A quote with its items under one term, and the language that says it.

    `due` says of the quote's own term when a line falls due.
    """

    quote: Quote
    resolved: Resolved
    term: Term
    language: Language
    due: DueWords

    @property
    def heading(self) -> str:
        """'36 months'."""
        text = self.language.ngettext("{n} month", "{n} months", self.term.value)
        return text.format(n=self.term.value)

    @property
    def total(self) -> Value:
        """What the term earns, or why nobody can say it (W7)."""
        amount = earned(self.quote, self.resolved).terms.at(self.term)
        if amount is None:
            return self.language.gettext("not offered")
        known = self._known or not self._open
        return amount_said(amount if known else None, self.language)

    @property
    def headline(self) -> Value:
        """The total by itself, which says what it leaves out."""
        total = self.total
        if not (self._known and self._open and isinstance(total, Sum)):
            return total
        return rest_open(total, self.language)

    def section(self) -> Section:
        """Return the table of its lines, or a sentence in its place."""
        _, own = self.language.gettext, self._own
        lines = () if self._lacking else tuple(self._lines())
        total = Fact(_("Commission of the contract, once"), self.total)
        return Section(
            heading=self.heading,
            aside=_("the term of this quote") if own else "",
            columns=(
                Column(_("Item")),
                Column(_("Reference")),
                *((Column(_("Falls due")),) if own else ()),
                Column(_("Quantity"), figures=True),
                Column(_("Per unit"), figures=True),
                Column(_("Commission"), figures=True),
            ),
            lines=lines,
            total=total if lines else None,
            remarks=tuple(self._remarks()),
        )

    @cached_property
    def _earning(self) -> tuple[CommissionLine, ...]:
        """The lines that earn something."""
        return lines_under(self.quote, self.resolved, self.term)

    @cached_property
    def _unanswered(self) -> tuple[ResolvedLine, ...]:
        """W11: the firm requests that the distributor has not answered."""
        lines = self.resolved.lines
        return tuple(each for each in lines if each.firm and awaits_answer(each))

    @property
    def _lacking(self) -> tuple[ResolvedLine, ...]:
        """W7: the firm lines without a price for the term."""
        return not_offered(self.resolved, self.term)

    @property
    def _known(self) -> bool:
        """Whether any line's commission is known."""
        return any(line.total is not None for line in self._earning)

    @property
    def _open(self) -> bool:
        """Whether a line's commission is not known yet."""
        unknown = any(line.unit is None for line in self._earning)
        return unknown or bool(self._unanswered)

    def _remarks(self) -> Iterator[str]:
        """Yield what the table does not say."""
        _ = self.language.gettext
        if self._lacking:
            text = _("Not offered for this term: {names}.")
            names = (name_of(each, self.language) for each in self._lacking)
            yield text.format(names=", ".join(dict.fromkeys(names)))
        elif self._open and self._known:
            yield _("The total leaves out what is still to be confirmed.")
        elif not (self._earning or self._open):
            yield _("No line of the quote earns a commission under this term.")

    def _lines(self) -> Iterator[Line]:
        """Yield every line that earns, then those that may."""
        held = {each.place: each for each in self.resolved.lines}
        for line in self._earning:
            name = named(held[line.place], self.language)
            yield self._line(name, line.sku, line.quantity, line.unit, line.total)
        for each in self._unanswered:
            yield self._line(
                name_of(each, self.language), None, each.line.quantity, None, None
            )

    def _line(
        self,
        name: str,
        sku: str | None,
        quantity: int,
        unit: Amount | None,
        total: Amount | None,
    ) -> Line:
        """Return one line; that of the quote's own term says when it falls due."""
        falls = (self.due.of(known=unit is not None),) if self._own else ()
        amounts = (amount_said(each, self.language) for each in (unit, total))
        return Line((name, sku, *falls, quantity, *amounts))

    @property
    def _own(self) -> bool:
        """Whether it is the term of the quote."""
        return self.term is self.quote.proposal.term

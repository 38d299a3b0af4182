"""W9: what an extension of the contract earns, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from app.domain.commission import CommissionLine
from app.domain.extension import Extension
from app.domain.extension_commission import extension_lines
from app.domain.money import total
from app.domain.resolved import Resolved
from app.statements.commission_words import amount_said, named, rest_open
from app.statements.statement import Column, Fact, Line, Section, Sum, Value
from i18n import Language


@dataclass(frozen=True)
class OnExtension:
    """A quote whose contract can be extended, and the language that says it."""

    resolved: Resolved
    extension: Extension
    language: Language

    def fact(self) -> Fact:
        """Return the total by itself, which says what it leaves out."""
        whole, label = self._total, self.language.gettext("Extension")
        if self._open and isinstance(whole, Sum):
            whole = rest_open(whole, self.language)
        return Fact(label, whole)

    def section(self) -> Section:
        """Return the table of what it earns, or a sentence in its place."""
        _ = self.language.gettext
        lines = tuple(self._lines())
        total = Fact(_("Commission of an extension, once"), self._total)
        return Section(
            heading=_("If the contract is extended"),
            aside=self._months,
            columns=(
                Column(_("Item")),
                Column(_("Reference")),
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
        """What each line earns."""
        return extension_lines(self.resolved)

    @property
    def _open(self) -> bool:
        """Whether a line's commission is not known yet."""
        return any(line.total is None for line in self._earning)

    @property
    def _total(self) -> Value:
        """What is known of it in all."""
        known = [line.total for line in self._earning if line.total is not None]
        sure = known or not self._open
        whole = total(known, self.resolved.currency) if sure else None
        return amount_said(whole, self.language)

    @property
    def _months(self) -> str:
        """'by 24 months at most'."""
        most = self.extension.most
        text = self.language.ngettext(
            "by {n} month at most", "by {n} months at most", most
        )
        return text.format(n=most)

    def _lines(self) -> Iterator[Line]:
        """Yield every line."""
        held = {each.place: each for each in self.resolved.lines}
        for line in self._earning:
            name = named(held[line.place], self.language)
            amounts = (amount_said(a, self.language) for a in (line.unit, line.total))
            yield Line((name, line.sku, line.quantity, *amounts))

    def _remarks(self) -> Iterator[str]:
        """Yield what the table does not say."""
        _ = self.language.gettext
        if not self._earning:
            yield _("No line of the quote earns a commission when it is extended.")
            return
        if self._open and isinstance(self._total, Sum):
            yield _("The total leaves out what is still to be confirmed.")
        yield _(
            "Each extension earns this once, whatever its length. It falls due like"
            " that of the contract, once its own credit check is approved and everyone"
            " has signed it."
        )

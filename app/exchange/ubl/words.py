"""What a quotation says in words, in any of its languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from app.domain.choices import Delivery, Party, Return
from app.domain.identity import Partner
from app.domain.localized import Localized
from app.domain.offer import Offer, OfferLine
from app.domain.proposal import Proposal
from app.exchange.ubl.periods import PaidLine, PaidTotal, Paying, paid_totals
from i18n import N_, Language

#: A text that is still to be said in a language.
Said = Callable[[Language], str]

_HEADINGS: Final = {
    Paying.MONTHLY: N_("Invoiced each month by {party}"),
    Paying.ONCE: N_("Invoiced once by {party}"),
    Paying.ANNUAL: N_("Invoiced each year by {party}"),
}
_COUNTED: Final = N_("{heading}: {amount} excluding VAT, {n} times in the total.")
_COUNTED_ONCE: Final = N_("{heading}: {amount} excluding VAT.")
_BETWEEN: Final = " · "


class Words:
    """Says what the offer is made of; names and amounts are the offer's own."""

    def __init__(
        self, offer: Offer, partner: Partner, languages: tuple[Language, ...]
    ) -> None:
        """Speak of this offer, in these languages."""
        self._offer, self._partner = offer, partner
        self.languages = languages

    def first(self, said: Said) -> str:
        """Return a text in the leading language."""
        return said(self.languages[0])

    def standing(self, *, final: bool, sample: bool) -> Iterator[Said]:
        """Yield how far one may rely on it."""
        if not final:
            yield _plain(N_("Draft quotation"))
        if self._offer.provisional:
            yield _plain(N_("Provisional quotation"))
        if sample:
            yield _plain(N_("Invented sample prices"))
        yield _plain(
            N_(
                "Without engagement until credit approval and signature of the"
                " contracts."
            )
        )

    def invoicing(self) -> Iterator[Said]:
        """Yield who invoices which amount, and how often it is in the total."""
        for each in paid_totals(self._offer):
            yield self._invoiced(each)
        if self._offer.vat_rate is None:
            yield _plain(
                N_(
                    "VAT is not calculated: you are established in another country"
                    " than your partner, and the rules between countries apply."
                )
                if self._offer.vat_abroad
                else N_("VAT is not calculated: no rate is known.")
            )

    def _invoiced(self, each: PaidTotal) -> Said:
        """Say what one total is, and how often it is counted."""
        heading = self.heading(each)

        def say(language: Language) -> str:
            amount = language.money(each.taxed.net) if each.taxed.net else ""
            text = language.gettext(_COUNTED if each.times > 1 else _COUNTED_ONCE)
            values = {"amount": amount, "n": language.number(each.times)}
            return text.format(heading=heading(language), **values)

        return say

    def heading(self, each: PaidTotal | PaidLine) -> Said:
        """Say who invoices it, and when."""
        party = each.party if isinstance(each, PaidTotal) else each.line.invoiced_by

        def say(language: Language) -> str:
            text = language.gettext(_HEADINGS[each.paying])
            return text.format(party=self._name(party, language))

        return say

    def _name(self, party: Party, language: Language) -> str:
        """Return a party's name, or words for it."""
        if party is Party.DISTRIBUTOR:
            name = self._offer.distributor.name
            return name or language.gettext("the distributor")
        return self._partner.name or language.gettext("your partner")

    def apart(self, proposal: Proposal) -> Iterator[Said]:
        """Yield what is in no total."""
        if any(not line.firm for line in self._offer.lines):
            yield _plain(N_("Optional lines and alternatives are in no total."))
        ending = self._offer.at_end
        if proposal.return_way is Return.COLLECTED and ending.devices:
            yield self._collected

    def _collected(self, language: Language) -> str:
        """W12: say what collecting the devices costs at the end."""
        ending = self._offer.at_end
        price, total = ending.per_device, ending.total
        if price is None or total is None:
            return language.gettext(
                "At the end the hardware is collected safely, for a fee."
            )
        return language.ngettext(
            "At the end the hardware is collected safely for {price} per device:"
            " {total} for {n} device.",
            "At the end the hardware is collected safely for {price} per device:"
            " {total} for {n} devices.",
            ending.devices,
        ).format(
            price=language.money(price),
            total=language.money(total),
            n=language.number(ending.devices),
        )

    def delivered(self, delivery: Delivery) -> Said:
        """W2: say where the hardware goes, free either way."""
        if delivery is Delivery.CUSTOMER:
            return _plain(N_("Delivered to you, free of charge"))

        def say(language: Language) -> str:
            partner = self._name(Party.PARTNER, language)
            text = language.gettext("Delivered to {partner}, free of charge")
            return text.format(partner=partner)

        return say

    def line(self, paid: PaidLine) -> Iterator[Said]:
        """Yield who invoices a line, and why it is in no total or has no price."""
        yield self.heading(paid)
        line = paid.line
        if line.awaits_answer:
            yield self._awaited
        elif paid.amount is None and self._offer.term:
            yield self._not_offered
        if line.alternative_to:
            yield _plain(N_("alternative, not in the totals"))
        elif not line.firm:
            yield _plain(N_("optional, not in the totals"))

    def _awaited(self, language: Language) -> str:
        """W11: say whose answer is awaited."""
        distributor = self._name(Party.DISTRIBUTOR, language)
        text = language.gettext("price to be confirmed by {distributor}")
        return text.format(distributor=distributor)

    def _not_offered(self, language: Language) -> str:
        """W7: say for which term there is no price."""
        term = self._offer.term or 0
        months = language.ngettext("{n} month", "{n} months", term).format(n=term)
        return language.gettext("not offered for {months}").format(months=months)

    def described(self, line: OfferLine) -> Said:
        """Say what a line is, and what it holds."""

        def say(language: Language) -> str:
            held = [_counted(name, n, language) for name, n in line.contents]
            described = line.description.best(language.code)
            return "\n".join(filter(None, (described, _BETWEEN.join(held))))

        return say


def _plain(text: str) -> Said:
    """Say a text without placeholders."""
    return lambda language: language.gettext(text)


def _counted(name: Localized, count: int, language: Language) -> str:
    """Return '2 × screen', or 'screen' where there is one."""
    best = name.best(language.code)
    if count == 1:
        return best
    text = language.gettext("{count} × {name}")
    return text.format(count=language.number(count), name=best)

"""What stands under a line's name: contents, rhythm, and why it is in no total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from app.domain.choices import Party, PriceBasis
from app.domain.localized import Localized
from app.domain.offer import Offer, OfferLine
from app.domain.proposal import AnyLine, SubscriptionLine
from ui.models.words import Reader, months

_BETWEEN: Final = " · "


class SmallPrint:
    """Writes it for the lines of one offer."""

    def __init__(
        self,
        asked: Mapping[str, AnyLine],
        names: Mapping[str, Localized],
        offer: Offer,
        reader: Reader,
    ) -> None:
        """Take what was asked for by place, and the lines' names by id."""
        self._asked, self._names = asked, names
        self._term, self._language = offer.term, reader.language

    def of(self, line: OfferLine, *, folded: bool) -> tuple[str, ...]:
        """Return what stands under a line's name; folded, how much a pack includes."""
        return tuple(filter(None, self._parts(line, folded=folded)))

    def _parts(self, line: OfferLine, *, folded: bool) -> Iterator[str]:
        """Yield each line of it, '' where there is nothing to say."""
        _, language = self._language.gettext, self._language
        yield self._contents(line, folded=folded)
        if line.replaces:
            names = ", ".join(name.best(language.code) for name in line.replaces)
            yield _("replaces {names}").format(names=names)
        yield _BETWEEN.join(filter(None, self._subscription(line)))
        yield _BETWEEN.join(filter(None, self._rhythm(line)))
        yield self._standing(line)

    def _contents(self, line: OfferLine, *, folded: bool) -> str:
        """Write what a pack includes, or how much that is."""
        if not folded:
            return _BETWEEN.join(self._counted(line))
        count = len(line.contents)
        text = self._language.ngettext("{n} item included", "{n} items included", count)
        return text.format(n=count)

    def _counted(self, line: OfferLine) -> Iterator[str]:
        """Yield '2 × screen' for what a pack includes."""
        for name, count in line.contents:
            text = name.best(self._language.code)
            yield text if count == 1 else f"{count} × {text}"

    def _subscription(self, line: OfferLine) -> Iterator[str]:
        """Yield what is particular to a subscription."""
        asked, _ = self._asked.get(line.place), self._language.gettext
        if not isinstance(asked, SubscriptionLine):
            return
        yield asked.name
        if asked.parent in self._names:
            name = self._names[asked.parent].best(self._language.code)
            yield _("add-on to {name}").format(name=name)
        if asked.start:
            yield _("from {day}").format(day=self._language.date(asked.start))
        if line.price_basis is PriceBasis.TERM:
            yield _("price per licence for twelve months")

    def _rhythm(self, line: OfferLine) -> Iterator[str]:
        """Yield how often it is paid, where the heading does not say so."""
        _ = self._language.gettext
        if line.discount_percent:
            percent = self._language.percent(line.discount_percent)
            yield _("discount of {percent} deducted").format(percent=percent)
        if line.annual and line.annual.cents:
            yield _("each year")
        elif line.monthly and line.monthly.cents:
            if line.invoiced_by is Party.PARTNER:
                yield _("each month")
            if line.once and line.once.cents:
                once = self._language.money(line.once)
                yield _("and {amount} once").format(amount=once)
        elif line.once is not None and line.once.cents:
            yield _("one-off")

    def _standing(self, line: OfferLine) -> str:
        """Say why a line is in no total, or why it has no price."""
        _ = self._language.gettext
        if line.alternative_to:
            name = self._names.get(line.alternative_to)
            text = name.best(self._language.code) if name else line.alternative_to
            return _("instead of {name}").format(name=text)
        if line.unit_price is None and not line.awaits_answer and self._term:
            term = months(self._term, self._language)
            return _("not offered for {months}").format(months=term)
        if not line.firm:
            return _("optional, not in the totals")
        return ""

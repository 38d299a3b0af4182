"""The lines of a quote as the customer will read them: one frozen row each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.choices import Kind, Party, PriceBasis
from app.domain.money import Amount
from app.domain.offer import Offer, OfferLine
from app.domain.problems import Severity
from app.domain.proposal import SubscriptionLine
from app.use_cases.pricing import PricedQuote
from ui.models.gains import Gains
from ui.models.words import MISSING, Reader, months, signed

_BETWEEN = " · "
_FOLDS_FROM = 2
#: All that a row is written from: where it is equal, so is the row.
_Source = tuple[object, ...]


class Fold(StrEnum):
    """How the first of a row's details shows what a pack includes."""

    NONE = ""
    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A heading or a line, as finished texts; `key` stays while it is edited.

    `gain` is what the partner would earn: always empty in the customer view.
    """

    key: str
    name: str
    kind: Kind | None = None
    place: str = ""
    details: tuple[str, ...] = ()
    fold: Fold = Fold.NONE
    quantity: str = ""
    unit: str = ""
    amount: str = ""
    offer: str = ""
    gain: str = ""
    severity: str = ""
    heading: bool = False
    indented: bool = False
    quiet: bool = False
    first: bool = False
    last: bool = False


class LineRows:
    """Writes the rows of each new state; a line that is the same keeps its row."""

    def __init__(self) -> None:
        """Begin with nothing written."""
        self._gains = Gains()
        self._written: dict[str, tuple[_Source, Row]] = {}
        self._reader: Reader | None = None
        self._open: set[str] = set()

    def turn(self, key: str) -> None:
        """Show in full what a pack includes, or how much it is; closed at first."""
        self._open ^= {key}

    def write(self, priced: PricedQuote, reader: Reader) -> tuple[Row, ...]:
        """Return headings and lines by who invoices them."""
        gained = {} if reader.customer_view else self._gains.of(priced)
        if reader != self._reader:
            self._written, self._reader = {}, reader
        writer = _Writer(priced, reader, gained, self._written, self._open)
        rows: list[Row] = []
        for heading, wanted in _SECTIONS:
            rows += writer.card(heading, wanted, first=not rows)
        self._written = writer.written
        return tuple(rows)


def line_rows(priced: PricedQuote, reader: Reader) -> tuple[Row, ...]:
    """Return the rows of one state."""
    return LineRows().write(priced, reader)


class _Writer:
    """Writes the rows of one priced quote for one reader."""

    def __init__(
        self,
        priced: PricedQuote,
        reader: Reader,
        gained: dict[str, Amount],
        before: dict[str, tuple[_Source, Row]],
        unfolded: set[str],
    ) -> None:
        """Look up what every row needs; `before` holds the rows written last."""
        self.offer: Offer = priced.offer
        self.language = reader.language
        self.partner = reader.partner
        self.written: dict[str, tuple[_Source, Row]] = {}
        self._before = before
        self._open = unfolded
        self._asked = dict(priced.quote.proposal.places())
        self._names = {line.id: line.name for line in self.offer.lines}
        self._severities = _worst(priced)
        self._gains = gained

    def card(self, heading: Heading, wanted: Wanted, *, first: bool) -> list[Row]:
        """Return a heading and its lines; nothing where it has none."""
        lines = [line for line in self.offer.lines if wanted(line)]
        if not lines:
            return []
        key, name, aside = heading(self, lines)
        top = Row(key=key, name=name, amount=aside, heading=True, first=first)
        return [top, *(self._row(line, last=line is lines[-1]) for line in lines)]

    def _row(self, line: OfferLine, *, last: bool) -> Row:
        """Return one line, as it was written where nothing about it changed."""
        source = (*self._source(line), last)
        held = self._before.get(line.id)
        row = held[1] if held and held[0] == source else self._new_row(line, last=last)
        self.written[line.id] = (source, row)
        return row

    def _source(self, line: OfferLine) -> _Source:
        """Return all that a row is written from."""
        asked = self._asked.get(line.place)
        subscribed = asked if isinstance(asked, SubscriptionLine) else None
        other = line.alternative_to or (subscribed.parent if subscribed else "")
        return (
            line,
            subscribed,
            self._names.get(other),
            self._severities.get(line.place, ""),
            self._gains.get(line.id),
            self.offer.term,
            self._fold(line),
        )

    def _new_row(self, line: OfferLine, *, last: bool) -> Row:
        """Write one line."""
        language = self.language
        quiet = not line.firm
        return Row(
            key=line.id,
            name=line.name.best(language.code),
            kind=line.kind,
            place=line.place,
            details=tuple(filter(None, self._details(line))),
            fold=self._fold(line),
            quantity=language.number(line.quantity),
            unit=self._unit(line),
            amount=self._amount(line),
            offer=self._offer(line),
            gain=self._gain(line),
            severity=self._severities.get(line.place, ""),
            indented=_under_a_pack(line),
            quiet=quiet,
            last=last,
        )

    def _unit(self, line: OfferLine) -> str:
        """W5: return the unit price; what adds to a pack says so with a plus."""
        if line.awaits_answer:
            return self.language.gettext("price asked")
        if line.unit_price is None:
            return MISSING
        optional = not line.firm and not line.alternative_to
        if optional or _under_a_pack(line):
            return signed(line.unit_price, self.language)
        return self.language.money(line.unit_price)

    def _amount(self, line: OfferLine) -> str:
        """Return the line's main amount, outside the totals as a difference."""
        if line.awaits_answer:
            return ""
        if line.alternative_to:
            difference = line.difference.only if line.difference else None
            return signed(difference, self.language)
        amount = _main(line)
        if amount is None:
            return MISSING
        return (
            self.language.money(amount) if line.firm else signed(amount, self.language)
        )

    def _offer(self, line: OfferLine) -> str:
        """Return the word that makes an optional line firm."""
        optional = not line.firm and line.optional and not line.alternative_to
        return self.language.gettext("Include") if optional else ""

    def _gain(self, line: OfferLine) -> str:
        """Return what the partner would earn by the line."""
        gain = self._gains.get(line.id)
        if gain is None or not gain.cents:
            return ""
        text = self.language.gettext("you {amount}")
        return text.format(amount=signed(gain, self.language))

    def _details(self, line: OfferLine) -> Iterator[str]:
        """Yield the small print under a line's name."""
        _, language = self.language.gettext, self.language
        yield self._contents(line)
        if line.replaces:
            names = ", ".join(name.best(language.code) for name in line.replaces)
            yield _("replaces {names}").format(names=names)
        yield _BETWEEN.join(filter(None, self._subscription(line)))
        yield _BETWEEN.join(filter(None, self._rhythm(line)))
        yield self._standing(line)

    def _fold(self, line: OfferLine) -> Fold:
        """Tell whether what a line includes is shown in full; one thing always is."""
        if len(line.contents) < _FOLDS_FROM:
            return Fold.NONE
        return Fold.OPEN if line.id in self._open else Fold.CLOSED

    def _contents(self, line: OfferLine) -> str:
        """Write what a pack includes, or how much that is."""
        if self._fold(line) is not Fold.CLOSED:
            return _BETWEEN.join(self._counted(line))
        count = len(line.contents)
        text = self.language.ngettext("{n} item included", "{n} items included", count)
        return text.format(n=count)

    def _counted(self, line: OfferLine) -> Iterator[str]:
        """Yield '2 × screen' for what a pack includes."""
        for name, count in line.contents:
            text = name.best(self.language.code)
            yield text if count == 1 else f"{count} × {text}"

    def _subscription(self, line: OfferLine) -> Iterator[str]:
        """Yield what is particular to a subscription."""
        asked, _ = self._asked.get(line.place), self.language.gettext
        if not isinstance(asked, SubscriptionLine):
            return
        yield asked.name
        if asked.parent in self._names:
            name = self._names[asked.parent].best(self.language.code)
            yield _("add-on to {name}").format(name=name)
        if asked.start:
            yield _("from {day}").format(day=self.language.date(asked.start))
        if line.price_basis is PriceBasis.TERM:
            yield _("price per licence for twelve months")

    def _rhythm(self, line: OfferLine) -> Iterator[str]:
        """Yield how often it is paid, where the heading does not say so."""
        _ = self.language.gettext
        if line.discount_percent:
            percent = self.language.percent(line.discount_percent)
            yield _("discount of {percent} deducted").format(percent=percent)
        if line.annual and line.annual.cents:
            yield _("each year")
        elif line.monthly and line.monthly.cents:
            if line.invoiced_by is Party.PARTNER:
                yield _("each month")
            if line.once and line.once.cents:
                once = self.language.money(line.once)
                yield _("and {amount} once").format(amount=once)
        elif line.once is not None and line.once.cents:
            yield _("one-off")

    def _standing(self, line: OfferLine) -> str:
        """Say why a line is in no total, or why it has no price."""
        _ = self.language.gettext
        if line.alternative_to:
            name = self._names.get(line.alternative_to)
            text = name.best(self.language.code) if name else line.alternative_to
            return _("instead of {name}").format(name=text)
        if line.unit_price is None and not line.awaits_answer and self.offer.term:
            term = months(self.offer.term, self.language)
            return _("not offered for {months}").format(months=term)
        if not line.firm:
            return _("optional, not in the totals")
        return ""


def _worst(priced: PricedQuote) -> dict[str, str]:
    """Return the gravest severity at each place, suggestions left out."""
    worst: dict[str, str] = {}
    for problem in priced.problems:
        if problem.severity is Severity.ERROR:
            worst[problem.where] = problem.severity.value
        elif problem.severity is Severity.WARNING:
            worst.setdefault(problem.where, problem.severity.value)
    return worst


def _under_a_pack(line: OfferLine) -> bool:
    """Tell whether the line adds to the pack that it stands under."""
    return ".options[" in line.place


def _main(line: OfferLine) -> Amount | None:
    """Return the amount that is paid most often."""
    amounts = (line.monthly, line.annual, line.once)
    return next((each for each in amounts if each and each.cents), line.monthly)


Wanted = Callable[[OfferLine], bool]
Heading = Callable[[_Writer, list[OfferLine]], tuple[str, str, str]]


def _rented(writer: _Writer, _lines: list[OfferLine]) -> tuple[str, str, str]:
    """Return (key, name, what stands on its right) of the packs' card."""
    _ = writer.language.gettext
    name = writer.offer.distributor.name or _("the distributor")
    aside = _("excl. VAT")
    if writer.offer.term:
        term = months(writer.offer.term, writer.language)
        aside = _("{months}, excl. VAT").format(months=term)
    heading = _("Invoiced each month by {name}").format(name=name)
    return "heading:packs", heading, aside


def _subscribed(writer: _Writer, _lines: list[OfferLine]) -> tuple[str, str, str]:
    """Return the heading of the subscriptions."""
    _ = writer.language.gettext
    partner = writer.partner or _("the partner")
    name = _("Subscriptions, invoiced by {name}").format(name=partner)
    return "heading:subscriptions", name, _("excl. VAT")


def _served(writer: _Writer, _lines: list[OfferLine]) -> tuple[str, str, str]:
    """Return the heading of the partner's services."""
    _ = writer.language.gettext
    partner = writer.partner or _("the partner")
    name = _("Invoiced by {name}").format(name=partner)
    return "heading:services", name, _("excl. VAT")


def _requested(writer: _Writer, lines: list[OfferLine]) -> tuple[str, str, str]:
    """Return the heading of the special requests."""
    _ = writer.language.gettext
    distributor = writer.offer.distributor.name or _("the distributor")
    if any(line.awaits_answer for line in lines):
        aside = _("to be confirmed by {distributor}")
    else:
        aside = _("each month, by {distributor}")
    aside = aside.format(distributor=distributor)
    return "heading:requests", _("Special requests"), aside


_SECTIONS: tuple[tuple[Heading, Wanted], ...] = (
    (
        _rented,
        lambda line: (
            line.invoiced_by is Party.DISTRIBUTOR
            and line.kind is not Kind.SPECIAL_REQUEST
        ),
    ),
    (_subscribed, lambda line: line.place.startswith("subscriptions")),
    (_served, lambda line: line.kind is Kind.PARTNER_SERVICE),
    (_requested, lambda line: line.kind is Kind.SPECIAL_REQUEST),
)

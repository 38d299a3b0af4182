"""The lines of a quote as the customer will read them: one frozen row each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.choices import Kind
from app.domain.money import Amount
from app.domain.offer import Offer, OfferLine
from app.domain.problems import Severity
from app.domain.proposal import SubscriptionLine
from app.use_cases.pricing import PricedQuote
from ui.models.gains import Gains
from ui.models.sections import SECTIONS, Section
from ui.models.small_print import SmallPrint
from ui.models.words import MISSING, Reader, signed

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
        for section in SECTIONS:
            rows += writer.card(section, first=not rows)
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
        self.written: dict[str, tuple[_Source, Row]] = {}
        self._before = before
        self._open = unfolded
        self._asked = dict(priced.quote.proposal.places())
        self._names = {line.id: line.name for line in self.offer.lines}
        self._severities = _worst(priced)
        self._gains = gained
        self._reader = reader
        self._small_print = SmallPrint(self._asked, self._names, self.offer, reader)

    def card(self, section: Section, *, first: bool) -> list[Row]:
        """Return a heading and its lines; nothing where it has none."""
        lines = [line for line in self.offer.lines if section.holds(line)]
        if not lines:
            return []
        key, name, aside = section.heading(self.offer, lines, self._reader)
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
        language, fold = self.language, self._fold(line)
        return Row(
            key=line.id,
            name=line.name.best(language.code),
            kind=line.kind,
            place=line.place,
            details=self._small_print.of(line, folded=fold is Fold.CLOSED),
            fold=fold,
            quantity=language.number(line.quantity),
            unit=self._unit(line),
            amount=self._amount(line),
            offer=self._offer(line),
            gain=self._gain(line),
            severity=self._severities.get(line.place, ""),
            indented=_under_a_pack(line),
            quiet=not line.firm,
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

    def _fold(self, line: OfferLine) -> Fold:
        """Tell whether what a line includes is shown in full; one thing always is."""
        if len(line.contents) < _FOLDS_FROM:
            return Fold.NONE
        return Fold.OPEN if line.id in self._open else Fold.CLOSED


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

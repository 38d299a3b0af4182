"""The lines of a quotation, and the alternatives under those they would replace."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final
from xml.etree.ElementTree import Element

from app.domain.offer import Offer, OfferLine
from app.domain.proposal import Proposal
from app.exchange.ubl.elements import holding, money, notes, text
from app.exchange.ubl.parties import scheme
from app.exchange.ubl.periods import PaidLine, paid_lines
from app.exchange.ubl.words import Words

#: UN/ECE Recommendation 20: a piece, and a month of one.
_PIECE: Final = "C62"
_MONTH: Final = "MON"


def quotation_lines(
    offer: Offer, proposal: Proposal, words: Words
) -> list[Element | None]:
    """Return every line; alternatives stand inside the line they would replace.

    Options under a pack are lines of their own, since what stands inside a line
    would count twice or never; they refer to their pack's.
    """
    return _Lines(offer, proposal, words).made()


class _Lines:
    """The lines of one offer."""

    def __init__(self, offer: Offer, proposal: Proposal, words: Words) -> None:
        """Find out which line stands where."""
        self._offer, self._words = offer, words
        self._asked = dict(proposal.places())
        self._at = {line.place: line for line in offer.lines}
        own = {line.id for line in offer.lines if not self._wished(line)}
        self._listed = [line for line in offer.lines if self._wished(line) not in own]
        self._inside = [line for line in offer.lines if self._wished(line) in own]

    def made(self) -> list[Element | None]:
        """Return the lines in the order of the offer."""
        return [
            self._line(paid, first=first)
            for line in self._listed
            for first, paid in zip((True, False), self._paid(line), strict=False)
        ]

    def _line(self, paid: PaidLine, *, first: bool) -> Element | None:
        """Return one line with the alternatives to it."""
        inside = self._inside if first else []
        return holding(
            "cac:QuotationLine",
            text("cbc:ID", paid.id),
            self._item_line("cac:LineItem", paid, optional=not paid.line.firm),
            *(
                self._item_line("cac:AlternativeLineItem", each, optional=False)
                for line in inside
                if self._wished(line) == paid.line.id
                for each in self._paid(line)
            ),
        )

    def _paid(self, line: OfferLine) -> list[PaidLine]:
        """Return a line in each way of paying that it has."""
        return paid_lines(line, self._asked.get(line.place), self._offer)

    def _item_line(
        self, name: str, paid: PaidLine, *, optional: bool
    ) -> Element | None:
        """Return what is asked for, at which price.

        Rented, the unit is a month of one piece (MON): 12 packs for 36 months are
        432 at the price of one month, or of 12 where the list's price is for them
        (base quantity). The amount is the offer's, rounded each time it is paid:
        of prices with more than two decimals it may differ from quantity × price.
        An optional line has neither quantity nor amount, but the most there could
        be, so that nobody adds it up.
        """
        quantity = _quantity(paid)
        unit = _unit(paid)
        said = (
            note
            for each in self._words.line(paid)
            for note in notes("cbc:Note", self._words.languages, each)
        )
        return holding(
            name,
            text("cbc:ID", paid.id),
            *said,
            None if optional else text("cbc:Quantity", quantity, unitCode=unit),
            None if optional else money("cbc:LineExtensionAmount", paid.whole),
            text("cbc:MinimumQuantity", "0", unitCode=unit) if optional else None,
            text("cbc:MaximumQuantity", quantity, unitCode=unit) if optional else None,
            _discount(paid),
            _price(paid, unit),
            self._item(paid),
            holding("cac:LineReference", text("cbc:LineID", self._under(paid))),
        )

    def _item(self, paid: PaidLine) -> Element:
        """Return what the line is of; UBL wants one even without a name."""
        line, languages = paid.line, self._words.languages
        names = [line.name.best(language.code) for language in languages]
        made = Element("cac:Item")
        parts = (
            *notes("cbc:Description", languages, self._words.described(line)),
            text("cbc:Name", names[0], languageID=languages[0].code),
            *(
                text("cbc:AdditionalInformation", name, languageID=language.code)
                for language, name in zip(languages[1:], names[1:], strict=True)
            ),
            holding("cac:SellersItemIdentification", text("cbc:ID", line.sku or "")),
            tax_category("cac:ClassifiedTaxCategory", self._offer.vat_rate),
            *(_property(*each) for each in _properties(paid)),
        )
        made.extend(part for part in parts if part is not None)
        return made

    def _wished(self, line: OfferLine) -> str:
        """Return which line it would replace, itself or with its pack."""
        pack = self._pack(line)
        return line.alternative_to or (pack.alternative_to if pack else "")

    def _pack(self, line: OfferLine) -> OfferLine | None:
        """Return the pack that an option stands under."""
        place, _, option = line.place.partition(".options[")
        return self._at.get(place) if option else None

    def _under(self, paid: PaidLine) -> str:
        """Return the line it belongs to: its pack's, or its own monthly one."""
        pack = self._pack(paid.line)
        if paid.id != paid.line.id:
            return paid.line.id
        return pack.id if pack else ""


def tax_category(name: str, rate: Decimal | None, said: str = "") -> Element | None:
    """Return the standard rate, or the one of zero; None where it is not known."""
    if rate is None:
        return None
    return holding(
        name,
        text("cbc:ID", "S" if rate else "Z"),
        text("cbc:Name", said),
        text("cbc:Percent", f"{rate:f}"),
        scheme(),
    )


def _quantity(paid: PaidLine) -> str:
    """Return how many pieces, or months of a piece."""
    return str(paid.line.quantity * (paid.months or 1))


def _unit(paid: PaidLine) -> str:
    """Return what is counted."""
    return _MONTH if paid.months else _PIECE


def _price(paid: PaidLine, unit: str) -> Element | None:
    """Return the unit price, and what it pays for; None where there is none."""
    amount = money("cbc:PriceAmount", paid.unit_price)
    if amount is None:
        return None
    base = text("cbc:BaseQuantity", str(paid.base_months or 1), unitCode=unit)
    return holding("cac:Price", amount, base)


def _discount(paid: PaidLine) -> Element | None:
    """W4: return what is deducted from price × quantity, which the amount is after."""
    percent, unit, whole = paid.line.discount_percent, paid.unit_price, paid.whole
    if not percent or unit is None or whole is None:
        return None
    full = unit.times(paid.line.quantity).times(paid.times)
    return holding(
        "cac:AllowanceCharge",
        text("cbc:ChargeIndicator", "false"),
        text("cbc:MultiplierFactorNumeric", f"{percent / 100:f}"),
        money("cbc:Amount", full - whole),
        money("cbc:BaseAmount", full),
    )


def _properties(paid: PaidLine) -> Iterator[tuple[str, str]]:
    """Yield what UBL has no element for, named as in `waas-offer/1`."""
    line = paid.line
    yield "kind", line.kind.value
    yield "invoiced_by", line.invoiced_by.value
    yield "quantity", str(line.quantity)
    yield paid.paying.value, str(paid.amount) if paid.amount else ""
    if not line.firm:
        yield "optional", "true"
    yield "alternative_to", line.alternative_to


def _property(name: str, value: str) -> Element | None:
    """Return a property; None where it says nothing."""
    said = text("cbc:Value", value)
    if said is None:
        return None
    return holding("cac:AdditionalItemProperty", text("cbc:Name", name), said)

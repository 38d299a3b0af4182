"""One line of the offer as a line of a table."""

from __future__ import annotations

from app.documents.document import TableItem, Tone, Words
from app.documents.quote import paying
from app.documents.quote.inputs import Inputs
from app.documents.quote.paying import Paying
from app.domain.choices import PriceBasis
from app.domain.localized import Localized
from app.domain.offer import OfferLine

_BETWEEN = " · "


def item(line: OfferLine, way: Paying, inputs: Inputs) -> TableItem:
    """Return the line with what is paid that way."""
    write = inputs.write
    return TableItem(
        name=write.localized(line.name),
        details=(*_pack(line, way, inputs), *_details(line, inputs)),
        quantity=write.number(line.quantity),
        unit=_unit(line, way, inputs),
        amount=_amount(line, way, inputs),
        indented=_under_a_pack(line, way),
        tone=_tone(line),
    )


def _under_a_pack(line: OfferLine, way: Paying) -> bool:
    """Tell whether the line stands under its pack."""
    # In a table of one-off amounts no pack stands above its options.
    return ".options[" in line.place and way is not Paying.ONCE


def _tone(line: OfferLine) -> Tone:
    """Return how a line stands out: what is in no total is quiet."""
    return Tone.STRONG if line.firm else Tone.QUIET


def _unit(line: OfferLine, way: Paying, inputs: Inputs) -> Words:
    """Return the unit price; what adds to other prices says so with a plus."""
    if line.awaits_answer:
        return inputs.write.gettext("on request")
    unit = paying.unit_price(line, way)
    optional = not line.firm and not line.alternative_to
    if optional or _under_a_pack(line, way):
        return inputs.write.signed(unit)
    return inputs.write.money(unit)


def _amount(line: OfferLine, way: Paying, inputs: Inputs) -> Words:
    """Return the amount, outside the totals as a difference to them."""
    if line.awaits_answer:
        return inputs.write.gettext("on request")
    if line.alternative_to:
        difference = line.difference
        changed = paying.amount(difference, way) if difference else None
        return inputs.write.signed(changed)
    amount = paying.amount(line, way)
    return inputs.write.money(amount) if line.firm else inputs.write.signed(amount)


def _details(line: OfferLine, inputs: Inputs) -> tuple[Words, ...]:
    """Return what the small print under a line's name says."""
    write = inputs.write
    details = [
        write.localized(line.description),
        _contents(line, inputs),
        _replaced(line, inputs),
        *_subscription(line, inputs),
    ]
    if line.discount_percent:
        off = write.percent(line.discount_percent)
        details.append(write.gettext("discount of {percent} deducted", percent=off))
    return (*filter(any, details), *_standing(line, inputs))


def _pack(line: OfferLine, way: Paying, inputs: Inputs) -> tuple[Words, ...]:
    """Say which pack a one-off option belongs to."""
    place, _, option = line.place.partition(".options[")
    if not option or way is not Paying.ONCE:
        return ()
    packs = (each.name for each in inputs.offer.lines if each.place == place)
    return tuple(inputs.write.gettext("for {name}", name=name) for name in packs)


def _contents(line: OfferLine, inputs: Inputs) -> Words:
    """Return what a pack includes."""
    return inputs.write.joined(
        _BETWEEN, (_counted(name, n, inputs) for name, n in line.contents)
    )


def _counted(name: Localized, count: int, inputs: Inputs) -> Words:
    """Return '2 × screen', or 'screen' where there is one."""
    if count == 1:
        return inputs.write.localized(name)
    return inputs.write.gettext("{count} × {name}", count=count, name=name)


def _replaced(line: OfferLine, inputs: Inputs) -> Words:
    """W5: return what an upgrade takes the place of."""
    if not line.replaces:
        return ()
    names = inputs.write.joined(", ", map(inputs.write.localized, line.replaces))
    return inputs.write.gettext("replaces {names}", names=names)


def _standing(line: OfferLine, inputs: Inputs) -> tuple[Words, ...]:
    """Return why a line is in no total, or why it has no price."""
    write = inputs.write
    said = []
    if line.awaits_answer:
        said.append(
            write.gettext(
                "price to be confirmed by {distributor}",
                distributor=inputs.distributor_name,
            )
        )
    elif line.unit_price is None and inputs.offer.term:
        term = write.months(inputs.offer.term)
        said.append(write.gettext("not offered for {months}", months=term))
    if line.alternative_to:
        name = _name_of(line.alternative_to, inputs)
        said.append(
            write.gettext(
                "alternative to {name}: the difference, not in the totals", name=name
            )
        )
    elif not line.firm:
        said.append(write.gettext("optional, not in the totals"))
    return tuple(said)


def _name_of(line_id: str, inputs: Inputs) -> Localized:
    """Return the name of the line with that id."""
    lines = (line for line in inputs.offer.lines if line.id == line_id)
    return next((line.name for line in lines), Localized.same(line_id))


def _subscription(line: OfferLine, inputs: Inputs) -> list[Words]:
    """Return what is particular to a subscription."""
    lines = {asked.id: asked for asked in inputs.proposal.subscriptions}
    asked = lines.get(line.id)
    if asked is None:
        return []
    write = inputs.write
    said: list[Words] = [(asked.name,)]
    if asked.parent:
        name = _name_of(asked.parent, inputs)
        said.append(write.gettext("add-on to {name}", name=name))
    if asked.start:
        said.append(write.gettext("from {day}", day=asked.start))
    if asked.licence_delivery:
        said.append(
            write.gettext("licence delivery: {text}", text=asked.licence_delivery)
        )
    if inputs.priced_by_year:
        said.append(_period(line, inputs))
    return said


def _period(line: OfferLine, inputs: Inputs) -> Words:
    """Say what the unit price of a subscription pays for."""
    if line.price_basis is PriceBasis.TERM:
        return inputs.write.gettext("price per licence for twelve months")
    return inputs.write.gettext("price per licence and month")

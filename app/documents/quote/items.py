"""One line of the offer as a line of a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.documents.document import TableItem, Tone, Words
from app.documents.quote import paying
from app.documents.quote.inputs import Inputs
from app.documents.quote.paying import Paying
from app.documents.quote.writer import Writer
from app.domain.choices import PriceBasis, Term
from app.domain.localized import Localized
from app.domain.offer import OfferLine
from app.domain.proposal import SubscriptionLine

_BETWEEN = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What a line says that is not its own; other lines are named."""

    write: Writer
    term: Term | None
    distributor: Words
    by_year: bool
    asked: SubscriptionLine | None
    pack: Localized | None
    alternative_to: Localized | None
    parent: Localized | None
    with_alternative: bool


def item(line: OfferLine, way: Paying, inputs: Inputs) -> TableItem:
    """Return the line with what is paid that way."""
    return _item(line, way, _around(line, way, inputs))


def _around(line: OfferLine, way: Paying, inputs: Inputs) -> _Around:
    """Return what else the line's words depend on."""
    asked = inputs.subscriptions.get(line.id)
    replaced, parent = line.alternative_to, asked.parent if asked else ""
    return _Around(
        write=inputs.write,
        term=inputs.offer.term,
        distributor=inputs.distributor_name,
        by_year=inputs.priced_by_year,
        asked=asked,
        pack=_pack(line, way, inputs),
        alternative_to=_name_of(replaced, inputs) if replaced else None,
        parent=_name_of(parent, inputs) if parent else None,
        with_alternative=_with_alternative(line, inputs),
    )


#: While a quote is edited all its lines but one stay as they are.
@lru_cache(maxsize=2048)
def _item(line: OfferLine, way: Paying, around: _Around) -> TableItem:
    """Say a line; kept, since nothing but what is given here tells on it."""
    write = around.write
    return TableItem(
        name=write.localized(line.name),
        details=(*_under(around), *_details(line, around)),
        quantity=write.number(line.quantity),
        unit=_unit(line, way, around),
        amount=_amount(line, way, around),
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


def _unit(line: OfferLine, way: Paying, around: _Around) -> Words:
    """Return the unit price; what adds to other prices says so with a plus."""
    if line.awaits_answer:
        return around.write.gettext("on request")
    unit = paying.unit_price(line, way)
    optional = not line.firm and not line.alternative_to
    if optional or _under_a_pack(line, way):
        return around.write.signed(unit)
    return around.write.money(unit)


def _amount(line: OfferLine, way: Paying, around: _Around) -> Words:
    """Return the amount, outside the totals as a difference to them."""
    if line.awaits_answer:
        return around.write.gettext("on request")
    if line.alternative_to:
        difference = line.difference
        changed = paying.amount(difference, way) if difference else None
        return around.write.signed(changed)
    amount = paying.amount(line, way)
    return around.write.money(amount) if line.firm else around.write.signed(amount)


def _details(line: OfferLine, around: _Around) -> tuple[Words, ...]:
    """Return what the small print under a line's name says."""
    write = around.write
    details = [
        write.localized(line.description),
        _contents(line, around),
        _replaced(line, around),
        *_subscription(line, around),
    ]
    if line.discount_percent:
        off = write.percent(line.discount_percent)
        details.append(write.gettext("discount of {percent} deducted", percent=off))
    return (*filter(any, details), *_standing(line, around))


def _pack(line: OfferLine, way: Paying, inputs: Inputs) -> Localized | None:
    """Return the name of the pack that a one-off option belongs to."""
    place, _, option = line.place.partition(".options[")
    if not option or way is not Paying.ONCE:
        return None
    packs = (each.name for each in inputs.offer.lines if each.place == place)
    return next(packs, None)


def _under(around: _Around) -> tuple[Words, ...]:
    """Say which pack a one-off option belongs to."""
    if around.pack is None:
        return ()
    return (around.write.gettext("for {name}", name=around.pack),)


def _contents(line: OfferLine, around: _Around) -> Words:
    """Return what a pack includes."""
    return around.write.joined(
        _BETWEEN, (_counted(name, n, around) for name, n in line.contents)
    )


def _counted(name: Localized, count: int, around: _Around) -> Words:
    """Return '2 × screen', or 'screen' where there is one."""
    if count == 1:
        return around.write.localized(name)
    return around.write.gettext("{count} × {name}", count=count, name=name)


def _replaced(line: OfferLine, around: _Around) -> Words:
    """W5: return what an upgrade takes the place of."""
    if not line.replaces:
        return ()
    names = around.write.joined(", ", map(around.write.localized, line.replaces))
    return around.write.gettext("replaces {names}", names=names)


def _standing(line: OfferLine, around: _Around) -> tuple[Words, ...]:
    """Return why a line is in no total, or why it has no price."""
    write = around.write
    said = []
    if line.awaits_answer:
        said.append(
            write.gettext(
                "price to be confirmed by {distributor}",
                distributor=around.distributor,
            )
        )
    elif line.unit_price is None and around.term:
        term = write.months(around.term)
        said.append(write.gettext("not offered for {months}", months=term))
    if around.alternative_to is not None:
        name = around.alternative_to
        said.append(
            write.gettext(
                "alternative to {name}: the difference, not in the totals", name=name
            )
        )
    elif around.with_alternative:
        said.append(write.gettext("goes with the alternative, not in the totals"))
    elif not line.firm:
        said.append(write.gettext("optional, not in the totals"))
    return tuple(said)


def _with_alternative(line: OfferLine, inputs: Inputs) -> bool:
    """Tell whether the line comes with a pack that is an alternative, once chosen."""
    place, _, option = line.place.partition(".options[")
    asked = inputs.asked.get(line.place)
    if not option or asked is None or asked.optional:
        return False
    return any(
        each.place == place and each.alternative_to for each in inputs.offer.lines
    )


def _name_of(line_id: str, inputs: Inputs) -> Localized:
    """Return the name of the line with that id."""
    lines = (line for line in inputs.offer.lines if line.id == line_id)
    return next((line.name for line in lines), Localized.same(line_id))


def _subscription(line: OfferLine, around: _Around) -> list[Words]:
    """Return what is particular to a subscription."""
    asked = around.asked
    if asked is None:
        return []
    write = around.write
    said: list[Words] = [(asked.name,)]
    if around.parent is not None:
        said.append(write.gettext("add-on to {name}", name=around.parent))
    if asked.start:
        said.append(write.gettext("from {day}", day=asked.start))
    if asked.licence_delivery:
        said.append(
            write.gettext("licence delivery: {text}", text=asked.licence_delivery)
        )
    if around.by_year:
        said.append(_period(line, around))
    return said


def _period(line: OfferLine, around: _Around) -> Words:
    """Say what the unit price of a subscription pays for."""
    if line.price_basis is PriceBasis.TERM:
        return around.write.gettext("price per licence for twelve months")
    return around.write.gettext("price per licence and month")

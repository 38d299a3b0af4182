"""What each party invoices, in one table for each way of invoicing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.documents.document import Figure, Section, TableItem, Tone, Words
from app.documents.quote import items, paying
from app.documents.quote.inputs import Inputs
from app.documents.quote.paying import Paying
from app.documents.quote.writer import Writer
from app.domain.choices import Billing, Party, Recurrence, Return
from app.domain.money import Amount
from app.domain.offer import OfferLine, Taxed
from app.domain.proposal import AnyLine, ServiceLine, SubscriptionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class _Period:
    """What is said of amounts that come each month, each year or once."""

    way: Paying
    column: Words
    net: Words
    gross: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """One way of invoicing: its lines and totals, and the words for them."""

    heading: Words
    columns: tuple[Words, Words, Words]
    period: _Period
    lines: list[OfferLine]
    totals: Taxed


def sections(inputs: Inputs) -> tuple[Section, ...]:
    """Return the tables that have lines, the distributor's first (W4, W10)."""
    by_partner = (
        _services_once(inputs),
        _services_monthly(inputs),
        _subscriptions_monthly(inputs),
        _subscriptions_annual(inputs),
    )
    made: list[Section | None] = []
    if inputs.rental:
        made.append(_packs(inputs))
        made.append(_with_lines(_once_by_distributor(inputs), inputs))
        made.append(_at_end(inputs))
    made += [_with_lines(table, inputs) for table in by_partner]
    return tuple(section for section in made if section)


def _packs(inputs: Inputs) -> Section:
    """W10: packs with their options, special requests, and the delivery (W2)."""
    write, totals = inputs.write, inputs.offer.distributor
    term = write.months(inputs.offer.term or 0)
    table = _Table(
        heading=write.gettext(
            "Invoiced each month by {party}", party=inputs.distributor_name
        ),
        columns=_columns(write, write.gettext("Pack, term of {months}", months=term)),
        period=replace(
            _each_month(write), net=write.gettext("Monthly rate, excluding VAT")
        ),
        lines=_distributor_lines(
            inputs,
            lambda line: (
                not paying.only_once(line) or paying.changes(line, Paying.MONTHLY)
            ),
        ),
        totals=totals.monthly,
    )
    section = _section(table, inputs)
    items_and_delivery = (*section.items, _delivery(inputs))
    if inputs.on_request:
        rate = Figure(table.period.net, write.gettext("on request"), strong=True)
        return replace(section, items=items_and_delivery, totals=(rate,), remarks=())
    if not section.totals:
        return replace(section, items=items_and_delivery)
    whole = Figure(
        write.gettext("Contract total over {months}, excluding VAT", months=term),
        write.money(totals.contract_total),
    )
    return replace(section, items=items_and_delivery, totals=(*section.totals, whole))


def _once_by_distributor(inputs: Inputs) -> _Table:
    """W10: what the distributor invoices only once."""
    write = inputs.write
    return _Table(
        heading=write.gettext(
            "Invoiced once by {party}", party=inputs.distributor_name
        ),
        columns=_columns(write, write.gettext("Item")),
        period=_only_one_time(write),
        lines=_distributor_lines(
            inputs,
            lambda line: paying.paid_once(line) or paying.changes(line, Paying.ONCE),
        ),
        totals=inputs.offer.distributor.once,
    )


def _services_once(inputs: Inputs) -> _Table:
    """W4: the partner's services that are done once."""
    write = inputs.write
    return _Table(
        heading=write.gettext("Invoiced once by {party}", party=inputs.partner_name),
        columns=_columns(write, write.gettext("Service")),
        period=_only_one_time(write),
        lines=_services(inputs, Recurrence.ONCE, Paying.ONCE),
        totals=inputs.offer.partner.once,
    )


def _services_monthly(inputs: Inputs) -> _Table:
    """W4: the partner's services that go on."""
    write = inputs.write
    return _Table(
        heading=write.gettext(
            "Invoiced each month by {party}", party=inputs.partner_name
        ),
        columns=_columns(write, write.gettext("Service")),
        period=_each_month(write),
        lines=_services(inputs, Recurrence.MONTHLY, Paying.MONTHLY),
        totals=inputs.offer.partner.monthly,
    )


def _subscriptions_monthly(inputs: Inputs) -> _Table:
    """M1: subscriptions billed monthly."""
    write = inputs.write
    return _Table(
        heading=write.gettext(
            "Subscriptions, invoiced each month by {party}", party=inputs.partner_name
        ),
        columns=_licence_columns(inputs),
        period=_each_month(write),
        lines=_subscriptions(inputs, Billing.MONTHLY, Paying.MONTHLY),
        totals=inputs.offer.subscriptions.monthly,
    )


def _subscriptions_annual(inputs: Inputs) -> _Table:
    """M1: subscriptions billed for a year at a time."""
    write = inputs.write
    return _Table(
        heading=write.gettext(
            "Subscriptions, invoiced each year by {party}", party=inputs.partner_name
        ),
        columns=_licence_columns(inputs),
        period=_each_year(write),
        lines=_subscriptions(inputs, Billing.ANNUAL, Paying.ANNUAL),
        totals=inputs.offer.subscriptions.annual,
    )


def _at_end(inputs: Inputs) -> Section | None:
    """W12: collecting the devices, in no other total."""
    ending, write = inputs.offer.at_end, inputs.write
    if inputs.proposal.return_way is not Return.COLLECTED or not ending.devices:
        return None
    collected = TableItem(
        name=write.gettext("Safe collection of the hardware"),
        details=(write.gettext("data erased by certified companies"),),
        quantity=write.number(ending.devices),
        unit=write.money(ending.per_device),
        amount=write.money(ending.total),
    )
    return Section(
        heading=write.gettext("At the end of the contract"),
        aside=write.gettext("prices excluding VAT, in no other total"),
        columns=(
            write.gettext("Return"),
            write.gettext("Devices"),
            write.gettext("Per device"),
            write.gettext("Total"),
        ),
        items=(collected,),
        totals=(),
    )


def _with_lines(table: _Table, inputs: Inputs) -> Section | None:
    """Return the table as a section, if there is anything in it."""
    return _section(table, inputs) if table.lines else None


def _section(table: _Table, inputs: Inputs) -> Section:
    """Return the table as a section with its totals."""
    period = table.period
    firm = any(line.firm for line in table.lines)
    return Section(
        heading=table.heading,
        aside=inputs.write.gettext("prices excluding VAT"),
        columns=(*table.columns, period.column),
        items=tuple(items.item(line, period.way, inputs) for line in table.lines),
        totals=_totals(table, inputs) if firm else (),
        remarks=_without_vat(table.totals, inputs) if firm else (),
    )


def _totals(table: _Table, inputs: Inputs) -> tuple[Figure, ...]:
    """Return the total, with VAT on it where there is a rate."""
    write, totals, rate = inputs.write, table.totals, inputs.offer.vat_rate
    net = Figure(table.period.net, write.money(totals.net), strong=True)
    if totals.vat is None or rate is None:
        return (net,)
    vat = write.gettext("VAT {percent}", percent=write.percent(rate))
    return (
        net,
        Figure(vat, write.money(totals.vat)),
        Figure(table.period.gross, write.money(totals.gross)),
    )


def _without_vat(totals: Taxed, inputs: Inputs) -> tuple[Words, ...]:
    """Say why a total has no VAT."""
    if totals.net is None or totals.vat is not None:
        return ()
    if inputs.offer.vat_abroad:
        reason = inputs.write.gettext(
            "VAT is not calculated: you are established in another country than your"
            " partner, and the rules between countries apply."
        )
    else:
        reason = inputs.write.gettext("VAT is not calculated: no rate is known.")
    return (reason,)


def _each_month(write: Writer) -> _Period:
    """Return the words for monthly amounts."""
    return _Period(
        way=Paying.MONTHLY,
        column=write.gettext("Per month"),
        net=write.gettext("Per month, excluding VAT"),
        gross=write.gettext("Per month, including VAT"),
    )


def _each_year(write: Writer) -> _Period:
    """Return the words for annual amounts."""
    return _Period(
        way=Paying.ANNUAL,
        column=write.gettext("Per year"),
        net=write.gettext("Per year, excluding VAT"),
        gross=write.gettext("Per year, including VAT"),
    )


def _only_one_time(write: Writer) -> _Period:
    """Return the words for one-off amounts."""
    return _Period(
        way=Paying.ONCE,
        column=write.gettext("Total"),
        net=write.gettext("Once, excluding VAT"),
        gross=write.gettext("Once, including VAT"),
    )


def _columns(write: Writer, first: Words) -> tuple[Words, Words, Words]:
    """Return the heads of all columns but the last."""
    return first, write.gettext("Quantity"), write.gettext("Per unit")


def _licence_columns(inputs: Inputs) -> tuple[Words, Words, Words]:
    """Return the heads of a table of subscriptions, but the last."""
    write = inputs.write
    if inputs.priced_by_year:
        # Each line then says what its price pays for.
        unit = write.gettext("Per licence")
    else:
        unit = write.gettext("Per licence and month")
    return write.gettext("Subscription"), write.gettext("Licences"), unit


def _delivery(inputs: Inputs) -> TableItem:
    """W2: the delivery, free and shown."""
    free = inputs.write.money(Amount.zero(inputs.offer.currency))
    return TableItem(
        name=inputs.write.gettext("Delivery"),
        quantity=inputs.write.number(1),
        unit=free,
        amount=free,
        tone=Tone.PLAIN,
    )


def _distributor_lines(
    inputs: Inputs, wanted: Callable[[OfferLine], bool]
) -> list[OfferLine]:
    """Return those of the distributor's lines."""
    return [
        line
        for line in inputs.offer.lines
        if line.invoiced_by is Party.DISTRIBUTOR and wanted(line)
    ]


def _services(inputs: Inputs, recurrence: Recurrence, way: Paying) -> list[OfferLine]:
    """Return the partner's services of that kind, and what changes them."""

    def wanted(line: OfferLine, asked: AnyLine | None) -> bool:
        return isinstance(asked, ServiceLine) and (
            asked.recurrence is recurrence or paying.changes(line, way)
        )

    return _asked_for(inputs, wanted)


def _subscriptions(inputs: Inputs, billing: Billing, way: Paying) -> list[OfferLine]:
    """Return the subscriptions billed that way, and what changes them."""

    def wanted(line: OfferLine, asked: AnyLine | None) -> bool:
        return isinstance(asked, SubscriptionLine) and (
            asked.billing is billing or paying.changes(line, way)
        )

    return _asked_for(inputs, wanted)


def _asked_for(
    inputs: Inputs, wanted: Callable[[OfferLine, AnyLine | None], bool]
) -> list[OfferLine]:
    """Return the lines of the offer that were asked for in that way."""
    asked = inputs.asked
    return [line for line in inputs.offer.lines if wanted(line, asked.get(line.place))]

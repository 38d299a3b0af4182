"""The conditions in plain words, from the rules that the quote falls under."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.documents.document import Clause, Conditions, Words
from app.documents.quote.inputs import Inputs
from app.domain.choices import Delivery, Kind, PriceBasis, Return
from app.domain.offer import OfferLine
from app.domain.programme import is_new_commerce


def conditions(inputs: Inputs) -> Conditions:
    """Return the conditions that apply, figures from the policies."""
    clauses = [*_agreement(inputs)]
    if inputs.rental:
        clauses += [*_hardware(inputs), *_duration(inputs)]
    if inputs.holds(Kind.SUBSCRIPTION):
        clauses += _subscriptions(inputs)
    clauses += _prices(inputs)
    return Conditions(inputs.write.gettext("Conditions"), tuple(clauses))


def _agreement(inputs: Inputs) -> Iterator[Clause]:
    """Yield what binds whom, and who invoices what."""
    write = inputs.write
    yield Clause(write.gettext("Without engagement"), _engagement(inputs))
    if inputs.rental:
        yield rental(inputs)
    yield Clause(write.gettext("Invoicing"), _invoicing(inputs))


def rental(inputs: Inputs) -> Clause:
    """W10: say whose the hardware is, and between whom the contract."""
    write = inputs.write
    return Clause(
        write.gettext("Rental"),
        write.gettext(
            "The packs are rented: the contract is between {distributor} and you,"
            " and {distributor} remains the owner of the hardware.",
            distributor=inputs.distributor_name,
        ),
    )


def _prices(inputs: Inputs) -> Iterator[Clause]:
    """Yield what holds for prices and totals."""
    write = inputs.write
    yield Clause(write.gettext("Prices"), _price_basis(inputs))
    if any(not line.firm for line in inputs.offer.lines):
        yield Clause(
            write.gettext("Options"),
            write.gettext("Optional lines and alternatives are in no total."),
        )


def _engagement(inputs: Inputs) -> Words:
    """Say what it takes until either side is bound."""
    write = inputs.write
    if not inputs.rental:
        return write.gettext(
            "This quotation is without engagement until the credit is approved and"
            " both sides have signed."
        )
    return write.gettext(
        "This quotation is without engagement until the credit is approved and every"
        " contract is signed by {distributor} and by you.",
        distributor=inputs.distributor_name,
    )


def _invoicing(inputs: Inputs) -> Words:
    """W4, W10: say who invoices what."""
    write = inputs.write
    said = []
    if inputs.rental:
        said.append(
            write.gettext(
                "The packs are invoiced to you each month by {distributor}, directly.",
                distributor=inputs.distributor_name,
            )
        )
    if inputs.holds(Kind.PARTNER_SERVICE):
        said.append(
            write.gettext(
                "Services are offered and invoiced by {partner}.",
                partner=inputs.partner_name,
            )
        )
    if inputs.holds(Kind.SUBSCRIPTION):
        said.append(
            write.gettext(
                "Subscriptions are invoiced by {partner}.",
                partner=inputs.partner_name,
            )
        )
    return write.joined(" ", said)


def _price_basis(inputs: Inputs) -> Words:
    """Say what the prices are without, until when, and where they come from."""
    write = inputs.write
    said = [
        write.gettext(
            "Prices exclude VAT, which is calculated on each total, and hold until"
            " {day} inclusive.",
            day=inputs.valid_until,
        )
    ]
    names = ", ".join(
        f"{each.list_id} {each.version}" for each in inputs.offer.price_lists
    )
    if names:
        said.append(write.gettext("Price list: {names}.", names=names))
    return write.joined(" ", said)


def early_end(inputs: Inputs) -> Words:
    """W8: invoiced so far and still due make the contract total."""
    write, totals = inputs.write, inputs.offer.distributor
    if inputs.waas.early_end == "full":
        return write.gettext(
            "You may end the contract early; the contract total is then due in full,"
            " in addition to what has been invoiced."
        )
    total, monthly = totals.contract_total, inputs.rate
    if total is None or monthly is None:
        return write.gettext(
            "You may end the contract early; what has not been invoiced yet is then"
            " still due."
        )
    return write.gettext(
        "You may end the contract early; what has not been invoiced yet is then still"
        " due. In all you pay the contract total, {total} ({monthly} × {months}).",
        total=total,
        monthly=monthly,
        months=write.months(inputs.offer.term or 0),
    )


def _extension(inputs: Inputs) -> Words:
    """W9: in whole steps, to a limit, within the warranty; or not at all."""
    write, waas = inputs.write, inputs.waas
    term, months = inputs.offer.term or 0, waas.extension_step_months
    in_all = waas.extension_cap == "total"
    left = waas.extension_max_months - (term if in_all else 0)
    most = max(left, 0) // months * months
    if not most:
        return write.gettext(
            "A contract of {months} cannot be extended.", months=write.months(term)
        )
    step = write.months(months)
    if in_all:
        return write.gettext(
            "The contract may be extended by {step} at a time, to at most {longest} in"
            " all, and never past the longest warranty the manufacturers accept.",
            step=step,
            longest=write.months(term + most),
        )
    return write.gettext(
        "The contract may be extended by {step} at a time, by at most {longest}, and"
        " never past the longest warranty the manufacturers accept.",
        step=step,
        longest=write.months(most),
    )


def _hardware(inputs: Inputs) -> Iterator[Clause]:
    """Yield what holds for what is rented."""
    write, distributor = inputs.write, inputs.distributor_name
    yield Clause(write.gettext("Delivery"), _delivery(inputs))
    yield Clause(  # W6
        write.gettext("Office licences"),
        write.gettext(
            "The Office licences of the packs are delivered by {distributor} through"
            " its online marketplace, unless stated otherwise.",
            distributor=distributor,
        ),
    )
    yield Clause(write.gettext("Warranty"), _warranty(inputs))
    if inputs.holds(Kind.SPECIAL_REQUEST):
        yield Clause(  # W11
            write.gettext("Special requests"),
            write.gettext(
                "Hardware outside the standard range is handled case by case; a"
                " quotation stays provisional until {distributor} has confirmed"
                " its price.",
                distributor=distributor,
            ),
        )


def _warranty(inputs: Inputs) -> Words:
    """W11: the standard warranty, where the price list says nothing else."""
    write, standard = inputs.write, inputs.waas.standard_warranty_months
    listed = {months for line in inputs.offer.lines for months in line.warranties}
    if listed - {standard}:
        return write.gettext(
            "The hardware is guaranteed as its manufacturers state for each device."
        )
    return write.gettext(
        "Hardware of the standard range carries a warranty of {months}.",
        months=write.months(standard),
    )


def _duration(inputs: Inputs) -> Iterator[Clause]:
    """Yield what holds for the end of the contract."""
    write = inputs.write
    yield Clause(write.gettext("Early end"), early_end(inputs))
    yield Clause(write.gettext("Extension"), _extension(inputs))
    yield Clause(write.gettext("Return"), _return(inputs))


def _delivery(inputs: Inputs) -> Words:
    """W2: free either way."""
    if inputs.proposal.delivery is Delivery.CUSTOMER:
        return inputs.write.gettext("The hardware is delivered to you free of charge.")
    return inputs.write.gettext(
        "The hardware is delivered to {partner} free of charge.",
        partner=inputs.partner_name,
    )


def _return(inputs: Inputs) -> Words:
    """W12: by the customer, or collected for a fee; the data is erased."""
    write, ending = inputs.write, inputs.offer.at_end
    if inputs.proposal.return_way is Return.SELF:
        way = write.gettext(
            "At the end you return the hardware yourself; its delivery is wholly your"
            " responsibility."
        )
    elif ending.per_device is None or ending.total is None:
        way = write.gettext("At the end the hardware is collected safely, for a fee.")
    else:
        way = write.ngettext(
            "At the end the hardware is collected safely for {price} per device:"
            " {total} for {n} device.",
            "At the end the hardware is collected safely for {price} per device:"
            " {total} for {n} devices.",
            ending.devices,
            price=ending.per_device,
            total=ending.total,
            n=ending.devices,
        )
    erased = write.gettext("Certified companies erase the data.")
    return write.joined(" ", (way, erased))


def _subscriptions(inputs: Inputs) -> Iterator[Clause]:
    """Yield what holds for Microsoft subscriptions: their programme's terms.

    Those of new commerce are of a later programme than the quote's.
    """
    sold = [line for line in inputs.offer.lines if line.kind is Kind.SUBSCRIPTION]
    later = [line for line in sold if is_new_commerce(line.sku, line.price_basis)]
    if len(later) < len(sold):
        yield from _monthly_licences(inputs)
    if later:
        yield _committed_licences(inputs, later)


def _committed_licences(inputs: Inputs, lines: Sequence[OfferLine]) -> Clause:
    """Say which terms hold for licences of new commerce."""
    write = inputs.write
    by_year = all(line.price_basis is PriceBasis.TERM for line in lines)
    return Clause(
        write.gettext("Licences priced by the year")
        if by_year
        else write.gettext("Licences with a commitment of a month or a year"),
        write.gettext(
            "Microsoft’s terms of the day they are ordered hold for them, those for"
            " cancelling included; {partner} hands them to you on request.",
            partner=inputs.partner_name,
        ),
    )


def _monthly_licences(inputs: Inputs) -> Iterator[Clause]:
    """Yield what holds for licences that have a price a month."""
    write, csp = inputs.write, inputs.csp
    yield Clause(  # M1, M2, M8
        write.gettext("Subscriptions"),
        write.gettext(
            "A subscription runs for twelve months at an unchanged price, then renews"
            " itself at the price of that day. Whether it is invoiced monthly or"
            " annually is chosen when it is created and stays so."
        ),
    )
    yield Clause(  # M4
        write.gettext("Cancelling"),
        write.gettext(
            "A subscription cancelled within {days} days of its creation, the last one"
            " included, is credited in full. After that the days left are credited:"
            " monthly price × 12 / {year} × days left × licences.",
            days=csp.cancel_days,
            year=csp.days_in_a_year,
        ),
    )

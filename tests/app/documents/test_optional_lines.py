"""What is optional or an alternative is a difference, never a part of the total."""

from __future__ import annotations

from dataclasses import replace

from app.domain.choices import Kind
from app.domain.offer import Offer, OfferLine, PartnerTotals
from app.domain.proposal import OptionLine, Proposal
from tests.app.documents import offers, samples
from tests.app.documents.contents import clauses, document, money, section, strings
from tests.app.documents.samples import (
    OFFER,
    PROPOSAL,
    amount,
    taxed,
    unit,
)


def test_what_is_optional_is_a_difference_and_says_so() -> None:
    dock = section(document(), "Invoiced each month by ALSO").items[2]
    assert dock.amount == ("+" + money(amount("66.60")),)
    assert dock.details == (("optional, not in the totals",),)


def test_an_alternative_is_the_difference_to_what_it_replaces() -> None:
    said = document(*offers.everything())
    items = section(said, "Invoiced each month by ALSO").items
    desktop = next(item for item in items if item.name == ("Pack Fixe S",))
    assert desktop.unit == (money(amount("39.90")),)
    assert desktop.amount == ("−" + money(amount("120.00")),)
    assert desktop.details == (
        ("alternative to Pack Mobile M: the difference, not in the totals",),
    )


def test_what_comes_with_an_alternative_pack_is_no_option() -> None:
    offer, proposal = offers.everything()
    screen = replace(
        samples.DOCK, id="with", place="packs[1].options[0]", optional=False
    )
    asked = OptionLine(id="with", quantity=1, sku="DOCK")
    variant = replace(proposal.packs[1], options=(asked,))
    proposal = replace(proposal, packs=(proposal.packs[0], variant))
    said = document(replace(offer, lines=(*offer.lines, screen)), proposal)
    items = section(said, "Invoiced each month by ALSO").items
    found = [each.details[-1] for each in items if each.name == items[2].name]
    assert found == [
        ("optional, not in the totals",),
        ("goes with the alternative, not in the totals",),
    ]


def alternative_option(**amounts: str) -> tuple[OfferLine, OptionLine]:
    """Return what would replace the upgrade under the pack, at those amounts."""
    place = "packs[0].options[2]"
    line = replace(
        samples.line(place, Kind.OPTION, samples.texts("Achat", "Purchase"), "60.00"),
        optional=True,
        firm=False,
        alternative_to=samples.UPGRADE.id,
        monthly=amount("0"),
        once=amount("60.00"),
        difference=samples.difference(**amounts),
    )
    return line, OptionLine(
        id=place, quantity=1, sku="BUY", alternative_to=samples.UPGRADE.id
    )


def with_option(line: OfferLine, asked: OptionLine) -> tuple[Offer, Proposal]:
    """Return the quote with one more line under its pack."""
    (pack,) = PROPOSAL.packs
    packs = (replace(pack, options=(*pack.options, asked)),)
    return (
        replace(OFFER, lines=(*OFFER.lines[:3], line, *OFFER.lines[3:])),
        replace(PROPOSAL, packs=packs),
    )


def test_an_alternative_paid_another_way_stands_in_both_tables() -> None:
    said = document(*with_option(*alternative_option(monthly="-49.20", once="60.00")))
    monthly = section(said, "Invoiced each month by ALSO").items[3]
    assert monthly.name == ("Purchase",)
    assert monthly.unit == (money(amount("0.00")),)
    assert monthly.amount == ("−" + money(amount("49.20")),)
    (once,) = section(said, "Invoiced once by ALSO").items
    assert once.unit == (money(amount("60.00")),)
    assert once.amount == ("+" + money(amount("60.00")),)


def test_an_alternative_with_both_prices_shows_each_difference_where_it_is_paid() -> (
    None
):
    line, asked = alternative_option(monthly="-2.10", once="30.00")
    both = replace(
        line,
        unit_price=unit("2.00"),
        unit_once=unit("30.00"),
        monthly=amount("2.00"),
        once=amount("30.00"),
    )
    said = document(*with_option(both, asked))
    monthly = section(said, "Invoiced each month by ALSO").items[3]
    (once,) = section(said, "Invoiced once by ALSO").items
    assert (monthly.unit, monthly.amount) == (
        ("+" + money(amount("2.00")),),
        ("−" + money(amount("2.10")),),
    )
    assert (once.unit, once.amount) == (
        (money(amount("30.00")),),
        ("+" + money(amount("30.00")),),
    )


def test_an_alternative_that_saves_a_one_off_amount_says_so_there() -> None:
    line, asked = alternative_option(monthly="-1.10", once="-30.00")
    saving = replace(
        line, unit_price=unit("3.00"), monthly=amount("3.00"), once=amount("0")
    )
    (once,) = section(
        document(*with_option(saving, asked)), "Invoiced once by ALSO"
    ).items
    assert once.unit == (money(amount("0.00")),)
    assert once.amount == ("−" + money(amount("30.00")),)


def test_an_alternative_without_a_difference_stays_in_its_own_table() -> None:
    line, asked = alternative_option()
    unpriced = replace(
        line,
        unit_price=None,
        monthly=None,
        once=None,
        annual=None,
        difference=None,
    )
    said = document(*with_option(unpriced, asked))
    assert section(said, "Invoiced each month by ALSO").items[3].amount == ("—",)
    assert [each.heading[0] for each in said.sections] == [
        "Invoiced each month by ALSO",
        "Invoiced once by Ardenne Informatique",
    ]


def test_an_alternative_service_and_subscription_change_both_tables() -> None:
    offer, proposal = offers.subscriptions_only()
    monthly, annual = offer.lines
    other = replace(
        annual,
        optional=True,
        firm=False,
        alternative_to=monthly.id,
        difference=samples.difference(monthly="-105.00", annual="870.00"),
    )
    asked = replace(proposal.subscriptions[1], alternative_to=monthly.id)
    said = document(
        replace(offer, lines=(monthly, other)),
        replace(proposal, subscriptions=(proposal.subscriptions[0], asked)),
    )
    amounts = [[item.amount[0] for item in each.items] for each in said.sections]
    assert amounts == [
        [money(amount("105.00")), "−" + money(amount("105.00"))],
        ["+" + money(amount("870.00"))],
    ]
    assert said.sections[1].totals == ()


def test_a_table_of_nothing_but_options_has_no_totals() -> None:
    offer, proposal = offers.everything()
    lines = tuple(
        replace(line, optional=True, firm=False)
        if line.once and line.once.cents
        else line
        for line in offer.lines
    )
    partner = PartnerTotals(monthly=offer.partner.monthly, once=taxed("0", ""))
    said = document(replace(offer, lines=lines, partner=partner), proposal)
    once = section(said, "Invoiced once by Ardenne Informatique")
    assert (once.totals, once.remarks) == ((), ())
    assert section(said, "Invoiced once by ALSO").totals == ()
    assert section(said, "Invoiced each month by ALSO").totals


def test_a_quote_of_options_only_has_no_number_and_nothing_to_sign() -> None:
    said = document(*offers.options_only())
    assert said.headline is not None
    assert said.headline.amount == ()
    assert said.headline.per == ("This quotation consists of options only.",)
    assert said.headline.figures == ()
    assert said.acceptance is None
    assert said.comparison is None
    assert all(each.totals == () for each in said.sections)
    assert "on request" not in "".join(strings(said)).lower()
    assert money(amount("0.00")) not in clauses(said)["Early end"]


def test_packs_that_are_optional_leave_the_headline_to_what_is_firm() -> None:
    offer, proposal = offers.options_only()
    firm = replace(
        offer,
        lines=(*offer.lines[:3], samples.INSTALLATION),
        partner=OFFER.partner,
    )
    said = document(firm, replace(proposal, partner_services=PROPOSAL.partner_services))
    assert said.headline is not None
    assert said.headline.amount == (money(amount("1020.00")),)
    assert said.headline.per == ("once, excluding VAT",)
    assert said.acceptance is not None
    assert "signed separately" not in said.acceptance.text[0]

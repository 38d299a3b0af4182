"""What the paper says: parties, amounts, who invoices what, the conditions."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from app.documents.content import quote_document
from app.documents.document import Document, Section, Words
from app.domain.choices import Delivery, Kind, PriceBasis, Term
from app.domain.identity import Customer, Partner, Seller
from app.domain.money import Amount
from app.domain.offer import Offer, OfferLine, PartnerTotals
from app.domain.policy import WaasPolicy
from app.domain.proposal import OptionLine, Proposal
from i18n import Language
from tests.app.documents import samples
from tests.app.documents.samples import (
    BOTH,
    ENGLISH,
    FRENCH,
    OFFER,
    PARTNER,
    PROGRAM,
    PROPOSAL,
    SELLER,
    WAAS,
    amount,
    inputs,
    taxed,
    unit,
)


def document(
    offer: Offer = OFFER,
    proposal: Proposal = PROPOSAL,
    languages: tuple[Language, ...] = ENGLISH,
    partner: Partner = PARTNER,
    seller: Seller = SELLER,
    waas: WaasPolicy = WAAS,
) -> Document:
    """Return what the paper of that offer says."""
    of = inputs(offer, proposal, languages, partner, seller, waas)
    return quote_document(of, (), PROGRAM)


def section(said: Document, heading: str) -> Section:
    """Return the section under that heading."""
    return next(each for each in said.sections if each.heading == (heading,))


def clauses(said: Document) -> dict[str, str]:
    """Return the conditions by their catchwords."""
    return {each.label[0]: each.text[0] for each in said.conditions.clauses}


def strings(value: Any) -> Iterator[str]:
    """Yield every string in a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from strings(getattr(value, each.name))


def money(said: Amount) -> str:
    """Return an amount as the English edition writes it."""
    return ENGLISH[0].money(said)


def test_the_one_number_is_the_monthly_rate_and_what_it_buys() -> None:
    headline = document().headline
    assert headline is not None
    assert headline.amount == (money(amount("648.00")),)
    assert headline.per == ("a month, excluding VAT",)
    assert headline.buys == ("12 × Pack Mobile M, for 36 months",)
    assert [figure.amount for figure in headline.figures] == [
        (money(amount("23328.00")),),
        (money(amount("1020.00")),),
    ]


def test_w4_each_party_has_a_table_of_its_own() -> None:
    said = document()
    assert [each.heading[0] for each in said.sections] == [
        "Invoiced each month by ALSO",
        "Invoiced once by Ardenne Informatique",
    ]


def test_every_kind_of_line_has_its_table() -> None:
    said = document(*samples.everything())
    assert [each.heading[0] for each in said.sections] == [
        "Invoiced each month by ALSO",
        "Invoiced once by ALSO",
        "At the end of the contract",
        "Invoiced once by Ardenne Informatique",
        "Invoiced each month by Ardenne Informatique",
        "Subscriptions, invoiced each month by Ardenne Informatique",
        "Subscriptions, invoiced each year by Ardenne Informatique",
    ]


def test_a_pack_shows_what_it_includes_and_its_options_stand_under_it() -> None:
    pack, upgrade, dock, _ = section(document(), "Invoiced each month by ALSO").items
    assert pack.details[0][0].startswith("14″ notebook, 16 GB, 512 GB · bag and mouse")
    assert (pack.indented, upgrade.indented, dock.indented) == (False, True, True)
    assert upgrade.details == (("replaces Office 365 Business Essentials",),)


def test_what_is_optional_is_a_difference_and_says_so() -> None:
    dock = section(document(), "Invoiced each month by ALSO").items[2]
    assert dock.amount == ("+" + money(amount("66.60")),)
    assert dock.details == (("optional, not in the totals",),)


def test_an_alternative_is_the_difference_to_what_it_replaces() -> None:
    said = document(*samples.everything())
    items = section(said, "Invoiced each month by ALSO").items
    desktop = next(item for item in items if item.name == ("Pack Fixe S",))
    assert desktop.unit == (money(amount("39.90")),)
    assert desktop.amount == ("−" + money(amount("120.00")),)
    assert desktop.details == (
        ("alternative to Pack Mobile M: the difference, not in the totals",),
    )


def test_what_comes_with_an_alternative_pack_is_no_option() -> None:
    offer, proposal = samples.everything()
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
    offer, proposal = samples.subscriptions_only()
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
    offer, proposal = samples.everything()
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
    said = document(*samples.options_only())
    assert said.headline is not None
    assert said.headline.amount == ()
    assert said.headline.per == ("This quotation consists of options only.",)
    assert said.headline.figures == ()
    assert said.acceptance is None
    assert said.comparison is None
    assert all(each.totals == () for each in said.sections)
    assert "on request" not in "".join(strings(said)).lower()
    assert money(amount("0.00")) not in clauses(said)["Early end"]


def test_w11_a_quote_of_one_open_request_has_its_rate_on_request() -> None:
    offer, proposal = samples.with_request(answered=False)
    nothing = replace(offer.distributor, monthly=taxed("0"), contract_total=amount("0"))
    said = document(
        replace(offer, lines=offer.lines[-1:], distributor=nothing),
        replace(proposal, packs=(), partner_services=()),
    )
    assert said.headline is not None
    assert said.headline.amount == ("On request",)
    assert said.headline.buys == ("2 × Rugged, shock-proof notebook, for 36 months",)
    (rate,) = said.sections[0].totals
    assert rate.amount == ("on request",)
    assert said.acceptance is None


def test_packs_that_are_optional_leave_the_headline_to_what_is_firm() -> None:
    offer, proposal = samples.options_only()
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


def test_what_is_agreed_to_is_this_very_revision() -> None:
    said = document(proposal=replace(PROPOSAL, revision="B"))
    assert said.acceptance is not None
    assert f"quotation {PROPOSAL.number}-B of" in said.acceptance.text[0]


def services(once: str = "1020.00", monthly: str = "67.50") -> tuple[Offer, Proposal]:
    """Return a quote of the partner's own services alone."""
    offer, proposal = samples.everything()
    lines = tuple(each for each in offer.lines if each.kind is Kind.PARTNER_SERVICE)
    offer = replace(
        offer,
        lines=lines,
        distributor=replace(offer.distributor, once=taxed("0"), monthly=taxed("0")),
        partner=PartnerTotals(monthly=taxed(monthly), once=taxed(once)),
        subscriptions=OFFER.subscriptions,
    )
    offer = replace(
        offer, distributor=replace(offer.distributor, contract_total=amount("0"))
    )
    return offer, replace(proposal, packs=(), subscriptions=())


def test_services_alone_have_their_own_rate_as_the_number() -> None:
    headline = document(*services()).headline
    assert headline is not None
    assert headline.amount == (money(amount("67.50")),)
    assert headline.per == ("a month, excluding VAT",)
    assert headline.buys == ("3 × Watch",)
    (once,) = headline.figures
    assert once.label == ("Once, Ardenne Informatique",)
    assert once.amount == (money(amount("1020.00")),)


def test_an_amount_that_is_as_high_as_the_number_is_said_all_the_same() -> None:
    headline = document(*services(once="67.50")).headline
    assert headline is not None
    (once,) = headline.figures
    assert once.amount == headline.amount


def test_a_monthly_service_is_no_subscription() -> None:
    offer, proposal = samples.everything()
    rest = tuple(each for each in offer.lines if each.kind is not Kind.PACK)
    headline = document(
        replace(offer, lines=rest), replace(proposal, packs=())
    ).headline
    assert headline is not None
    assert headline.amount == (money(amount("105.00")),)
    assert headline.buys == ("10 × E3",)


def test_two_languages_have_one_set_of_figures() -> None:
    proposal = PROPOSAL
    many = replace(samples.PACK, quantity=1200)
    languages = (Language.of("fr", "CH"), Language.of("en", "CH"))
    headline = document(replace(OFFER, lines=(many,)), proposal, languages).headline
    assert headline is not None
    french, english = headline.buys
    assert english.split("×")[0].strip() == french.split("×")[0].strip()


def test_a_swiss_number_is_not_called_a_vat_number_twice() -> None:
    swiss = Customer("Vignobles SA", vat_number="CHE-123.456.788 TVA", country="CH")
    said = document(proposal=replace(PROPOSAL, customer=swiss), languages=FRENCH)
    (line,) = (each for each in strings(said.parties) if "CHE" in each)
    assert line.split() == ["TVA", "CHE-123.456.788"]


def test_the_headline_counts_packs_by_their_sku() -> None:
    offer, proposal = samples.many(100)
    alike = tuple(replace(each, sku="ONE") for each in offer.lines)
    headline = document(replace(offer, lines=alike), proposal).headline
    assert headline is not None
    assert headline.buys == ("100 × Workplace no. 001, for 36 months",)
    headline = document(offer, proposal).headline
    assert headline is not None
    assert headline.buys == ("100 units of 100 kinds, for 36 months",)


def test_what_stands_under_a_pack_adds_to_its_price() -> None:
    firm_dock = replace(samples.DOCK, optional=False, firm=True)
    lines = (samples.PACK, samples.UPGRADE, firm_dock, samples.INSTALLATION)
    said = document(replace(OFFER, lines=lines))
    pack, *options = section(said, "Invoiced each month by ALSO").items[:3]
    assert pack.unit == (money(amount("49.90")),)
    assert [each.unit[0] for each in options] == [
        "+" + money(amount(each)) for each in ("4.10", "5.55")
    ]
    assert [each.amount[0] for each in options] == [
        money(amount(each)) for each in ("49.20", "66.60")
    ]


@pytest.mark.parametrize(
    ("warranties", "words"),
    [
        ((), "a warranty of 36 months"),
        ((36,), "a warranty of 36 months"),
        ((36, 60), "as its manufacturers state"),
        ((12,), "as its manufacturers state"),
    ],
)
def test_w11_the_warranty_never_contradicts_the_list(
    warranties: tuple[int, ...], words: str
) -> None:
    pack = replace(samples.PACK, warranties=warranties)
    said = document(replace(OFFER, lines=(pack, *OFFER.lines[1:])))
    assert words in clauses(said)["Warranty"]


@pytest.mark.parametrize(
    ("term", "policy", "words"),
    [
        (Term.MONTHS_36, {}, "A contract of 36 months cannot be extended."),
        (Term.MONTHS_24, {}, "by 12 months at a time, to at most 36 months in all"),
        (Term.MONTHS_12, {}, "by 12 months at a time, to at most 36 months in all"),
        (
            Term.MONTHS_24,
            {"extension_max_months": 40},
            "to at most 36 months in all",
        ),
        (
            Term.MONTHS_36,
            {"extension_cap": "extension"},
            "by 12 months at a time, by at most 36 months",
        ),
        (
            Term.MONTHS_36,
            {"extension_cap": "extension", "extension_max_months": 6},
            "cannot be extended",
        ),
    ],
)
def test_w9_an_extension_is_promised_only_as_far_as_it_goes(
    term: Term, policy: dict[str, Any], words: str
) -> None:
    offer, proposal = replace(OFFER, term=term), replace(PROPOSAL, term=term)
    said = clauses(document(offer, proposal, waas=replace(WAAS, **policy)))
    assert words in said["Extension"]


def test_no_sentence_makes_french_elide_before_a_name() -> None:
    said = " ".join(strings(document(*samples.everything(), languages=FRENCH)))
    for word in ("que", "de", "le"):
        assert f" {word} Ardenne" not in said
        assert f" {word} ALSO" not in said


def test_w2_delivery_is_shown_as_nothing_rather_than_left_out() -> None:
    delivery = section(document(), "Invoiced each month by ALSO").items[-1]
    assert delivery.name == ("Delivery",)
    assert delivery.amount == (money(amount("0")),)


def test_totals_carry_vat_for_each_party() -> None:
    monthly = section(document(), "Invoiced each month by ALSO").totals
    once = section(document(), "Invoiced once by Ardenne Informatique").totals
    assert [figure.amount[0] for figure in monthly] == [
        money(amount(each)) for each in ("648.00", "136.08", "784.08", "23328.00")
    ]
    assert [figure.amount[0] for figure in once] == [
        money(amount(each)) for each in ("1020.00", "214.20", "1234.20")
    ]


@pytest.mark.parametrize(
    ("abroad", "reason"), [(True, "another country"), (False, "no rate is known")]
)
def test_without_vat_the_paper_says_why(abroad: bool, reason: str) -> None:
    offer = replace(
        OFFER,
        vat_rate=None,
        vat_abroad=abroad,
        distributor=replace(OFFER.distributor, monthly=taxed("648.00", "")),
        partner=PartnerTotals(monthly=taxed("0", ""), once=taxed("1020.00", "")),
    )
    for each in document(offer).sections:
        assert reason in each.remarks[0][0]
        assert not any("VAT 21" in figure.label[0] for figure in each.totals)


def test_a_discount_is_shown() -> None:
    said = document(*samples.everything())
    (watch,) = section(said, "Invoiced each month by Ardenne Informatique").items
    assert watch.unit == (money(amount("25.00")),)
    assert watch.amount == (money(amount("67.50")),)
    assert watch.details == (("discount of 10% deducted",),)


def test_a_one_off_option_names_its_pack() -> None:
    setup, monitoring = section(
        document(*samples.everything()), "Invoiced once by ALSO"
    ).items
    assert setup.details == (("for Pack Mobile M",),)
    assert not setup.indented
    assert monitoring.unit == (money(amount("30.00")),)


def test_w12_collection_is_in_a_table_of_its_own() -> None:
    said = document(*samples.everything())
    (collected,) = section(said, "At the end of the contract").items
    assert (collected.quantity, collected.amount) == (
        ("12",),
        (money(amount("234.00")),),
    )


def test_m1_subscriptions_say_when_and_for_how_long() -> None:
    offer, proposal = samples.subscriptions_only()
    said = document(offer, proposal)
    (annual,) = said.sections[1].items
    assert annual.amount == (money(amount("870.00")),)
    assert annual.details == (("Siège",), ("add-on to E3",), ("from 1 December 2026",))


def test_a_price_for_the_whole_year_says_so() -> None:
    offer, proposal = samples.subscriptions_only()
    yearly = replace(offer.lines[1], price_basis=PriceBasis.TERM)
    said = document(replace(offer, lines=(offer.lines[0], yearly)), proposal)
    assert ("price per licence for twelve months",) in said.sections[1].items[0].details
    assert ("price per licence and month",) in said.sections[0].items[0].details
    assert {each.columns[2] for each in said.sections} == {("Per licence",)}


def test_licences_of_a_later_programme_do_not_get_the_terms_of_2017() -> None:
    offer, proposal = samples.subscriptions_only()
    lines = tuple(replace(each, price_basis=PriceBasis.TERM) for each in offer.lines)
    said = clauses(document(replace(offer, lines=lines), proposal))
    assert "Licences priced by the year" in said
    assert "Cancelling" not in said
    mixed = (offer.lines[0], lines[1])
    said = clauses(document(replace(offer, lines=mixed), proposal))
    assert {"Licences priced by the year", "Cancelling"} <= set(said)
    assert "Licences priced by the year" not in clauses(document(offer, proposal))


def test_a_licence_by_the_month_of_a_later_programme_neither() -> None:
    offer, proposal = samples.subscriptions_only()
    sku = "CFQ7TTC0LH18:0001:P1M:Monthly"
    monthly = tuple(replace(each, sku=sku) for each in offer.lines)
    said = clauses(document(replace(offer, lines=monthly), proposal))
    assert "Licences with a commitment of a month or a year" in said
    assert {"Cancelling", "Subscriptions"}.isdisjoint(said)


def test_prices_by_the_month_are_said_once_above_them() -> None:
    said = document(*samples.subscriptions_only())
    assert {each.columns[2] for each in said.sections} == {("Per licence and month",)}
    assert said.sections[0].items[0].details == ()


def test_subscriptions_alone_have_no_term_and_no_rental() -> None:
    said = document(*samples.subscriptions_only())
    assert said.comparison is None
    assert said.headline is not None
    assert said.headline.amount == (money(amount("105.00")),)
    assert "Rental" not in clauses(said)


def test_w7_a_term_that_is_not_offered_says_so() -> None:
    comparison = document().comparison
    assert comparison is not None
    short, middle, long = comparison.terms
    assert short.figures == ("not offered for this quote",)
    assert middle.share == 1
    assert long.chosen
    assert long.share < 1


def test_w7_a_partner_may_show_no_other_term() -> None:
    alone = replace(samples.PARTNER, terms="chosen")
    said = quote_document(samples.inputs(partner=alone), (), samples.PROGRAM)
    assert said.comparison is None


def test_w11_an_open_request_is_on_request_and_makes_the_quote_provisional() -> None:
    said = document(*samples.with_request(answered=False))
    request = section(said, "Invoiced each month by ALSO").items[-2]
    assert (request.unit, request.amount) == (("on request",), ("on request",))
    assert said.notices == (("Provisional quotation",),)
    assert said.warnings[0][0].startswith("Provisional: one special request")
    assert said.acceptance is None
    assert said.headline is not None
    assert said.headline.buys == ("12 × Pack Mobile M, for 36 months",)


def test_w11_an_answered_request_is_a_line_like_others() -> None:
    said = document(*samples.with_request(answered=True))
    assert said.notices == ()
    request = section(said, "Invoiced each month by ALSO").items[-2]
    assert request.amount == (money(amount("142.40")),)


def test_a_quote_without_a_number_is_a_draft() -> None:
    said = document(proposal=replace(PROPOSAL, number=""))
    assert said.notices == (("Draft quotation",),)
    assert said.number == ()


def test_conditions_take_their_figures_from_the_policies() -> None:
    waas = replace(
        WAAS,
        standard_warranty_months=48,
        extension_step_months=3,
        extension_max_months=60,
    )
    said = clauses(document(*samples.everything(), waas=waas))
    assert "48 months" in said["Warranty"]
    assert "3 months" in said["Extension"]
    assert "60 months in all" in said["Extension"]
    assert "within 30 days" in said["Cancelling"]
    assert "12 / 365" in said["Cancelling"]


def test_w8_an_early_end_costs_the_contract_total() -> None:
    said = clauses(document())["Early end"]
    total, rate = money(amount("23328.00")), money(amount("648.00"))
    assert f"{total} ({rate} × 36 months)" in said


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        ({"early_end": "full"}, ("Early end", "in addition to what has been")),
        ({"extension_cap": "extension"}, ("Extension", "by at most 36 months")),
    ],
)
def test_other_readings_of_the_rules(
    reading: dict[str, Any], words: tuple[str, str]
) -> None:
    label, text = words
    assert text in clauses(document(waas=replace(WAAS, **reading)))[label]


def test_every_paper_says_that_it_is_without_engagement() -> None:
    for offer, proposal in (
        (OFFER, PROPOSAL),
        samples.subscriptions_only(),
        samples.with_request(answered=False),
    ):
        said = document(offer, proposal)
        assert "without engagement" in clauses(said)["Without engagement"]
        assert "Without engagement" in said.footer[-1][0]


def test_w2_delivery_to_the_partner() -> None:
    said = document(proposal=replace(PROPOSAL, delivery=Delivery.PARTNER))
    assert said.parties[2].lines[0] == (
        "Delivered to Ardenne Informatique, free of charge",
    )


def test_a_paper_of_a_partner_and_a_seller_without_any_details() -> None:
    said = document(partner=Partner(), seller=Seller())
    assert [party.heading for party in said.parties] == [
        ("For",),
        ("Delivery and return",),
    ]
    assert said.issuer == ()
    assert said.sections[1].heading == ("Invoiced once by your partner",)
    assert len(said.footer) == 1


def test_the_least_customer_there_can_be() -> None:
    said = document(proposal=replace(PROPOSAL, customer=Customer("X")))
    assert said.parties[0].lines == (("X",),)


def test_the_bilingual_edition_leads_with_french_and_writes_amounts_once() -> None:
    said = document(languages=BOTH)
    assert said.languages == ("fr-BE", "en-BE")
    assert said.title == (FRENCH[0].gettext("Quotation"), "Quotation")
    assert said.headline is not None
    assert said.headline.amount == (FRENCH[0].money(amount("648.00")),)


@pytest.mark.parametrize("languages", samples.EDITIONS)
def test_no_text_keeps_a_placeholder(languages: tuple[Language, ...]) -> None:
    for offer, proposal in (samples.everything(), samples.with_request(answered=False)):
        for text in strings(document(offer, proposal, languages)):
            assert "{" not in text


def _types(kind: Any) -> Iterator[Any]:
    """Yield a type and all the types in its fields."""
    yield kind
    for part in typing.get_args(kind):
        yield from _types(part)
    if dataclasses.is_dataclass(kind):
        for hint in typing.get_type_hints(kind).values():
            yield from _types(hint)


def test_nothing_internal_can_be_reached_from_a_document() -> None:
    own = {
        kind
        for kind in _types(Document)
        if isinstance(kind, type) and kind.__module__.startswith("app.")
    }
    assert {kind.__module__ for kind in own} == {
        "app.documents.document",
        "app.documents.attachment",
    }
    names = {each.name for kind in own for each in _fields(kind)}
    assert not names & {"note", "commission", "cost"}


def _fields(kind: type) -> tuple[dataclasses.Field[Any], ...]:
    """Return the fields of a dataclass, none of an enumeration."""
    return dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()


def test_words_are_one_text_or_one_for_each_language() -> None:
    def words(value: Any) -> Iterator[Words]:
        if isinstance(value, tuple):
            if value and all(isinstance(part, str) for part in value):
                yield value
            else:
                for part in value:
                    yield from words(part)
        elif dataclasses.is_dataclass(value):
            for each in dataclasses.fields(value):
                yield from words(getattr(value, each.name))

    said = document(*samples.everything(), languages=BOTH)
    assert {len(each) for each in words(said)} == {1, 2}

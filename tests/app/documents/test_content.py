"""What the paper says: parties, amounts, who invoices what."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from app.documents.content import quote_document
from app.documents.document import Document, Words
from app.domain.choices import Delivery, Kind, PriceBasis
from app.domain.identity import Customer, Partner, Seller
from app.domain.offer import Offer, PartnerTotals
from app.domain.proposal import Proposal
from i18n import Language
from tests.app.documents import offers, samples
from tests.app.documents.contents import clauses, document, money, section, strings
from tests.app.documents.samples import (
    BOTH,
    FRENCH,
    OFFER,
    PROPOSAL,
    amount,
    taxed,
)


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
    said = document(*offers.everything())
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


def test_w11_a_quote_of_one_open_request_has_its_rate_on_request() -> None:
    offer, proposal = offers.with_request(answered=False)
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


def test_what_is_agreed_to_is_this_very_revision() -> None:
    said = document(proposal=replace(PROPOSAL, revision="B"))
    assert said.acceptance is not None
    assert f"quotation {PROPOSAL.number}-B of" in said.acceptance.text[0]


def services(once: str = "1020.00", monthly: str = "67.50") -> tuple[Offer, Proposal]:
    """Return a quote of the partner's own services alone."""
    offer, proposal = offers.everything()
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
    offer, proposal = offers.everything()
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
    offer, proposal = offers.many(100)
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


def test_no_sentence_makes_french_elide_before_a_name() -> None:
    said = " ".join(strings(document(*offers.everything(), languages=FRENCH)))
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
    said = document(*offers.everything())
    (watch,) = section(said, "Invoiced each month by Ardenne Informatique").items
    assert watch.unit == (money(amount("25.00")),)
    assert watch.amount == (money(amount("67.50")),)
    assert watch.details == (("discount of 10% deducted",),)


def test_a_one_off_option_names_its_pack() -> None:
    setup, monitoring = section(
        document(*offers.everything()), "Invoiced once by ALSO"
    ).items
    assert setup.details == (("for Pack Mobile M",),)
    assert not setup.indented
    assert monitoring.unit == (money(amount("30.00")),)


def test_w12_collection_is_in_a_table_of_its_own() -> None:
    said = document(*offers.everything())
    (collected,) = section(said, "At the end of the contract").items
    assert (collected.quantity, collected.amount) == (
        ("12",),
        (money(amount("234.00")),),
    )


def test_m1_subscriptions_say_when_and_for_how_long() -> None:
    offer, proposal = offers.subscriptions_only()
    said = document(offer, proposal)
    (annual,) = said.sections[1].items
    assert annual.amount == (money(amount("870.00")),)
    assert annual.details == (("Siège",), ("add-on to E3",), ("from 1 December 2026",))


def test_a_price_for_the_whole_year_says_so() -> None:
    offer, proposal = offers.subscriptions_only()
    yearly = replace(offer.lines[1], price_basis=PriceBasis.TERM)
    said = document(replace(offer, lines=(offer.lines[0], yearly)), proposal)
    assert ("price per licence for twelve months",) in said.sections[1].items[0].details
    assert ("price per licence and month",) in said.sections[0].items[0].details
    assert {each.columns[2] for each in said.sections} == {("Per licence",)}


def test_prices_by_the_month_are_said_once_above_them() -> None:
    said = document(*offers.subscriptions_only())
    assert {each.columns[2] for each in said.sections} == {("Per licence and month",)}
    assert said.sections[0].items[0].details == ()


def test_subscriptions_alone_have_no_term_and_no_rental() -> None:
    said = document(*offers.subscriptions_only())
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
    said = document(*offers.with_request(answered=False))
    request = section(said, "Invoiced each month by ALSO").items[-2]
    assert (request.unit, request.amount) == (("on request",), ("on request",))
    assert said.notices == (("Provisional quotation",),)
    assert said.warnings[0][0].startswith("Provisional: one special request")
    assert said.acceptance is None
    assert said.headline is not None
    assert said.headline.buys == ("12 × Pack Mobile M, for 36 months",)


def test_w11_an_answered_request_is_a_line_like_others() -> None:
    said = document(*offers.with_request(answered=True))
    assert said.notices == ()
    request = section(said, "Invoiced each month by ALSO").items[-2]
    assert request.amount == (money(amount("142.40")),)


def test_a_quote_without_a_number_is_a_draft() -> None:
    said = document(proposal=replace(PROPOSAL, number=""))
    assert said.notices == (("Draft quotation",),)
    assert said.number == ()


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
    for offer, proposal in (offers.everything(), offers.with_request(answered=False)):
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

    said = document(*offers.everything(), languages=BOTH)
    assert {len(each) for each in words(said)} == {1, 2}

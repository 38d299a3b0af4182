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
from app.domain.choices import Delivery, PriceBasis
from app.domain.identity import Customer, Partner, Seller
from app.domain.money import Amount
from app.domain.offer import CustomerCopy, Offer, PartnerTotals
from app.domain.policy import WaasPolicy
from app.domain.proposal import Proposal
from i18n import Language
from tests.app.documents import samples
from tests.app.documents.samples import (
    BOTH,
    CSP,
    ENGLISH,
    FRENCH,
    OFFER,
    PARTNER,
    PROGRAM,
    PROPOSAL,
    SELLER,
    WAAS,
    amount,
    taxed,
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
    copy = CustomerCopy(proposal, offer.currency, ())
    return quote_document(
        offer, copy, languages, partner, seller, waas, CSP, (), PROGRAM
    )


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
    assert dock.amount == ("+\u00a0" + money(amount("66.60")),)
    assert dock.details == (("optional, not in the totals",),)


def test_an_alternative_is_the_difference_to_what_it_replaces() -> None:
    said = document(*samples.everything())
    items = section(said, "Invoiced each month by ALSO").items
    desktop = next(item for item in items if item.name == ("Pack Fixe S",))
    assert desktop.amount == ("−\u00a0" + money(amount("120.00")),)
    assert desktop.details == (
        ("alternative to Pack Mobile M: the difference, not in the totals",),
    )


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

"""The conditions say what the rules hold for this offer, and no more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.choices import PriceBasis, Term
from tests.app.documents import offers, samples
from tests.app.documents.contents import clauses, document, money
from tests.app.documents.samples import (
    OFFER,
    PROPOSAL,
    WAAS,
    amount,
)


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


def test_licences_of_a_later_programme_do_not_get_the_terms_of_2017() -> None:
    offer, proposal = offers.subscriptions_only()
    lines = tuple(replace(each, price_basis=PriceBasis.TERM) for each in offer.lines)
    said = clauses(document(replace(offer, lines=lines), proposal))
    assert "Licences priced by the year" in said
    assert "Cancelling" not in said
    mixed = (offer.lines[0], lines[1])
    said = clauses(document(replace(offer, lines=mixed), proposal))
    assert {"Licences priced by the year", "Cancelling"} <= set(said)
    assert "Licences priced by the year" not in clauses(document(offer, proposal))


def test_a_licence_by_the_month_of_a_later_programme_neither() -> None:
    offer, proposal = offers.subscriptions_only()
    sku = "CFQ7TTC0LH18:0001:P1M:Monthly"
    monthly = tuple(replace(each, sku=sku) for each in offer.lines)
    said = clauses(document(replace(offer, lines=monthly), proposal))
    assert "Licences with a commitment of a month or a year" in said
    assert {"Cancelling", "Subscriptions"}.isdisjoint(said)


def test_conditions_take_their_figures_from_the_policies() -> None:
    waas = replace(
        WAAS,
        standard_warranty_months=48,
        extension_step_months=3,
        extension_max_months=60,
    )
    said = clauses(document(*offers.everything(), waas=waas))
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
        offers.subscriptions_only(),
        offers.with_request(answered=False),
    ):
        said = document(offer, proposal)
        assert "without engagement" in clauses(said)["Without engagement"]
        assert "Without engagement" in said.footer[-1][0]

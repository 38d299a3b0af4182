"""Every amount is explained by the row, the version and the arithmetic behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.choices import Term
from app.use_cases.pricing import PricedQuote, priced
from app.use_cases.sample import priced_sample
from app.use_cases.workplace import Workplace
from i18n import Language
from tests.fakes import FakeStorage
from ui.models.why import Reasons, why_line, why_monthly
from ui.models.words import Reader

FRENCH = Language.of("fr", "BE")


@pytest.fixture
def quote(workplace: Workplace, storage: FakeStorage) -> PricedQuote:
    assert storage.store.price_lists() == ()
    return priced_sample(workplace)


def facts(reasons: Reasons | None) -> dict[str, str]:
    assert reasons is not None
    return {fact.name: fact.value.replace("\u00a0", " ") for fact in reasons.facts}


def reader(*, customer: bool = False) -> Reader:
    return Reader(FRENCH, "Ardenne", customer)


def test_a_pack_names_its_row_and_counts_aloud(quote: PricedQuote) -> None:
    known = facts(why_line(quote, "nb", reader()))
    assert known["Liste de prix"] == "SAMPLE-BE 1"
    assert known["Référence"] == "WAAS-NB-M"
    assert known["Prix mensuel, 36 mois"] == "49,90 €"
    assert known["Chaque mois"] == "49,90 € × 12 = 598,80 €"
    assert known["Votre commission"] == "120,00 € × 12 = 1 440,00 €"


def test_a_customer_is_told_of_no_commission(quote: PricedQuote) -> None:
    for line in quote.offer.lines:
        known = facts(why_line(quote, line.id, reader(customer=True)))
        assert "Votre commission" not in known
    assert not [f for f in why_monthly(quote, reader(customer=True)).facts if f.own]


def test_the_arithmetic_of_every_line_ends_in_its_amount(quote: PricedQuote) -> None:
    for line in quote.offer.lines:
        known = " ".join(facts(why_line(quote, line.id, reader())).values())
        for amount in (line.monthly, line.once, line.annual):
            if amount and amount.cents:
                shown = FRENCH.money(amount).replace("\u00a0", " ")
                assert f"= {shown}" in known


def test_the_monthly_rate_is_the_sum_of_the_firm_lines(quote: PricedQuote) -> None:
    reasons = why_monthly(quote, reader())
    known = facts(reasons)
    total = quote.offer.distributor.monthly.net
    assert total is not None
    shown = FRENCH.money(total).replace("\u00a0", " ")
    assert known[FRENCH.gettext("In all, each month")] == shown
    assert known["Total du contrat"].startswith(f"{shown} × 36 = ")
    rows = [fact for fact in reasons.facts if not fact.sum and "×" in fact.name]
    firm = [line for line in quote.offer.lines if line.firm and line.monthly]
    paid = [
        line
        for line in firm
        if line.invoiced_by.value == "distributor" and line.monthly.cents  # type: ignore[union-attr]
    ]
    assert len(rows) == len(paid)


def test_what_is_not_offered_says_so(workplace: Workplace, quote: PricedQuote) -> None:
    pack = replace(quote.quote.proposal.packs[0], sku="WAAS-NB-XL", options=())
    proposal = replace(quote.quote.proposal, term=Term.MONTHS_12, packs=(pack,))
    changed = priced(
        replace(quote.quote, proposal=proposal), quote.catalogue, workplace
    )
    known = facts(why_line(changed, pack.id, reader()))
    assert known["Chaque mois"] == "non proposé pour cette durée"
    assert why_line(quote, "nobody", reader()) is None

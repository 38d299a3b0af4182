"""No byte that a customer receives depends on what the partner earns or pays.

Two lists that differ in every commission and every cost, two quotes that
differ in their note and in the commission of each answer: the papers and the
offers must be the same, byte for byte.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.cli.answer import problems_json
from app.documents.attachment import Attachment
from app.documents.content import quote_document
from app.documents.quote_pdf import render
from app.domain.by_term import ByTerm
from app.domain.catalogue import Catalogue
from app.domain.choices import OPTION_KINDS, Edition, Kind, Return, Term
from app.domain.extended import extended
from app.domain.fingerprint import with_fingerprints
from app.domain.identity import Partner, Seller
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.order import Signatory, order
from app.domain.price_list import Item, PriceList
from app.domain.pricing import customer_copy
from app.domain.proposal import OptionLine, PackLine, Proposal, RequestLine
from app.domain.quote import Quote
from app.exchange.customer_copy import write
from app.exchange.offer_json import internal_json, offer_json
from app.exchange.order_file import as_csv, as_json
from app.settings import Settings
from app.use_cases.bundled import policies, sample_list, sample_quote
from app.use_cases.export import inputs, paper, pdf
from app.use_cases.pricing import PricedQuote, priced
from app.use_cases.workplace import Workplace
from i18n import Language
from quotes_db.storage import Database
from tests.cli import Cli
from tests.fakes import FakeClock

DAY = date(2026, 11, 27)
Export = Callable[[PricedQuote, Edition], bytes]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    folder = tmp_path_factory.mktemp("data")
    clock = FakeClock()
    return Workplace(
        folder, Database(folder, clock), clock, Settings(), policies(), "tester"
    )


def earning(price_list: PriceList, cents: int) -> PriceList:
    """Return the list with every commission and cost cell set by that number."""

    def paid(item: Item, at: int) -> Item:
        amount = Amount(cents + at, "EUR")
        return replace(
            item,
            commissions=ByTerm(amount, amount.times(2), amount.times(3)),
            commission_extension=amount,
            cost_month=UnitPrice(cents + at, "EUR"),
            cost_once=UnitPrice(2 * cents + at, "EUR"),
        )

    items = tuple(paid(item, at) for at, item in enumerate(price_list.items))
    return with_fingerprints(replace(price_list, items=items))


@cache
def lists() -> tuple[Catalogue, Catalogue]:
    poor, rich = earning(sample_list(), 100), earning(sample_list(), 99_900)
    return Catalogue.of([poor]), Catalogue.of([rich])


def versions(proposal: Proposal, workplace: Workplace) -> list[PricedQuote]:
    """Price one proposal as a partner that earns little, and one that earns much."""
    answered = [line.id for line in proposal.special_requests if line.answer]
    made = []
    for catalogue, note, earned in zip(
        lists(), ("poor", "rich"), (Decimal(1), Decimal("999.99")), strict=True
    ):
        quote = Quote(
            proposal=proposal,
            note=note,
            answer_commissions=tuple((line_id, earned) for line_id in answered),
        )
        made.append(priced(quote, catalogue, workplace))
    return made


def assert_nothing_leaks(pair: list[PricedQuote], export: Export) -> None:
    poor, rich = pair
    assert_internal_figures_differ(poor, rich)
    offers = [
        offer_json(each.offer, "fr", problems_json(each.problems, Language.of("fr")))
        for each in pair
    ]
    assert json.dumps(offers[0]) == json.dumps(offers[1])
    for edition in Edition:
        # Compared first: pytest would spell out where two papers differ for minutes.
        same = export(poor, edition) == export(rich, edition)
        assert same, edition


def assert_internal_figures_differ(poor: PricedQuote, rich: PricedQuote) -> None:
    """The check means nothing unless the partner's own figures do differ."""
    assert poor.quote.note != rich.quote.note
    shown = [
        internal_json(each.prices.lists, each.commission, each.costs)
        for each in (poor, rich)
    ]
    for one, other in zip(
        shown[0]["commission"]["lines"], shown[1]["commission"]["lines"], strict=True
    ):
        assert one["unit"] != other["unit"]
    if poor.commission.lines:
        assert shown[0]["costs"] != shown[1]["costs"] or not poor.offer.price_lists
    own, others = (each.prices.lists[0].items for each in (poor, rich))
    for item, counterpart in zip(own, others, strict=True):
        for name in ("commissions", "commission_extension", "cost_month", "cost_once"):
            assert getattr(item, name) != getattr(counterpart, name)


PACKS = [item.sku for item in sample_list().items if item.kind is Kind.PACK]
OPTIONS = [item.sku for item in sample_list().items if item.kind in OPTION_KINDS]
quantities = st.integers(1, 50)


@st.composite
def proposals(draw: st.DrawFn) -> Proposal:
    """Any packs, options and requests of the sample, even ones that do not fit."""
    packs = tuple(
        PackLine(
            id=f"p{i}",
            sku=sku,
            quantity=draw(quantities),
            optional=draw(st.booleans()),
            options=tuple(
                OptionLine(
                    id=f"p{i}o{j}",
                    sku=option,
                    quantity=draw(quantities),
                    optional=draw(st.booleans()),
                )
                for j, option in enumerate(
                    draw(st.lists(st.sampled_from(OPTIONS), max_size=3))
                )
            ),
        )
        for i, sku in enumerate(
            draw(st.lists(st.sampled_from(PACKS), min_size=1, max_size=3))
        )
    )
    answer = ByTerm(Decimal(30), Decimal(20), Decimal("10.5"))
    requests = tuple(
        RequestLine(
            id=f"r{i}",
            text=Localized.same(draw(st.text(max_size=20)) or "x"),
            quantity=draw(quantities),
            answer=answer if draw(st.booleans()) else None,
        )
        for i in range(draw(st.integers(0, 2)))
    )
    return replace(
        sample_quote().proposal,
        packs=packs,
        special_requests=requests,
        term=draw(st.sampled_from(Term)),
        return_way=draw(st.sampled_from(Return)),
    )


@settings(max_examples=12)
@given(proposal=proposals())
def test_random_quotes_leak_nothing(workplace: Workplace, proposal: Proposal) -> None:
    assert_nothing_leaks(
        versions(proposal, workplace),
        lambda quote, edition: pdf(quote, edition, workplace),
    )


def test_the_sample_leaks_nothing(workplace: Workplace) -> None:
    pair = versions(sample_quote().proposal, workplace)
    assert_nothing_leaks(pair, lambda quote, edition: pdf(quote, edition, workplace))


@settings(max_examples=12)
@given(proposal=proposals())
def test_random_contracts_leak_nothing(
    workplace: Workplace, proposal: Proposal
) -> None:
    """What the order form and the end sheet are made of, and the order as data."""
    pair = versions(proposal, workplace)
    assert_internal_figures_differ(*pair)
    (policy,) = workplace.policies.waas
    poor, rich = (extended(each.resolved, policy) for each in pair)
    assert poor == rich
    if poor is None:
        return
    orders = [
        order(each.quote.proposal, each.offer, DAY, Signatory(), Partner(), Seller())
        for each in pair
    ]
    assert orders[0] == orders[1]
    assert as_json(orders[0]) == as_json(orders[1])
    assert as_csv(orders[0]) == as_csv(orders[1])


def leaking(
    quote: PricedQuote,
    edition: Edition,
    title: str,
    secret: bytes,
    workplace: Workplace,
) -> bytes:
    """Export with a secret on the paper, or in the attachment."""
    proposal = replace(quote.quote.proposal, title=title)
    inside = write(customer_copy(quote.quote.proposal, quote.offer)) + secret
    file = Attachment("quote.json", "application/json", inside)
    of = inputs(replace(paper(quote, edition, workplace), proposal=proposal))
    return render(quote_document(of, (file,), "WaaS Quotes"))


def test_the_check_sees_a_commission_on_the_paper(workplace: Workplace) -> None:
    pair = versions(sample_quote().proposal, workplace)
    assert_nothing_leaks(pair, lambda q, e: leaking(q, e, "same", b"", workplace))
    with pytest.raises(AssertionError):
        assert_nothing_leaks(
            pair,
            lambda q, e: leaking(q, e, str(q.commission.total), b"", workplace),
        )


def test_the_check_sees_a_commission_in_the_attachment(workplace: Workplace) -> None:
    pair = versions(sample_quote().proposal, workplace)
    with pytest.raises(AssertionError):
        assert_nothing_leaks(
            pair,
            lambda q, e: leaking(
                q, e, "same", str(q.commission.total).encode(), workplace
            ),
        )


def test_by_command_the_papers_are_the_same_byte_for_byte(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    text = (examples / "list-cp1252.csv").read_text("cp1252")
    richer = tmp_path / "richer.csv"
    swapped = text.replace("90,00;120,00;40,00", "91,00;121,00;41,00")
    swapped = swapped.replace("8,00;10,00", "9,00;11,00")
    richer.write_text(swapped.replace("3,00;4,00;5,00", "4,00;5,00;6,00"), "utf-8")
    papers: list[list[bytes]] = []
    offers: list[str] = []
    for path in (examples / "list-cp1252.csv", richer):
        call = (examples / "quote.json", "--prices", path)
        out = tmp_path / path.stem
        languages = ("--lang", "fr", "--lang", "en", "--lang", "fr+en")
        said = cli.done("export", *call, *languages, "--out", out).out
        papers.append([Path(line).read_bytes() for line in said.splitlines()])
        offers.append(cli.done("price", *call, "--format", "json").out)
        internal = cli.done("price", *call, "--format", "json", "--internal").json
        offers.append(internal["commission"]["total"])
    same = papers[0] == papers[1]
    assert same
    assert offers[0] == offers[2]
    assert offers[1] != offers[3]

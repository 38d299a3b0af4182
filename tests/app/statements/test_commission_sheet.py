"""W1: what a commission sheet says, whatever the quote is like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.choices import CommissionBasis, Status, Term
from app.domain.commission import commission
from app.domain.contract import Contract, CreditCheck, Outcome
from app.domain.localized import Localized
from app.domain.quote import Quote
from app.statements.statement import Fact, Sum
from tests.app.domain.build import (
    DOCK,
    EXAMPLE,
    a_quote,
    catalogue,
    commissions,
    euro,
    item,
    option,
    pack,
    prices,
    request,
    subscription,
)
from tests.app.statements.samples import FRENCH, extendable, section, sheet

#: What every line of a quote waits for whose contract nothing is known of.
ALL_OPEN = "after credit check, signature of ALSO, signature of the customer"
SIGNED = Contract(
    credit=CreditCheck(Outcome.GRANTED, date(2026, 12, 1)),
    distributor_signed_on=date(2026, 12, 4),
    customer_signed_on=date(2026, 12, 3),
)


def euros(number: str) -> Sum:
    return Sum(Decimal(number), "EUR")


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (Status.DECLINED, "the quote was declined"),
        (Status.EXPIRED, "the quote has expired"),
        (Status.SUPERSEDED, "a later revision took its place"),
    ],
)
def test_a_quote_that_no_contract_comes_of_earns_nothing(
    status: Status, why: str
) -> None:
    said = sheet(Quote(proposal=EXAMPLE), status=status)
    falls = [line.values[2] for line in section(said, "36 months").lines]
    assert falls == ["nothing is due", "nothing is due"]
    assert section(said, "When it falls due").aside == f"nothing is due: {why}"


def test_example_1_earns_1560_line_by_line() -> None:
    said = sheet(Quote(proposal=EXAMPLE))
    own = section(said, "36 months")
    assert own.aside == "the term of this quote"
    assert [line.values for line in own.lines] == [
        ("Pack", "PACK", ALL_OPEN, 12, euros("120"), euros("1440")),
        ("Upgrade", "UPGRADE", ALL_OPEN, 12, euros("10"), euros("120")),
    ]
    assert own.total == Fact("Commission of the contract, once", euros("1560"))
    assert [fact.value for fact in said.facts[1]] == [
        "not offered",
        euros("1176"),
        euros("1560"),
    ]
    assert [fact.strong for fact in said.facts[1]] == [False, False, True]


def test_a_term_that_is_not_offered_names_what_it_lacks() -> None:
    missing = section(sheet(Quote(proposal=EXAMPLE)), "12 months")
    assert missing.lines == ()
    assert missing.total is None
    assert missing.remarks == ("Not offered for this term: Pack, Upgrade.",)


def test_it_is_due_after_credit_check_and_both_signatures() -> None:
    due = section(sheet(Quote(proposal=EXAMPLE)), "When it falls due")
    assert [line.values for line in due.lines] == [
        ("Credit check of the customer approved by ALSO", "still open"),
        ("Every contract signed by ALSO", "still open"),
        ("Every contract signed by the customer", "still open"),
    ]
    assert "latest" in due.remarks[0]
    french = section(sheet(Quote(proposal=EXAMPLE), FRENCH), "Échéance")
    assert french.lines[0].values[1] == "pas encore"


def test_every_line_says_what_it_still_waits_for() -> None:
    waiting = replace(SIGNED, distributor_signed_on=None)
    said = sheet(Quote(proposal=EXAMPLE), contract=waiting)
    own = section(said, "36 months")
    assert own.columns[2].heading == "Falls due"
    assert {line.values[2] for line in own.lines} == {"after signature of ALSO"}
    assert len(section(said, "24 months").columns) == len(own.columns) - 1
    due = section(said, "When it falls due")
    assert due.aside == "expected"
    assert [line.values[1] for line in due.lines] == [
        *(date(2026, 12, 1), "still open", date(2026, 12, 3))
    ]


def test_it_falls_due_on_the_latest_of_the_days() -> None:
    said = sheet(Quote(proposal=EXAMPLE), contract=SIGNED)
    own = section(said, "36 months")
    assert {line.values[2] for line in own.lines} == {date(2026, 12, 4)}
    assert section(said, "When it falls due").aside == "due on 4 December 2026"


def test_a_refused_credit_check_loses_it() -> None:
    credit = CreditCheck(Outcome.REFUSED, date(2026, 12, 1))
    lost = sheet(Quote(proposal=EXAMPLE), FRENCH, contract=Contract(credit=credit))
    due = section(lost, "Échéance")
    assert due.aside == "perdue\u00a0: le crédit a été refusé"
    assert due.lines[0].values[0] == "Crédit du client refusé par ALSO"
    own = lost.sections[0]
    assert {line.values[2] for line in own.lines} == {"perdue"}


def test_what_is_not_known_yet_is_to_be_confirmed_and_never_0() -> None:
    asked = request(quantity=3)
    said = sheet(a_quote(special_requests=(asked,)))
    own = section(said, "36 months")
    unknown = "to be confirmed"
    (line,) = own.lines
    waits = f"after confirmation of the amount, {ALL_OPEN.removeprefix('after ')}"
    assert line.values == ("Rugged notebook", None, waits, 3, unknown, unknown)
    assert own.total == Fact("Commission of the contract, once", unknown)
    assert {fact.value for fact in said.facts[1]} == {unknown}


def test_an_answer_without_its_commission_is_left_out_of_the_total_which_says_so() -> (
    None
):
    answered = request({"price_36": "40.00"}, quantity=2)
    said = sheet(a_quote(pack(), special_requests=(answered,)))
    own = section(said, "36 months")
    assert own.lines[-1].values[-2:] == ("to be confirmed", "to be confirmed")
    assert own.total == Fact("Commission of the contract, once", euros("1440"))
    assert own.remarks == ("The total leaves out what is still to be confirmed.",)
    assert said.facts[1][2].value == "1.440,00\u00a0€, the rest to be confirmed"


def test_an_answer_with_its_commission_is_counted() -> None:
    quote = a_quote(
        special_requests=(request({"price_36": "40.00"}, quantity=2),),
        answer_commissions=(("request", Decimal("15.50")),),
    )
    own = section(sheet(quote), "36 months")
    assert own.lines[0].values[-2:] == (euros("15.5"), euros("31"))
    assert own.remarks == ()


def test_what_is_paid_once_per_contract_says_so() -> None:
    fleet = item(
        "FLEET",
        prices=prices("1", "1", "1"),
        commissions=commissions("", "", "100"),
        commission_basis=CommissionBasis.CONTRACT,
    )
    quote = a_quote(pack(option("FLEET", 3), option("FLEET", 4, id="b")))
    own = section(sheet(quote, lists=catalogue(fleet)), "36 months")
    assert own.lines[-1].values == (
        *("Fleet (once per contract)", "FLEET", ALL_OPEN, 7),
        *(euros("100"), euros("100")),
    )


def test_a_quote_that_earns_nothing_says_so() -> None:
    dry = replace(DOCK, commissions=commissions(), fits=())
    alone = sheet(a_quote(pack(option("DOCK"))), lists=catalogue(dry))
    assert section(alone, "36 months").lines
    bare = item("PACK", DOCK.kind.PACK, prices=prices("1", "1", "1"))
    none = section(sheet(a_quote(pack()), lists=catalogue(bare)), "36 months")
    assert none.lines == ()
    assert none.remarks == ("No line of the quote earns a commission under this term.",)


def test_a_quote_of_subscriptions_alone_has_no_term() -> None:
    said = sheet(a_quote(subscriptions=(subscription(),), term=None))
    assert said.sections == ()
    assert said.facts[1] == ()
    assert said.remarks == ("This quote holds nothing that earns a commission.",)


def test_an_extension_earns_a_commission_of_its_own_as_far_as_is_known() -> None:
    """W9."""
    said = extendable()
    longer = section(said, "If the contract is extended")
    assert longer.aside == "by 12 months at most"
    assert [line.values for line in longer.lines] == [
        ("Pack", "PACK", 12, euros("35"), euros("420")),
        ("Upgrade", "UPGRADE", 12, "to be confirmed", "to be confirmed"),
    ]
    assert longer.total == Fact("Commission of an extension, once", euros("420"))
    assert longer.remarks[0] == "The total leaves out what is still to be confirmed."
    assert "whatever its length" in longer.remarks[1]
    (fact,) = said.facts[1][3:]
    assert (fact.label, fact.strong) == ("Extension", False)
    assert fact.value == "420,00\u00a0€, the rest to be confirmed"


def test_an_extension_of_which_nothing_is_known_is_to_be_confirmed() -> None:
    """W9."""
    quote = Quote(proposal=replace(EXAMPLE, term=Term.MONTHS_24))
    longer = section(sheet(quote, FRENCH), "En cas de prolongation du contrat")
    assert longer.total is not None
    assert longer.total.value == "à confirmer"
    assert len(longer.remarks) == 1


def test_an_extension_that_earns_nothing_says_so() -> None:
    """W9."""
    bought = item("PACK", DOCK.kind.PACK, price_once=euro("99"))
    quote = a_quote(pack(), term=Term.MONTHS_24)
    said = sheet(quote, lists=catalogue(bought))
    longer = section(said, "If the contract is extended")
    assert (longer.lines, longer.total) == ((), None)
    (remark,) = longer.remarks
    assert remark == "No line of the quote earns a commission when it is extended."
    assert said.facts[1][-1] == Fact("Extension", euros("0"))


def test_a_contract_that_cannot_be_extended_says_nothing_of_it() -> None:
    said = sheet(Quote(proposal=EXAMPLE))
    assert len(said.facts[1]) == 3
    assert all("extended" not in each.heading for each in said.sections)


def test_invented_prices_are_said_to_be() -> None:
    quote = Quote(proposal=EXAMPLE)
    assert sheet(quote).signs == ()
    assert sheet(quote, FRENCH, sample=True).signs == ("Prix d’exemple inventés",)


@given(st.lists(st.integers(1, 9_999), min_size=1, max_size=5), st.sampled_from(Term))
def test_lines_sum_to_what_the_commission_comes_to(
    quantities: list[int], term: Term
) -> None:
    packs = tuple(
        pack(option("UPGRADE", n, id=f"u{i}"), quantity=n, id=f"p{i}")
        for i, n in enumerate(quantities)
    )
    quote = a_quote(*packs, term=term)
    total = commission(quote, catalogue()).total
    own = section(sheet(quote), f"{term.value} months")
    sums = [line.values[-1] for line in own.lines]
    if total is None:
        assert sums == []
    else:
        known = [each.decimal for each in sums if isinstance(each, Sum)]
        assert sum(known) == total.decimal
        assert own.total is not None
        assert own.total.value == Sum(total.decimal, "EUR")


def test_number_and_customer_are_its_subject() -> None:
    proposal = replace(EXAMPLE, number="TR-2026-0001", revision="B")
    said = sheet(Quote(proposal=proposal))
    assert said.subject == "TR-2026-0001-B · Menuiserie Lefèvre SRL"


def test_names_are_in_the_language_of_the_paper() -> None:
    asked = replace(request(), text=Localized.of({"fr": "Durci", "en": "Rugged"}))
    own = section(sheet(a_quote(special_requests=(asked,)), FRENCH), "36\u00a0mois")
    assert own.lines[0].values[0] == "Durci"

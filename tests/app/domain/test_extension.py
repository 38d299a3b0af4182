"""W9: by how much a contract may be extended, and at what rate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue
from app.domain.choices import Kind, Term
from app.domain.extended import extended, extensions
from app.domain.extension import ExtendedLine, Extension, Limit, Warranty, extension
from app.domain.localized import Localized
from app.domain.months import later
from app.domain.proposal import Proposal
from app.domain.resolved import resolve
from app.use_cases.bundled import policies
from tests.app.domain.build import (
    DOCK,
    NOTEBOOK,
    PACK,
    UPGRADE,
    catalogue,
    cents,
    euro,
    item,
    option,
    pack,
    prices,
    proposal,
    request,
)

(POLICY,) = policies().waas


def things(*months: int) -> tuple[Warranty, ...]:
    return tuple(Warranty(Localized.same(f"{each}"), each) for each in months)


def by(
    term: int, *months: int, cap: Literal["total", "extension"] = "total"
) -> Extension:
    return extension(term, things(*months), replace(POLICY, extension_cap=cap))


def of(asked: Proposal, lists: Catalogue | None = None) -> Extension:
    found = extended(resolve(asked, lists or catalogue()), POLICY)
    assert found is not None
    return found


def test_the_worked_example() -> None:
    """W9, example 3."""
    first = by(24, 60, 36)
    assert first.most == 12
    assert first.choices == (12,)
    assert first.limits == (Limit.CAP, Limit.WARRANTY)
    assert [each.months for each in first.shortest] == [36]
    assert by(36, 60, 60).most == 0
    assert by(36, 60, 60).limits == (Limit.CAP,)
    other = by(36, 60, 60, cap="extension")
    assert other.most == 24
    assert other.choices == (12, 24)
    assert other.limits == (Limit.WARRANTY,)


def test_a_warranty_that_ends_within_the_term_leaves_nothing() -> None:
    found = by(36, 24, cap="extension")
    assert found.most == 0
    assert found.choices == ()
    assert found.limits == (Limit.WARRANTY,)


def test_only_whole_steps_count() -> None:
    assert by(12, 30).most == 12
    quarterly = replace(POLICY, extension_step_months=3)
    assert extension(12, things(30), quarterly).choices == (3, 6, 9, 12, 15, 18)


@given(
    term=st.sampled_from([term.value for term in Term]),
    months=st.lists(st.integers(0, 120), max_size=4),
    cap=st.sampled_from(("total", "extension")),
)
def test_neither_limit_is_ever_passed(
    term: int, months: list[int], cap: Literal["total", "extension"]
) -> None:
    found = by(term, *months, cap=cap)
    counted = term if cap == "total" else 0
    assert found.most % found.step == 0
    assert found.limits
    if found.most:
        assert counted + found.most <= POLICY.extension_max_months
        assert all(term + found.most <= each for each in months)


def test_hardware_without_a_warranty_counts_as_the_standard_range() -> None:
    found = of(proposal(pack(), term=Term.MONTHS_24))
    assert found.most == 12
    assert [each.name for each in found.shortest] == [NOTEBOOK.name]
    assert [each.months for each in found.shortest] == [36]


def test_the_row_of_the_pack_its_contents_and_firm_options_count() -> None:
    long = replace(NOTEBOOK, warranty_months=36, max_warranty_months=60)
    row = replace(PACK, max_warranty_months=24)
    asked = proposal(pack(), term=Term.MONTHS_24)
    assert of(asked, catalogue(long, row)).shortest[0].name == PACK.name
    short = replace(DOCK, warranty_months=24)
    firm = proposal(pack(option("DOCK")), term=Term.MONTHS_24)
    assert of(firm, catalogue(long, short)).most == 0
    assert of(firm, catalogue(long, short)).shortest[0].name == DOCK.name
    open_ = proposal(pack(option("DOCK", optional=True)), term=Term.MONTHS_24)
    assert of(open_, catalogue(long, short)).most == 12


def test_a_pack_that_names_no_hardware_is_of_the_standard_range() -> None:
    bare = replace(PACK, includes=())
    found = of(proposal(pack(), term=Term.MONTHS_24), catalogue(bare))
    assert found.shortest == (Warranty(PACK.name, 36),)


def test_a_special_request_is_of_the_standard_range() -> None:
    answer = {"price_24": "30.00"}
    asked = proposal(term=Term.MONTHS_24, special_requests=(request(answer),))
    assert of(asked).shortest[0].months == 36
    assert of(asked).monthly == cents("30.00")


def test_the_rate_is_the_own_unless_the_list_has_one_for_extensions() -> None:
    asked = proposal(pack(option("UPGRADE")), term=Term.MONTHS_24)
    assert of(asked).monthly == cents("746.40")
    cheaper = replace(PACK, price_extension=euro("40.00"))
    assert of(asked, catalogue(cheaper)).monthly == cents("531.60")


def test_no_rate_is_known_where_a_line_has_no_price() -> None:
    bare = replace(UPGRADE, prices=prices())
    found = of(proposal(pack(option("UPGRADE"))), catalogue(bare))
    assert found.monthly is None


def test_options_alone_make_no_contract() -> None:
    asked = resolve(proposal(pack(optional=True)), catalogue())
    assert extended(asked, POLICY) is None


def test_without_a_term_there_is_nothing_to_extend() -> None:
    lists = catalogue(item("O365", Kind.SUBSCRIPTION))
    assert extended(resolve(proposal(term=None), lists), POLICY) is None


def test_every_term_has_its_own_room() -> None:
    """W9: the warranty is the same for each, what it leaves is not."""
    asked = proposal(pack())
    found = extensions(resolve(asked, catalogue()), POLICY)
    for term, each in found.pairs():
        assert each is not None
        assert each == extension(term.value, each.shortest, POLICY)
    nothing = proposal()
    assert not extensions(resolve(nothing, catalogue()), POLICY)


def test_each_line_says_what_it_costs_a_month_of_the_extension() -> None:
    cheaper = replace(PACK, price_extension=euro("40.00"))
    bare = replace(UPGRADE, prices=prices())
    asked = proposal(pack(option("UPGRADE"), option("NONE", id="none")))
    lines = of(asked, catalogue(cheaper, bare)).lines
    assert lines[0] == ExtendedLine(PACK.name, 12, euro("40.00"), cents("480.00"))
    assert lines[1] == ExtendedLine(UPGRADE.name, lines[1].quantity, None, None)
    assert lines[2].name == Localized.same("NONE")


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 60), st.integers(0, 60))
def test_months_on_months_end_in_the_same_month(
    day: date, first: int, more: int
) -> None:
    whole = later(day, first + more)
    parts = later(later(day, first), more)
    assert (whole.year, whole.month) == (parts.year, parts.month)
    assert parts.day <= whole.day <= day.day


def test_a_month_without_the_day_ends_with_its_last() -> None:
    assert later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert later(date(2026, 11, 22), 36) == date(2029, 11, 22)

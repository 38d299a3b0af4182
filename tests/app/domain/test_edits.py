"""Edits give new proposals, and touch nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.edits import added, changed, removed, with_quantity, with_sku
from tests.app.domain.build import (
    EXAMPLE,
    option,
    pack,
    proposal,
    request,
    service,
    subscription,
)


def test_each_kind_of_line_has_its_place() -> None:
    made = proposal()
    for line in (pack(), subscription(), service(), request()):
        made = added(made, line)
    made = added(made, option("DOCK"), under="pack")
    assert [place for place, _ in made.places()] == [
        "packs[0]",
        "packs[0].options[0]",
        "subscriptions[0]",
        "partner_services[0]",
        "special_requests[0]",
    ]


def test_an_option_needs_its_pack() -> None:
    with pytest.raises(LookupError):
        added(proposal(pack()), option("DOCK"), under="nobody")


def test_another_item_takes_a_place() -> None:
    made = added(proposal(pack()), service())
    made = added(made, option("DOCK"), under="pack")
    changed_option = with_sku(made, "packs[0].options[0]", "DOCK-2")
    assert changed_option.packs[0].options[0].sku == "DOCK-2"
    assert with_sku(made, "packs[0]", "OTHER").packs[0].options == made.packs[0].options
    assert with_sku(made, "partner_services[0]", "OTHER") == made
    assert with_sku(made, "packs[9]", "OTHER") == made


def test_a_line_that_is_not_there_cannot_change() -> None:
    with pytest.raises(LookupError):
        changed(EXAMPLE, "nobody", lambda line: line)


@given(st.integers(1, 9999))
def test_a_packs_options_go_along_where_each_unit_had_one(quantity: int) -> None:
    asked = proposal(pack(option("UPGRADE"), option("DOCK", 5)))
    made = with_quantity(asked, "pack", quantity).packs[0]
    assert made.quantity == quantity
    assert [each.quantity for each in made.options] == [quantity, 5]


def test_an_options_quantity_is_its_own() -> None:
    made = with_quantity(EXAMPLE, "dock", 3).packs[0]
    assert (made.quantity, [each.quantity for each in made.options]) == (12, [12, 3])


def test_a_pack_goes_with_its_options_and_what_would_replace_them() -> None:
    asked = proposal(
        pack(option("UPGRADE")),
        pack(option("DOCK", id="b", alternative_to="upgrade"), id="two"),
        subscriptions=(
            subscription(),
            subscription(id="addon", parent="subscription"),
        ),
        partner_services=(service(),),
    )
    without_pack = removed(asked, "pack")
    assert [line.id for _, line in without_pack.places()] == [
        "two",
        "subscription",
        "addon",
        "service",
    ]
    without_parent = removed(asked, "subscription")
    assert without_parent.subscriptions[0].parent == ""

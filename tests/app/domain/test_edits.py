"""Edits give new proposals, and touch nothing else."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.edits import (
    added,
    changed,
    duplicated,
    moved,
    removed,
    with_quantity,
    with_sku,
)
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


def counted() -> Iterator[str]:
    return (f"new{n}" for n in itertools.count())


def test_a_copy_stands_right_after_its_line() -> None:
    ids = counted()
    made = proposal(pack(), pack(id="other"))
    made = added(made, option("DOCK", id="a"), under="pack")
    made = added(made, option("DOCK-2", id="b", alternative_to="a"), under="pack")
    copied = duplicated(made, "pack", lambda: next(ids))
    first, second, third = copied.packs
    assert (first, third) == made.packs
    assert second.quantity == first.quantity
    assert [each.sku for each in second.options] == ["DOCK", "DOCK-2"]
    assert second.options[1].alternative_to == second.options[0].id
    every = [line.id for _, line in copied.places()]
    assert len(set(every)) == len(every)


def test_an_option_and_a_service_are_copied_too() -> None:
    ids = counted()
    made = added(added(proposal(pack()), service()), option("DOCK"), under="pack")
    for line in (made.packs[0].options[0], made.partner_services[0]):
        copied = duplicated(made, line.id, lambda: next(ids))
        assert len(list(copied.places())) == len(list(made.places())) + 1


@given(st.integers(1, 6), st.data())
def test_a_line_moves_among_its_like_and_nothing_is_lost(
    count: int, data: st.DataObject
) -> None:
    names = [f"p{n}" for n in range(count)]
    made = added(proposal(*(pack(id=name) for name in names)), service())
    name = data.draw(st.sampled_from(names))
    by = data.draw(st.integers(-7, 7))
    after = [each.id for each in moved(made, name, by).packs]
    assert sorted(after) == sorted(names)
    wanted = max(0, min(names.index(name) + by, count - 1))
    assert after.index(name) == wanted
    assert [each for each in after if each != name] == [
        each for each in names if each != name
    ]
    assert moved(made, name, by).partner_services == made.partner_services


def test_what_is_not_there_neither_moves_nor_is_copied() -> None:
    with pytest.raises(LookupError):
        moved(EXAMPLE, "nobody", 1)
    with pytest.raises(LookupError):
        duplicated(EXAMPLE, "nobody", str)

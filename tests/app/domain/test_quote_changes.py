"""Revisions compare line by line."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.edits import removed, with_quantity, with_sku
from app.domain.quote_changes import quote_changes
from tests.app.domain.build import EXAMPLE, offer


def test_a_quantity_moves_its_line_and_the_whole() -> None:
    changes = quote_changes(offer(EXAMPLE), offer(with_quantity(EXAMPLE, "pack", 13)))
    names = [each.name.best("en") for each in changes.lines]
    first = changes.lines[0]
    assert names[0] == offer(EXAMPLE).lines[0].name.best("en")
    assert first.before is not None
    assert first.after is not None
    assert (first.before.quantity, first.after.quantity) == (12, 13)
    old, new = changes.monthly
    assert old is not None
    assert new is not None
    assert new.cents > old.cents


def test_what_is_gone_stands_last_and_what_came_has_no_before() -> None:
    service = EXAMPLE.partner_services[0].id
    fewer = removed(EXAMPLE, service)
    (gone,) = quote_changes(offer(EXAMPLE), offer(fewer)).lines
    assert gone.before is not None
    assert gone.after is None
    (came,) = quote_changes(offer(fewer), offer(EXAMPLE)).lines
    assert came.before is None


def test_another_item_in_a_line_is_another_line() -> None:
    other = with_sku(EXAMPLE, "packs[0].options[0]", "DOCK")
    lines = quote_changes(offer(EXAMPLE), offer(other)).lines
    assert [(each.before is None, each.after is None) for each in lines] == [
        (False, True),
        (True, False),
    ]


@given(st.integers(1, 40))
def test_the_same_quote_changes_nothing(quantity: int) -> None:
    one = offer(with_quantity(EXAMPLE, "pack", quantity))
    assert not quote_changes(one, one)
    assert quote_changes(one, replace(one, term=None))

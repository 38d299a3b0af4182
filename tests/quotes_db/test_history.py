"""The history holds what differs, and enough to bring it back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from app.domain.by_term import ByTerm
from app.domain.money import UnitPrice
from quotes_db.history import difference
from quotes_db.storage import Database
from tests.quotes_db.samples import changed, item, price_list, record, rows


def test_a_difference_is_what_each_side_has_alone_or_otherwise() -> None:
    before = {"quote": {"title": "a", "note": "n"}, "lines": {"1": {"quantity": 1}}}
    after = {"quote": {"title": "b", "note": "n"}, "lines": {"2": {"quantity": 1}}}
    assert difference(before, after) == (
        {"quote": {"title": "a"}, "lines": {"1": {"quantity": 1}}},
        {"quote": {"title": "b"}, "lines": {"2": {"quantity": 1}}},
    )
    assert difference(before, before) == ({}, {})


def test_an_edit_is_told_in_a_few_words(database: Database) -> None:
    with database.writing() as store:
        store.add_quote(first := record())
        pack = first.quote.proposal.packs[0]
        store.save_quote(changed(first, title="x", packs=(replace(pack, quantity=3),)))
        event = store.events()[-1]
    assert json.loads(event.before) == {
        "lines": {"p": {"quantity": 12}},
        "quote": {"title": ""},
    }
    assert json.loads(event.after) == {
        "lines": {"p": {"quantity": 3}},
        "quote": {"title": "x"},
    }


def test_new_prices_are_told_item_by_item(database: Database) -> None:
    dearer = item("NB-M", prices=ByTerm(None, None, UnitPrice(600_000, "EUR")))
    with database.writing() as store:
        store.add_quote(first := record())
        prices = replace(price_list(), items=(dearer, price_list().items[1]))
        store.save_quote(replace(first, prices=(prices,)))
        event = store.events()[-1]
    assert json.loads(event.before) == {
        "prices": {"also-be 1": {"items": {"NB-M": {"price_36": 499_000}}}}
    }
    assert json.loads(event.after) == {
        "prices": {"also-be 1": {"items": {"NB-M": {"price_36": 600_000}}}}
    }


def test_what_happened_to_one_thing_is_found_by_an_index(
    database: Database, folder: Path
) -> None:
    with database.writing() as store:
        store.add_quote(record())
    wanted = "SELECT what FROM event WHERE entity = 'quote' AND entity_id = 'x'"
    (plan,) = rows(folder, f"EXPLAIN QUERY PLAN {wanted}")
    assert "ix_event_entity_entity_id (entity=? AND entity_id=?)" in plan[-1]

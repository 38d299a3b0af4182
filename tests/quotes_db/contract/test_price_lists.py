"""What every store promises of price lists."""

from __future__ import annotations

import pytest

from app.domain.problems import RefusedError
from app.ports import Enriched, OfferMatrix, Storage
from tests.quotes_db.samples import BY, code_of, item, price_list


def test_a_price_list_comes_back_with_its_items_in_their_order(
    storage: Storage,
) -> None:
    one = price_list("1", *(item(f"S{n}") for n in (3, 1, 2)))
    with storage.writing() as store:
        store.add_price_list(one, "list.csv", BY)
        assert store.price_list("also-be", "1") == one
        assert store.price_list("also-be", "2") is None


def test_every_version_stays_the_oldest_import_first(storage: Storage) -> None:
    with storage.writing() as store:
        for version in ("2", "10", "1"):
            store.add_price_list(price_list(version), f"{version}.csv", BY)
        heads = store.price_lists()
    assert [(h.version, h.source, h.items) for h in heads] == [
        ("2", "2.csv", 2),
        ("10", "10.csv", 2),
        ("1", "1.csv", 2),
    ]
    assert heads[0].imported == BY
    assert (heads[0].fingerprint, heads[0].file_fingerprint) == ("f2", "ff2")


def test_a_version_is_kept_once(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_price_list(price_list(), "a.csv", BY)
        with pytest.raises(RefusedError) as refusal:
            store.add_price_list(price_list(), "b.csv", BY)
        assert code_of(refusal) == "version_exists"
        assert [one.source for one in store.price_lists()] == ["a.csv"]
        assert len(store.events()) == 1


def test_versions_go_out_of_use_and_come_back(storage: Storage) -> None:
    with storage.writing() as store:
        for version in ("1", "2"):
            store.add_price_list(price_list(version), "a.csv", BY)
        store.retire_price_lists("also-be", ["2", "2", "7"], BY)
        assert [(one.in_use, one.retired) for one in store.price_lists()] == [
            (True, None),
            (False, BY),
        ]
        assert store.price_list("also-be", "2") is not None
        store.retire_price_lists("also-be", ["1", "2"], BY, back=True)
        assert all(one.in_use for one in store.price_lists())
        told = [(one.what, one.subject) for one in store.events()[2:]]
    assert told == [
        ("price_list_retired", "also-be 2"),
        ("price_list_reinstated", "also-be 2"),
    ]


def test_what_a_matrix_made_is_kept_with_it(storage: Storage) -> None:
    first, second = (OfferMatrix(source=n, content=b"\0" * 9, read=BY) for n in "ab")
    with storage.writing() as store:
        assert store.offer_matrix("also-be") is None
        plain, made, further = (price_list(v) for v in ("1", "1+1", "1+2"))
        store.add_price_list(plain, "l.csv", BY, enriched=Enriched(made, first))
        assert [(one.version, one.source) for one in store.price_lists()] == [
            ("1", "l.csv"),
            ("1+1", "a"),
        ]
        assert store.offer_matrix("also-be") == first
        store.add_price_list(further, "b", BY, enriched=Enriched(further, second))
        assert len(store.price_lists()) == 3
        assert store.offer_matrix("also-be") == second
        assert store.offer_matrix("other") is None
        store.keep_offer_matrix("also-be", first)
        assert store.offer_matrix("also-be") == first
        assert len(store.price_lists()) == 3


class UnwantedError(Exception):
    """Somebody pressed Cancel."""


def test_a_write_given_up_leaves_nothing(storage: Storage) -> None:
    many = price_list("1", *(item(f"S{n}") for n in range(2_500)))

    def give_up(done: int, total: int) -> None:
        assert total == 2_500
        if done > 0:
            raise UnwantedError

    with storage.writing() as store:
        with pytest.raises(UnwantedError):
            store.add_price_list(many, "a.csv", BY, give_up)
        assert store.price_lists() == ()
        assert store.events() == ()
        store.add_price_list(many, "b.csv", BY)
        assert store.price_list("also-be", "1") == many

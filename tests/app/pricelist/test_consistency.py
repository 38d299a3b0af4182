"""Rows that do not agree with one another."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.pricelist.lists import FIRST_ROW, accepted, cell, item, parsed

LINKS = ("includes", "replaces", "requires", "addon_of", "successor")


@pytest.mark.parametrize("again", ["NB-14", "nb-14", "Nb-14", " NB-14 "])
def test_a_sku_twice_is_refused_even_if_identical_or_in_another_case(
    again: str,
) -> None:
    read = parsed(item("NB-14"), item("OTHER"), item(again))
    assert read.price_list is None
    (problem,) = read.problems
    assert problem.code == "sku_twice"
    assert cell(problem) == (FIRST_ROW + 2, "sku", again.strip())
    assert dict(problem.parameters)["other"] == FIRST_ROW


def test_a_sku_thrice_names_both_repetitions() -> None:
    read = parsed(item("A"), item("A"), item("a"))
    assert [cell(each)[0] for each in read.problems] == [FIRST_ROW + 1, FIRST_ROW + 2]


@pytest.mark.parametrize("column", [*LINKS, "excludes"])
def test_a_sku_that_the_list_lacks_is_named(column: str) -> None:
    value = "LOST" if column == "successor" else "OTHER|LOST"
    read = parsed(item("OTHER"), item("A", **{column: value}))
    assert read.price_list is None
    (problem,) = read.problems
    assert problem.code == "sku_missing"
    assert cell(problem) == (FIRST_ROW + 1, column, "LOST")


@pytest.mark.parametrize("column", [*LINKS, "excludes"])
def test_a_reference_in_another_case_is_another_reference(column: str) -> None:
    read = parsed(item("OTHER"), item("A", **{column: "other"}))
    assert [each.code for each in read.problems] == ["sku_missing"]


def test_fits_may_name_a_family_that_no_row_has() -> None:
    assert accepted(item("A", fits="Mobile|LOST")).items[0].fits == ("Mobile", "LOST")


@pytest.mark.parametrize("column", LINKS)
@pytest.mark.parametrize("length", [1, 2, 3])
def test_references_that_lead_round_in_a_circle_are_refused(
    column: str, length: int
) -> None:
    round_trip = [
        item(f"S{at}", **{column: f"S{(at + 1) % length}"}) for at in range(length)
    ]
    read = parsed(item("FIRST", **{column: "S0"}), *round_trip)
    assert read.price_list is None
    (problem,) = read.problems
    assert problem.code == "circle"
    row, named, value = cell(problem)
    at = int(str(row)) - FIRST_ROW - 1
    assert named == column
    assert value == round_trip[at][column]


def test_excluding_one_another_is_no_circle() -> None:
    accepted(item("A", excludes="B"), item("B", excludes="A"))


def test_two_ways_to_one_item_are_no_circle() -> None:
    accepted(
        item("A", requires="B|C"),
        item("B", requires="D"),
        item("C", requires="D"),
        item("D"),
    )


def test_different_columns_together_make_no_circle() -> None:
    accepted(item("A", requires="B"), item("B", replaces="A"))


def test_a_chain_of_three_thousand_references_is_followed() -> None:
    chain = [item(f"S{at}", requires=f"S{at + 1}") for at in range(3_000)]
    accepted(*chain, item("S3000"))
    read = parsed(*chain, item("S3000", requires="S1500"))
    assert [each.code for each in read.problems] == ["circle"]


def test_a_pack_within_a_pack_is_refused() -> None:
    read = parsed(
        item("OUTER", "pack", includes="NB|INNER"),
        item("INNER", "pack"),
        item("NB", "hardware"),
    )
    assert read.price_list is None
    (problem,) = read.problems
    assert problem.code == "pack_in_pack"
    assert cell(problem) == (FIRST_ROW, "includes", "INNER")


def test_an_item_that_ends_before_it_begins_is_refused() -> None:
    read = parsed(item(valid_from="2026-11-01", valid_to="2026-10-31"))
    assert read.price_list is None
    (problem,) = read.problems
    assert problem.code == "ends_before_it_begins"
    assert cell(problem) == (FIRST_ROW, "valid_to", "2026-10-31")
    accepted(item(valid_from="2026-11-01", valid_to="2026-11-01"))


@pytest.mark.parametrize(
    ("names", "missing"), [({"name_fr": ""}, "fr"), ({"name_en": ""}, "en")]
)
def test_one_language_missing_is_a_warning(
    names: Mapping[str, str], missing: str
) -> None:
    read = parsed({**item(), **names})
    assert read.price_list is not None
    (problem,) = read.problems
    assert (problem.code, problem.severity) == ("one_language", "warning")
    named = dict(problem.parameters)
    assert (named["row"], named["column"]) == (FIRST_ROW, f"name_{missing}")


def test_a_language_that_many_items_lack_is_one_warning() -> None:
    read = parsed(*({**item(f"S{n}"), "name_fr": ""} for n in range(12)))
    assert read.price_list is not None
    (problem,) = read.problems
    assert (problem.code, problem.severity) == ("names_missing", "warning")
    named = dict(problem.parameters)
    assert (named["language"], named["count"]) == ("fr", 12)
    first = ", ".join(str(FIRST_ROW + n) for n in range(10))
    assert named["rows"] == f"{first}, …"


@pytest.mark.parametrize("other", [{}, {"name_nl": "Naam"}])
def test_both_languages_missing_refuse_the_list(other: Mapping[str, str]) -> None:
    read = parsed({**item(), "name_fr": "", "name_en": "", **other})
    assert read.price_list is None
    (problem,) = read.problems
    assert (problem.code, problem.severity) == ("no_name", "error")
    assert cell(problem) == (FIRST_ROW, "name_fr", "")


def test_a_list_without_name_columns_is_refused_row_by_row() -> None:
    read = parsed({"sku": "A", "kind": "pack"}, {"sku": "B", "kind": "option"})
    assert read.price_list is None
    assert [cell(each) for each in read.problems] == [
        (FIRST_ROW, "name_fr", ""),
        (FIRST_ROW + 1, "name_fr", ""),
    ]


def reaches_itself(start: int, links: Mapping[int, frozenset[int]]) -> bool:
    """Whether following the links leads back to where they began."""
    seen: set[int] = set()
    todo = list(links[start])
    while todo:
        at = todo.pop()
        if at == start:
            return True
        if at not in seen:
            seen.add(at)
            todo += links[at]
    return False


@given(
    st.integers(1, 6).flatmap(
        lambda size: st.lists(
            st.frozensets(st.integers(0, size - 1), max_size=3),
            min_size=size,
            max_size=size,
        )
    )
)
def test_a_circle_is_found_just_where_references_lead_back(
    links: list[frozenset[int]],
) -> None:
    read = parsed(
        *(
            item(f"S{at}", requires="|".join(f"S{to}" for to in sorted(named)))
            for at, named in enumerate(links)
        )
    )
    by_number = dict(enumerate(links))
    circles = {FIRST_ROW + at for at in by_number if reaches_itself(at, by_number)}
    assert (read.price_list is None) == bool(circles)
    assert {cell(each)[0] for each in read.problems} <= circles

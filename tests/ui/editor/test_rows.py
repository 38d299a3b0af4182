"""Rows, addables and figures as values: no window is needed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.catalogue import Catalogue
from app.domain.choices import Term
from app.domain.quote import Quote
from app.use_cases.bundled import sample_list, sample_quote
from app.use_cases.prices import check
from app.use_cases.pricing import PricedQuote, priced
from i18n import Language
from tests.ui.editor.conftest import workplace
from ui.models.addables import addables, best
from ui.models.figures import figures
from ui.models.gains import Gains
from ui.models.line_rows import LineRows, line_rows
from ui.models.rows_model import runs, unlike
from ui.models.stock import Stock, Wanted
from ui.models.words import Reader, folded

ENGLISH = Reader(Language.of("en"), "Ardenne")
SAMPLE = Catalogue.of([sample_list()])
STOCK = Stock.of(SAMPLE)


def sample(quote: Quote | None = None, lists: Catalogue = SAMPLE) -> PricedQuote:
    return priced(quote or sample_quote(), lists, workplace(Path()))


def found(search: str, line_id: str = "") -> list[str]:
    wanted = Wanted.of(sample_quote().proposal, line_id, search)
    rows = addables(STOCK, wanted, ENGLISH)
    return [row.name for row in rows if not row.heading]


def test_accents_and_capitals_are_ignored_and_every_word_counts() -> None:
    assert folded("Écran À") == "ecran a"
    assert found("ECRAN 27 clarte", "nb")[0] == "27-inch screen Semovia Clarté 27"
    assert found("ecran nonsense") == []


def test_only_options_that_fit_the_chosen_pack_are_offered() -> None:
    assert "USB-C dock Brivane Quai 2" in found("dock", "nb")
    assert "USB-C dock Brivane Quai 2" not in found("dock", "dt")


def test_what_can_be_added_says_what_it_earns_to_the_partner_alone() -> None:
    wanted = Wanted.of(sample_quote().proposal, "nb", "premium")
    rows = addables(STOCK, wanted, ENGLISH)
    (upgrade,) = [row for row in rows if row.item and row.item.sku == "O365-BP-UP"]
    said = ("+€4.10", "you +€10.00")
    assert (upgrade.price, upgrade.gain) == said
    watched = addables(STOCK, wanted, replace(ENGLISH, customer_view=True))
    assert not any(row.gain for row in watched)


def test_favourites_stand_first_and_once() -> None:
    starred = frozenset({"WAAS-DT-M", "DOCK-USBC-2"})
    wanted = Wanted.of(sample_quote().proposal, "nb", "", starred)
    rows = addables(STOCK, wanted, ENGLISH)
    assert rows[0].name == "Favourites"
    first = [row.item.sku for row in rows[1:3] if row.item and row.favourite]
    assert set(first) == starred
    keys = [row.key for row in rows]
    assert len(keys) == len(set(keys))
    other = Wanted.of(sample_quote().proposal, "dt", "dock", starred)
    assert not [row for row in addables(STOCK, other, ENGLISH) if row.favourite]


def test_what_is_no_longer_sold_is_not_offered() -> None:
    assert "USB-C dock Brivane Quai" not in found("dock", "nb")


def test_kept_prices_stand_in_the_order_of_today() -> None:
    kept = Catalogue.of([*SAMPLE.only({"WAAS-NB-L", "WAAS-DT-M"}).lists])
    stock = Stock.of(SAMPLE, Catalogue.of([sample_list()]))
    wanted = Wanted.of(sample_quote().proposal, "nb", "")
    assert addables(stock, wanted, ENGLISH) == addables(STOCK, wanted, ENGLISH)
    assert len(addables(Stock.of(kept, SAMPLE), wanted, ENGLISH)) < 20


def test_a_price_of_a_whole_year_is_found_and_says_so() -> None:
    path = Path("tests/data/microsoft/2025-11-new-commerce.csv")
    price_list = check(path).price_list
    assert price_list is not None
    stock = Stock.of(Catalogue.of([sample_list(), price_list]))
    wanted = Wanted.of(sample_quote().proposal, "nb", "mail small year")
    details = {
        row.price: row.detail
        for row in addables(stock, wanted, ENGLISH)
        if not row.heading
    }
    assert list(details) == ["€60.00", "€63.00", "€12.00"]
    assert details["€63.00"] == (
        "for twelve months · One-year commitment, billed each month"
    )


def test_the_nearest_name_is_chosen() -> None:
    wanted = Wanted.of(sample_quote().proposal, "", "mobile pack m")
    rows = addables(STOCK, wanted, ENGLISH)
    assert best(rows, wanted.search) == "WAAS-NB-M"
    assert best((), "anything") == ""


def test_an_optional_line_says_what_it_would_earn() -> None:
    rows = {row.key: row for row in line_rows(sample(), ENGLISH)}
    assert rows["nb-dock"].gain == "you +€60.00"
    watched = replace(ENGLISH, customer_view=True)
    assert not any(row.gain for row in line_rows(sample(), watched))


def test_remembered_gains_are_those_computed_anew() -> None:
    gains = Gains()
    one = sample()
    assert gains.of(one) == Gains().of(one)
    packs = one.quote.proposal.packs
    more = replace(
        packs[0],
        options=tuple(replace(option, quantity=5) for option in packs[0].options),
    )
    other = sample(
        replace(
            one.quote,
            proposal=replace(one.quote.proposal, packs=(more, *packs[1:])),
        )
    )
    assert gains.of(other) == Gains().of(other) != Gains().of(one)


def test_rows_kept_are_those_written_anew() -> None:
    rows = LineRows()
    one = sample()
    assert rows.write(one, ENGLISH) == line_rows(one, ENGLISH)
    shorter = replace(one.quote.proposal, term=Term.MONTHS_12)
    other = sample(replace(one.quote, proposal=shorter))
    assert rows.write(other, ENGLISH) == line_rows(other, ENGLISH)
    french = Reader(Language.of("fr"), "Ardenne")
    assert rows.write(other, french) == line_rows(other, french)


def test_a_term_that_is_not_offered_says_why() -> None:
    proposal = sample_quote().proposal
    large = replace(proposal.packs[0], sku="WAAS-WS-L", options=())
    quote = replace(sample_quote(), proposal=replace(proposal, packs=(large,)))
    shown = figures(sample(quote), ENGLISH)
    assert shown.terms[0].amount == ""
    assert shown.terms[0].note == "not offered (Expert pack L)"
    assert shown.terms[2].share == 1.0


def test_each_term_says_how_far_it_goes() -> None:
    """W9: the cap of 36 months in all; the laptop's warranty is longer."""
    shown = figures(sample(), ENGLISH)
    assert [term.extends for term in shown.terms] == [
        "extendable to 36 months",
        "extendable to 36 months",
        "not extendable",
    ]
    assert "a contract lasts at most 36 months in all" in shown.terms[0].note


def test_a_warranty_shorter_than_the_term_is_said() -> None:
    """W9: what the devices allow stands against each term."""
    one = sample()
    lists = tuple(
        replace(
            each,
            items=tuple(
                replace(item, warranty_months=24, max_warranty_months=None)
                if item.sku == "WAAS-NB-M"
                else item
                for item in each.items
            ),
        )
        for each in one.catalogue.lists
    )
    shown = figures(sample(one.quote, Catalogue.of(lists)), ENGLISH)
    assert shown.warranty == "warranty of at least 24 months"
    assert shown.shortest == "Mobile pack M"
    assert shown.terms[0].extends == "extendable to 24 months"
    assert shown.terms[2].extends == "warranty until month 24"


def test_figures_for_a_customer_hold_no_commission() -> None:
    assert figures(sample(), replace(ENGLISH, customer_view=True)).own is None


@pytest.mark.parametrize(
    ("old", "new", "spans"),
    [
        ("abc", "abc", ((3, 3), (3, 3))),
        ("abc", "abxc", ((2, 2), (2, 3))),
        ("abc", "ac", ((1, 2), (1, 1))),
        ("", "ab", ((0, 0), (0, 2))),
        ("aa", "aaa", ((2, 2), (2, 3))),
    ],
)
def test_where_keys_differ(
    old: str, new: str, spans: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    assert unlike(old, new) == spans


def test_unbroken_runs() -> None:
    assert runs([1, 2, 5, 7, 8]) == [(1, 2), (5, 5), (7, 8)]

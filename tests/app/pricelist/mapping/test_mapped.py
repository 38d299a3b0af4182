"""Tables as people make them, read as a mapping says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.choices import Kind
from app.domain.problems import Severity
from app.pricelist.foreign import Layouts
from app.use_cases.discretion import for_customer, masked
from app.use_cases.prices import parse_content
from tests.app.pricelist.mapping.tables import (
    CATALOGUE,
    SIMPLE,
    codes,
    items,
    mapping,
    named,
    only,
    parsed,
    simple,
)
from tests.app.tables.workbooks import written as workbook


def prices(*rows: str, **changes: object) -> list[Decimal | None]:
    read = parsed(simple(*rows), **{**SIMPLE, **changes})
    return [
        each.prices.months_36.decimal if each.prices.months_36 else None
        for each in items(read)
    ]


def test_a_table_below_titles_from_the_second_column_on_is_read() -> None:
    read = parsed()
    assert [
        (each.sku, each.name.get("fr"), each.manufacturer, str(each.prices.months_36))
        for each in items(read)
    ] == [
        ("NB-1", "Dell Latitude 5450", "Dell", "49.90"),
        ("NB-2", "Dell Latitude 7450", "Dell", "1062.90"),
        ("SC-1", "HP E27", "HP", "7.50"),
    ]
    assert {each.kind for each in items(read)} == {Kind.HARDWARE}
    assert read.price_list is not None
    assert read.price_list.valid_from == date(2026, 11, 1)
    assert read.price_list.version == "2026-11-01"
    assert all(each.severity is not Severity.ERROR for each in read.problems)


def test_every_row_left_out_is_told() -> None:
    read = parsed()
    assert named(read, "header_goes_on") == [{"row": 4}]
    assert named(read, "header_repeated") == [{"row": 8}]
    assert named(read, "total_left_out") == [{"row": 11, "value": "Total"}]
    assert named(read, "notes_left_out") == [{"count": 3, "rows": "5, 9, 12"}]
    assert named(read, "columns_unused") == [{"columns": "Remise"}]
    assert named(read, "mapped_with") == [{"name": "Portables"}]


def test_a_total_with_a_name_of_its_own_is_an_item() -> None:
    read = parsed(simple("TOTAL;Lubrifiant;9,50", "B;Autre;1,25"), **SIMPLE)
    assert [each.sku for each in items(read)] == ["TOTAL", "B"]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Sous-total portables", True),
        ("Sous total écrans", True),
        ("Subtotal laptops", True),
        ("Total écrans", True),
        ("Subtotaal schermen", True),
        ("Eindtotaal", True),
        ("TOTAL GÉNÉRAL", True),
        ("Totalement neuf", False),
        ("Substance", False),
    ],
)
def test_a_total_says_of_what_it_is_one(text: str, total: bool) -> None:
    read = parsed(simple("A;Écran;9,50", f";{text};9,50"), **SIMPLE)
    assert bool(named(read, "total_left_out")) is total
    kept = parsed(simple(f"A;{text};9,50"), **SIMPLE)
    assert [each.sku for each in items(kept)] == ["A"]


def test_a_mapping_leaves_out_rows_with_an_empty_cell() -> None:
    rows = simple("A;Écran;9,50", ";Frais de port;5,00", "---;Autre;1,00")
    read = parsed(rows, **SIMPLE, leave_out={"Réf. art.": [""]})
    assert [each.sku for each in items(read)] == ["A", "---"]
    assert only(read, "row_left_out").where == "row 3"


def test_without_filling_down_a_group_names_its_own_row_alone() -> None:
    read = parsed(fill_down=[])
    assert [each.manufacturer for each in items(read)] == ["Dell", "", "HP"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("€ 19", "19"),
        ("19,90€", "19.90"),
        ("EUR 1 234,56", "1234.56"),
        ("1\u00a0234,56 euros", "1234.56"),
        ("1\u2009234,56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1'234.56", "1234.56"),
        ("1’234.56", "1234.56"),
        ("19.-", "19"),
        ("19,–", "19"),
    ],
)
def test_prices_are_read_as_they_are_written(written: str, value: str) -> None:
    assert prices(f"A;a;{written}") == [Decimal(value)]


def test_francs_are_read_as_the_swiss_write_them() -> None:
    constants = {**SIMPLE["constants"], "currency": "CHF"}
    rows = ("A;a;2 CHF", "B;b;Fr. 3.-", "C;c;4.50")
    assert prices(*rows, constants=constants) == [2, 3, Decimal("4.5")]


@pytest.mark.parametrize("written", ["2 CHF", "$ 3", "£4"])
def test_a_price_in_another_currency_is_refused(written: str) -> None:
    read = parsed(simple(f"A;a;{written}"), **SIMPLE)
    assert read.price_list is None
    problem = only(read, "other_currency")
    assert problem.where == "row 2, column 36 mois"


def test_a_dash_is_no_price() -> None:
    assert prices("A;a;-", "B;b;–", "C;c;1,50") == [None, None, Decimal("1.5")]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("80,00 / kg", "number_letters"),
        ("-3,00", "number_negative"),
        ("1E+99", "number_exponent"),
        ("NaN", "number_not_finite"),
        ("#REF!", "number_formula_error"),
        ("(5,00)", "number_parentheses"),
        ("1 EUR CHF", "number_letters"),
        ("9" * 300, "number_too_large"),
    ],
)
def test_what_is_no_price_is_refused_by_its_own_cell(written: str, code: str) -> None:
    read = parsed(simple("B;b;1,50", f"A;a;{written}"), **SIMPLE)
    assert read.price_list is None
    (said,) = named(read, code)
    assert (said["row"], said["column"], said["value"]) == (3, "36 mois", written)


def test_a_column_of_two_readings_is_refused_unless_the_sign_is_said() -> None:
    rows = ("A;a;1.234", "B;b;2.500")
    (first, second) = named(parsed(simple(*rows), **SIMPLE), "mapped_ambiguous")
    assert first["expected"] == "1.234 / 1234"
    assert second["expected"] == "2.5 / 2500"
    assert prices(*rows, decimal=",") == [1234, 2500]
    assert prices(*rows, decimal=".") == [Decimal("1.234"), Decimal("2.5")]


def test_a_column_of_both_signs_is_read_cell_by_cell_where_that_is_said() -> None:
    rows = ("A;a;3.50", "B;b;1,14")
    assert codes(parsed(simple(*rows), **SIMPLE)) >= {"mapped_signs_mixed"}
    assert prices(*rows, decimal="cell") == [Decimal("3.5"), Decimal("1.14")]
    doubtful = parsed(simple(*rows, "C;c;1.234"), **SIMPLE, decimal="cell")
    assert only(doubtful, "mapped_ambiguous").where == "row 4, column 36 mois"


def test_a_sign_that_is_said_holds_for_every_cell() -> None:
    read = parsed(simple("A;a;3.50", "B;b;1,14"), **SIMPLE, decimal=",")
    assert named(read, "number_other_sign") == [
        {"row": 2, "column": "36 mois", "value": "3.50", "expected": ","}
    ]


def test_a_sheets_own_numbers_have_no_sign() -> None:
    table: list[list[object]] = [
        ["Réf. art.", "Nom", "36 mois"],
        ["A", "a", 19.5],
        ["B", "b", "7,25 €"],
    ]
    content = workbook(Prix=table)
    layouts = Layouts(mapping(**SIMPLE, decimal=","))
    found = items(parse_content(content, "prix.xlsx", "", layouts))
    assert [str(each.prices.months_36) for each in found] == ["19.50", "7.25"]


def test_references_that_repeat_are_refused_or_numbered() -> None:
    rows = ("A;a;1,5", "A;b;2,5", "A-2;c;3,5", "a;d;4,5")
    refused = parsed(simple(*rows), **SIMPLE)
    assert refused.price_list is None
    assert [said["row"] for said in named(refused, "mapped_sku_twice")] == [3, 5]
    taken = parsed(simple(*rows), **SIMPLE, repeats="number")
    assert [each.sku for each in items(taken)] == ["A", "A-3", "A-2", "a-4"]
    assert [said["sku"] for said in named(taken, "sku_numbered")] == ["A-3", "a-4"]


def test_several_columns_make_one_reference() -> None:
    fields = {**SIMPLE["fields"], "sku": ["Réf. art.", "Nom"]}
    read = parsed(simple("A;rouge vif;1,5", "A;;2,5"), **{**SIMPLE, "fields": fields})
    assert read.price_list is None
    problem = only(read, "no_name")
    assert problem.where == "row 3, column Nom"


def test_without_a_column_of_references_the_name_is_one() -> None:
    fields = {"name_fr": "Nom", "price_36": "36 mois"}
    read = parsed(simple("A;Écran;1,5"), **{**SIMPLE, "fields": fields})
    assert [each.sku for each in items(read)] == ["Écran"]


def test_a_mapping_leaves_rows_out_by_what_a_cell_says() -> None:
    rows = ("A;a;1,5", "B;b;80,00 / kg", "C;c;30 / KG", "D;d;kg")
    read = parsed(simple(*rows), **SIMPLE, leave_out={"36 mois": ["* / kg", "kg"]})
    assert [each.sku for each in items(read)] == ["A"]
    assert [said["row"] for said in named(read, "row_left_out")] == [3, 4, 5]
    priced = parsed(
        simple("A;a;1,5", "B;b;-2,5"), **SIMPLE, leave_out={"36 mois": "-*"}
    )
    assert [each.sku for each in items(priced)] == ["A"]
    within = parsed(simple("A;a;15"), **SIMPLE, leave_out={"36 mois": "5"})
    assert len(items(within)) == 1


def test_words_of_ones_own_are_translated() -> None:
    text = simple("A;Portable;1,5;PC", "B;Licence;sur demande;Licence", header=_TYPES)
    fields = {**SIMPLE["fields"], "kind": "Genre"}
    constants = {k: v for k, v in SIMPLE["constants"].items() if k != "kind"}
    changes = {**SIMPLE, "fields": fields, "constants": constants}
    words = {"price_36": {"Sur demande": None}}
    read = parsed(text, **changes, words=words)
    assert [each.kind for each in items(read)] == [Kind.HARDWARE, Kind.SUBSCRIPTION]
    assert items(read)[1].prices.months_36 is None


_TYPES = "Réf. art.;Nom;36 mois;Genre"


def test_what_nothing_says_is_said_once() -> None:
    constants = {"list_id": "SIMPLE"}
    rows = [f"A{n};a;1,5" for n in range(9)]
    read = parsed(simple(*rows), **{**SIMPLE, "constants": constants})
    assert [said["key"] for said in named(read, "mapping_says_not")] == [
        "kind",
        "currency",
    ]
    assert len(named(read, "day_untold")) == 1
    assert "cell_missing" not in codes(read)


def test_the_lines_of_the_file_come_before_the_mappings() -> None:
    text = "version;7\nDevise;CHF\nvalid_from;2026-10-01\n" + simple("A;a;2 CHF")
    read = parsed(text, **SIMPLE)
    assert read.price_list is not None
    assert (read.price_list.version, read.price_list.currency) == ("7", "CHF")
    assert read.price_list.valid_from == date(2026, 10, 1)


def test_the_files_name_may_say_the_day() -> None:
    constants = {k: v for k, v in SIMPLE["constants"].items() if k != "valid_from"}
    changes = {**SIMPLE, "constants": constants}
    read = parsed(simple("A;a;2,50"), "tarif-2026-12.csv", **changes)
    assert read.price_list is not None
    assert read.price_list.valid_from == date(2026, 12, 1)


def test_the_currency_may_be_asked_for() -> None:
    constants = {k: v for k, v in SIMPLE["constants"].items() if k != "currency"}
    changes = {**SIMPLE, "constants": constants}
    read = parsed(simple("A;a;2,50"), currency="CHF", **changes)
    assert read.price_list is not None
    assert read.price_list.currency == "CHF"
    refused = parsed(simple("A;a;2,50"), currency="CHF", **SIMPLE)
    assert refused.price_list is None
    assert "currency_not_there" in codes(refused)


def test_a_column_the_file_lacks_is_named() -> None:
    fields = {**SIMPLE["fields"], "price_24": "24 mois"}
    read = parsed(simple("A;a;1,5"), **{**SIMPLE, "fields": fields})
    assert codes(read) == {"mapping_columns_missing"}


def test_columns_of_one_name_and_of_none_can_be_told_apart() -> None:
    text = simple("A;a;1,5;9", header="Réf. art.;;Prix;Prix")
    fields = {"sku": "Réf. art.", "name_fr": "[B]", "price_36": "Prix (2)"}
    (item,) = items(parsed(text, **{**SIMPLE, "fields": fields}))
    assert (item.name.get("fr"), str(item.prices.months_36)) == ("a", "9.00")


def test_dates_follow_the_columns_own_order() -> None:
    header = "Réf. art.;Nom;36 mois;Fin"
    fields = {**SIMPLE["fields"], "valid_to": "Fin"}
    changes = {**SIMPLE, "fields": fields}
    rows = ("A;a;1,5;01/12/2026", "B;b;1,5;31/12/2026")
    read = parsed(simple(*rows, header=header), **changes)
    assert [each.valid_to for each in items(read)] == [
        date(2026, 12, 1),
        date(2026, 12, 31),
    ]
    doubt = parsed(simple(rows[0], header=header), **changes)
    assert named(doubt, "day_ambiguous")[0]["expected"] == "2026-12-01 / 2026-01-12"
    said = parsed(simple(rows[0], header=header), **changes, dates="mdy")
    assert items(said)[0].valid_to == date(2026, 1, 12)
    mixed = parsed(simple(*rows, "C;c;1,5;12/31/2026", header=header), **changes)
    assert "day_orders_mixed" in codes(mixed)


def test_a_cost_under_another_name_stays_the_partners() -> None:
    header = "Réf. art.;Nom;Prix achat"
    fields = {"sku": "Réf. art.", "name_fr": "Nom", "cost_once": "Prix achat"}
    read = parsed(simple("A;a;12,5x", header=header), **{**SIMPLE, "fields": fields})
    (problem,) = (each for each in read.problems if each.code == "number_letters")
    assert dict(masked(problem).parameters)["value"] == "…"
    assert "problems_hidden" in {each.code for each in for_customer(read.problems)}


def test_prices_with_vat_are_pointed_out() -> None:
    text = CATALOGUE.replace("36 mois", "36 mois TTC")
    fields = {"sku": "Réf. art.", "name_fr": "Modèle", "price_36": "36 mois TTC"}
    assert named(parsed(text, fields=fields), "price_with_vat") == [
        {"column": "36 mois TTC"}
    ]


def test_a_list_without_a_column_of_names_says_so_once() -> None:
    fields = {"sku": "Réf. art.", "price_36": "36 mois"}
    rows = [f"A{n};a;1,5" for n in range(9)]
    read = parsed(simple(*rows), **{**SIMPLE, "fields": fields})
    assert read.price_list is None
    assert named(read, "mapping_says_not") == [{"key": "name_fr"}]
    assert "no_name" not in codes(read)


def test_a_list_without_a_price_is_pointed_out() -> None:
    fields = {"sku": "Réf. art.", "name_fr": "Nom"}
    read = parsed(simple("A;a;1,5"), **{**SIMPLE, "fields": fields})
    assert len(items(read)) == 1
    assert "mapping_no_price" in codes(read)

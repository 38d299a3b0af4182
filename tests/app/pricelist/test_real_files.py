"""Files as the world has them; they are not ours to keep in the repository."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app import files
from app.cli.show_prices import change_lines
from app.domain.choices import Billing, LimitScope
from app.domain.price_changes import price_changes
from app.domain.price_list import PriceList
from app.domain.problems import Problems, RefusedError
from app.pricelist import write
from app.pricelist.foreign import Layouts
from app.pricelist.mapping.profile_json import from_json
from app.pricelist.microsoft.enriched import enrich
from app.pricelist.microsoft.matrix import Matrix
from app.pricelist.microsoft.matrix import read as read_matrix
from app.pricelist.parse import ParsedList
from app.tables import reading
from app.use_cases.mappings import suggested
from app.use_cases.prices import check, parse_content
from app.wording import labelled
from i18n import Language

FOLDER = os.environ.get("WAAS_REAL_FILES", "")
FILES = sorted(Path(FOLDER).glob("*.*")) if FOLDER else []
WORKBOOK = "2019-05-Cloud-Reseller-Pricelist_pricelist.xlsx"
TEXT = "2021-05-Cloud-Reseller-Pricelist-USD.csv"
MATRIX = "2021-xx-license_offermatrix.csv"
NEW_COMMERCE = sorted(Path(FOLDER).glob("*NCE*.csv")) if FOLDER else []
READ = {TEXT, *(each.name for each in NEW_COMMERCE)}

pytestmark = pytest.mark.skipif(
    not FILES, reason="WAAS_REAL_FILES names no folder with files"
)


@pytest.mark.parametrize(
    "path",
    [each for each in FILES if each.name not in READ],
    ids=lambda path: path.name,
)
def test_without_a_mapping_a_foreign_file_is_refused_with_sentences(path: Path) -> None:
    read = check(path)
    assert read.price_list is None
    assert read.problems
    for code in ("fr", "en"):
        for problem in read.problems:
            assert labelled(problem, Language.of(code, "BE"))


def figures(price_list: PriceList, sku: str) -> tuple[Decimal, Decimal]:
    """Return an offer's cost and price a month."""
    item = next(each for each in price_list.items if each.sku == sku)
    assert item.cost_month
    assert item.price_month
    return item.cost_month.decimal, item.price_month.decimal


@pytest.mark.parametrize(
    ("currency", "count", "business_essentials", "e3"),
    [
        ("EUR", 644, ("3.37", "4.20"), ("15.73", "19.70")),
        ("USD", 679, ("4", "5"), ("16", "20")),
    ],
)
def test_the_workbook_is_read_by_currency(
    currency: str,
    count: int,
    business_essentials: tuple[str, str],
    e3: tuple[str, str],
) -> None:
    read = check(Path(FOLDER) / WORKBOOK, currency)
    assert read.price_list, read.problems[:5]
    assert read.price_list.currency == currency
    assert read.price_list.version == "2019-05"
    assert len(read.price_list.items) == count
    assert figures(read.price_list, "bd938f12-058f-4927-bba3-ae36b1d2501c") == tuple(
        map(Decimal, business_essentials)
    )
    assert figures(read.price_list, "796b6b5f-613c-4e24-a17c-eba730d49c02") == tuple(
        map(Decimal, e3)
    )


@pytest.mark.parametrize(
    ("currency", "count", "cost", "price"),
    [
        ("AUD", 644, "23.18", "29"),
        ("CAD", 643, "21.29", "26.6"),
        ("CHF", 643, "18.36", "22.9"),
        ("DKK", 644, "117.17", "146.5"),
        ("GBP", 644, "14.07", "17.6"),
        ("INR", 648, "1057.54", "1320"),
        ("JPY", 643, "1740", "2170"),
        ("TWD", 643, "519.91", "650"),
    ],
)
def test_every_sheet_gives_its_own_currency(
    currency: str, count: int, cost: str, price: str
) -> None:
    read = check(Path(FOLDER) / WORKBOOK, currency)
    assert read.price_list, read.problems[:5]
    assert (read.price_list.currency, len(read.price_list.items)) == (currency, count)
    assert read.price_list.items[-1].sku == "7dde3332-4f9f-481b-9256-54e34d6f935a"
    assert figures(read.price_list, "796b6b5f-613c-4e24-a17c-eba730d49c02") == (
        Decimal(cost),
        Decimal(price),
    )


def test_the_text_of_twelve_columns_is_read() -> None:
    read = check(Path(FOLDER) / TEXT)
    assert read.price_list, read.problems[:5]
    assert (read.price_list.currency, read.price_list.version) == ("USD", "2021-05")
    # 1,101 rows, 3 withdrawn, 3 of 72 months.
    assert len(read.price_list.items) == 1095
    assert sum(item.trial for item in read.price_list.items) == 31
    assert figures(read.price_list, "796b6b5f-613c-4e24-a17c-eba730d49c02") == (
        Decimal(16),
        Decimal(20),
    )


def test_two_months_differ_as_counted_by_hand() -> None:
    old = check(Path(FOLDER) / WORKBOOK, "USD").price_list
    new = check(Path(FOLDER) / TEXT).price_list
    assert old
    assert new
    changes = price_changes(old, new).shown()
    lines = list(change_lines(changes, "USD", Language.of("fr", "BE")))
    assert lines[2] == "Prix en hausse (12) · Prix en baisse (33)"
    assert "Articles ajoutés (653)" in lines
    assert "Articles supprimés (237)" in lines
    assert lines[4].endswith("Azure Active Directory Premium P2 for Students")
    assert (
        lines[5]
        == "    Prix mensuel\u00a0: 1,30\u00a0$US → 0,45\u00a0$US  (−65,4\u00a0%)"
    )


def with_matrix(price_list: PriceList, matrix: Matrix) -> tuple[PriceList, Problems]:
    """Return the list with what a matrix says of it."""
    done = enrich(price_list, matrix, "2021-05+1")
    assert done.price_list, done.problems[:5]
    return done.price_list, done.problems


def test_the_matrix_enriches_the_text() -> None:
    price_list = check(Path(FOLDER) / TEXT).price_list
    assert price_list is not None
    table = reading.read(files.read(Path(FOLDER) / MATRIX))
    matrix = read_matrix(table)
    enriched, problems = with_matrix(price_list, matrix)
    basic = next(
        item
        for item in enriched.items
        if item.sku == "bd938f12-058f-4927-bba3-ae36b1d2501c"
    )
    assert basic.name.get("en") == "Microsoft 365 Business Basic"
    assert (basic.seats_min, basic.seats_max) == (1, 300)
    assert basic.limit_per_customer == 2
    assert basic.limit_scope is LimitScope.CONCURRENT
    assert set(basic.billing) == {Billing.MONTHLY, Billing.ANNUAL}
    assert "BE" in basic.countries
    counts = {each.code: dict(each.parameters)["count"] for each in problems}
    assert counts == {"matrix_only": 18, "parents_missing": 1342}
    assert with_matrix(enriched, matrix)[0] is enriched
    written = write.as_csv(enriched, internal=True)
    again = parse_content(written).price_list
    assert again is not None
    assert again.file_fingerprint == enriched.file_fingerprint


@pytest.mark.skipif(not NEW_COMMERCE, reason="no new-commerce list is there")
def test_the_new_commerce_list_is_read() -> None:
    read = check(NEW_COMMERCE[0])
    assert read.price_list, read.problems[:5]
    assert (read.price_list.list_id, read.price_list.version) == (
        "microsoft-new-commerce-US-USD",
        "2025-11",
    )
    # 4,370 rows, 449 of three years.
    assert len(read.price_list.items) == 3921
    assert sum(item.trial for item in read.price_list.items) == 66
    basic = "CFQ7TTC0LH18:0001"
    for plan, cost, price in (
        ("P1Y:Annual", "57.60", "72"),
        ("P1Y:Monthly", "60.48", "75.60"),
        ("P1M:Monthly", "5.76", "7.20"),
    ):
        found = figures(read.price_list, f"{basic}:{plan}")
        assert found == (Decimal(cost), Decimal(price))
    assert [each.code for each in read.problems] == [
        "term_left_out",
        "names_missing",
        "offers_free",
    ]


def mapped(name: str, mapping: dict[str, Any]) -> ParsedList:
    """Read a file with a mapping of hardware in euros."""
    said = {"list_id": "X", "currency": "EUR", "kind": "hardware"}
    constants = {**said, **mapping.pop("constants", {})}
    value = {"format": "waas-mapping/1", "constants": constants, **mapping}
    return check(Path(FOLDER) / name, layouts=Layouts(from_json(value)))


def once(read: ParsedList) -> dict[str, str]:
    """Return the prices by reference."""
    assert read.price_list, read.problems[:5]
    return {each.sku: str(each.price_once) for each in read.price_list.items}


def ends(read: ParsedList) -> list[tuple[str, str, str]]:
    """Return maker, name and price of the first, the middle and the last item."""
    assert read.price_list, read.problems[:5]
    items = read.price_list.items
    return [
        (
            each.manufacturer,
            next(said for _, said in each.name.texts),
            str(each.price_once),
        )
        for each in (items[0], items[len(items) // 2], items[-1])
    ]


def left_out(read: ParsedList) -> dict[str, list[object]]:
    """Return the rows that hold no item, by reason."""
    found: dict[str, list[object]] = {}
    for problem in read.problems:
        said = dict(problem.parameters)
        row = said.get("row", said.get("rows"))
        if row is not None and problem.code != "names_missing":
            found.setdefault(problem.code, []).append(row)
    return found


DAY = {"constants": {"valid_from": "2026-01-01"}}


def test_the_caterers_merged_list_is_read() -> None:
    cells = ["Produits", "Caractéristiques", "Contenants"]
    read = mapped(
        "fr_tarif_traiteur_fusionne.xlsx",
        {
            "fields": {
                "sku": ["Marques", *cells],
                "name_fr": cells,
                "manufacturer": "Fournisseurs",
                "price_once": "Prix TTC (€)",
            },
            "fill_down": ["Fournisseurs", "Marques", *cells[:2]],
            "leave_out": {"Prix TTC (€)": "* / kg"},
        },
    )
    prices = once(read)
    # 76 cells of column G hold a number; their sum is 1,906.
    assert len(prices) == 76
    assert sum(map(Decimal, prices.values())) == 1906
    assert ends(read) == [
        (
            "Bodegas Florentino Martínez (DOC** La Rioja – Rioja Alta)",
            (
                "Vin blanc sec (vieilles vignes) Assemblage Viura 80% et Malvasia 20%"
                " Btle verre 75 cl"
            ),
            "8.00",
        ),
        (
            "Agrícola La Maja",
            (
                "Huile d'olive extra vierge, extraction à froid Arbequina Bio"
                " Bidon fer blanc 2 litres"
            ),
            "35.00",
        ),
        (
            "Embutidos Ismael / Ajopel",
            (
                "Chorizo très piquant Chorizo piquant, â base de viande de porc (race"
                " Duroc), aucun additif Sachet individuel 250 g"
            ),
            "6.00",
        ),
    ]
    assert prices["Maturana-Vin rouge-Maturana 100%-6 btles verre x 75 cl"] == "110.00"
    bio = "La Puerta del Viento-Vin rouge Bio et naturel"
    assert prices[f"{bio}-Mencía 100%-6 btles verre x 75 cl"] == "100.00"
    assert (
        prices[f"{bio}-Mencía 100% – Vignes centenaires-6 btles verre x 75 cl"]
        == "110.00"
    )
    assert read.price_list
    assert read.price_list.valid_from.isoformat() == "2026-01-01"
    makers = {each.manufacturer for each in read.price_list.items}
    assert "Antonio Calvo" in makers
    assert left_out(read) == {
        "header_goes_on": [4],
        "row_left_out": [69, 71, 73],
        "total_left_out": [157],
        "notes_left_out": ["24, 33, 67, 76, 94, 125, 129, 140, 158, 159, 160, 161"],
    }


def test_the_list_with_the_old_euro_sign_is_read() -> None:
    read = mapped(
        "fr_imports_cp1252_euro.csv",
        {
            "fields": {
                "sku": ["Produit", "Code_HS", "Pays_Origine"],
                "name_fr": ["Produit", "Pays_Origine"],
                "price_once": "Valeur_€",
            },
            "repeats": "number",
            **DAY,
        },
    )
    prices = once(read)
    assert len(prices) == 20
    assert sum(map(Decimal, prices.values())) == 188598
    assert ends(read) == [
        ("", "Composant B Allemagne", "16795.00"),
        ("", "Produit D Inde", "17023.00"),
        ("", "Produit D USA", "7396.00"),
    ]
    assert prices["Composant B-8542.32-Chine"] == "7265.00"
    assert prices["Composant B-8542.32-Chine-2"] == "5426.00"
    assert left_out(read) == {"sku_numbered": [8, 9]}


def test_the_tilers_list_is_read() -> None:
    codes = ["CODE FOURNISSEUR", "CODE COLLECTION", "CODE COULEUR"]
    codes_too = ["DIMENSION", "COULEUR", "FINITION"]
    read = mapped(
        "fr_tarifs_carrelage.csv",
        {
            "fields": {
                "sku": ["INT/EXT", *codes, "CATEGORIE", *codes_too],
                "name_fr": ["CATEGORIE", "COLLECTION", "COULEUR", "DIMENSION"],
                "manufacturer": "FOURNISSEUR",
                "price_once": "PRIX PUBLIC TTC",
            },
            "repeats": "number",
            **DAY,
        },
    )
    prices = once(read)
    assert len(prices) == 3758
    assert sum(map(Decimal, prices.values())) == 206976
    assert ends(read) == [
        ("MARCA CORONA", "CARRELAGE ARKISTONE IVOIRE 3060", "48.00"),
        ("TAU CERAMICA", "CARRELAGE ELITE GREIGE 3060", "54.00"),
        ("RICCHETTI", "CARRELAGE NEOLITICA JURA 120120", "73.00"),
    ]
    assert prices["INT-100-B-1-CARRELAGE-120120-IVOIRE-0"] == "73.00"
    assert prices["INT-530-D-5-CARRELAGE-120120-JURA-ADOUCI"] == "73.00"
    assert left_out(read) == {"sku_numbered": [1226, 1231, 1236, 3040, 3043]}


def test_the_workbook_named_csv_is_read() -> None:
    read = mapped(
        "xlsx_named_csv.csv",
        {
            "fields": {
                "sku": "immatriculation",
                "name_fr": ["marque", "nom"],
                "manufacturer": "marque",
                "price_once": "prix",
            },
            **DAY,
        },
    )
    prices = once(read)
    assert len(prices) == 2289
    assert sum(map(Decimal, prices.values())) == 83433122
    assert ends(read) == [
        ("Renault", "Renault Laguna 2.0T", "27300.00"),
        ("Peugeot", "Peugeot 1007 1.4", "13750.00"),
        ("BMW", "BMW M5", "94800.00"),
    ]
    assert prices["3176 TS 67"] == "27300.00"


def recon(**more: Any) -> ParsedList:
    """Read the billing lines, whose credits are no prices."""
    fields = {"sku": ["case", "step"], "name_en": ["step"], "price_once": "unit_price"}
    said = {"valid_from": "2018-01-01", "currency": "USD"}
    return mapped(
        "recon_vectors.csv",
        {"fields": fields, "repeats": "number", "constants": said, **more},
    )


def test_the_billing_lines_are_read_without_their_credits() -> None:
    refused = recon()
    assert refused.price_list is None
    wrong = {"number_negative"}
    rows = [
        dict(each.parameters)["row"] for each in refused.problems if each.code in wrong
    ]
    read = recon(leave_out={"unit_price": "-*"})
    assert left_out(read)["row_left_out"] == rows == [3, 6, 7, 8, 13, 17, 18]
    assert len(once(read)) == 10
    assert ends(read) == [
        ("", "purchase 13 Jan 2018 1 seat", "48.00"),
        ("", "2 seats 337 days", "195.00"),
        ("", "next cycle", "4.00"),
    ]


def boutique(**more: str) -> ParsedList:
    """Read the shop's list, whose last row alone has a decimal comma."""
    fields = {"sku": "Code EAN", "name_fr": "Nom de l’article", "price_once": "Prix HT"}
    return mapped(
        "fr_boutique_melange.csv",
        {"fields": fields, "repeats": "number", **DAY, **more},
    )


def test_the_shops_mixed_column_is_refused_unless_each_cell_is_read_by_itself() -> None:
    refused = boutique()
    assert refused.price_list is None
    assert {each.code for each in refused.problems} >= {"mapped_signs_mixed"}
    assert list(once(boutique(decimal="cell")).values()) == [
        "3.50",
        "1.20",
        "5.90",
        "3.50",
        "1.14",
    ]


def test_sheets_without_a_table_are_refused_with_a_sentence() -> None:
    path = Path(FOLDER) / "ch_tarifblaetter_keine_tabelle.xlsx"
    assert {each.code for each in check(path).problems} == {"no_header"}
    with pytest.raises(RefusedError) as caught:
        suggested(path)
    assert [each.code for each in caught.value.problems] == ["no_table"]

"""Mappings are remembered for a layout, and kept as files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.problems import RefusedError, UnavailableError
from app.pricelist.foreign import Layouts
from app.pricelist.mapping.profile import Profile
from app.settings import Settings
from app.use_cases import mapping_files, mappings, prices
from app.use_cases.bundled import policies
from app.use_cases.workplace import Workplace
from tests.app.pricelist.mapping.tables import CATALOGUE, codes, mapping
from tests.app.tables.workbooks import written as workbook
from tests.fakes import FakeClock, FakeStorage


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    storage = FakeStorage(tmp_path)
    folder = tmp_path / "data"
    return Workplace(folder, storage, FakeClock(), Settings(), policies(), "tester")


def put(folder: Path, text: str = CATALOGUE, name: str = "tarif.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def brought(workplace: Workplace, path: Path) -> prices.Import:
    return mappings.import_mapped(workplace, path, "", mapping())


def test_a_mapping_that_imported_is_taken_for_the_next_list_of_its_layout(
    workplace: Workplace, tmp_path: Path
) -> None:
    brought(workplace, put(tmp_path))
    later = put(tmp_path, CATALOGUE.replace("novembre", "décembre"), "suite.csv")
    read = prices.check(later, layouts=mapping_files.layouts(workplace))
    assert read.price_list is not None
    assert read.price_list.version == "2026-12-01"
    assert "mapped_with" in codes(read)
    assert prices.catalogue(workplace, [later]).lists[0].version == "2026-12-01"


@pytest.mark.parametrize(
    ("told", "day"),
    [("2026-10-01", "2026-11-01"), ("2026-11-15", "2026-11-15")],
)
def test_a_later_day_in_the_title_is_fresher_than_a_remembered_one(
    workplace: Workplace, tmp_path: Path, told: str, day: str
) -> None:
    dated = {"valid_from": told, "valid_to": "2026-12-31", "version": "X"}
    said = {**mapping().constants, **dated}
    header = tuple(CATALOGUE.splitlines()[2].split(";"))
    profile = replace(mapping(), constants=said, headers=header)
    mapping_files.remember(workplace.folder, profile)
    path = put(tmp_path)
    read = prices.check(path, layouts=mapping_files.layouts(workplace))
    assert read.price_list is not None
    assert read.price_list.valid_from.isoformat() == day
    kept = day == told
    assert (read.price_list.version, read.price_list.valid_to is not None) == (
        ("X", True) if kept else (day, False)
    )
    shown = mappings.to_map(workplace, path).suggestion.profile.constants
    assert ("valid_from" in shown) is kept
    named = prices.check(path, layouts=mapping_files.layouts(workplace, profile))
    assert named.price_list is not None
    assert named.price_list.valid_from.isoformat() == told


def test_another_layout_is_not_read_with_it(
    workplace: Workplace, tmp_path: Path
) -> None:
    brought(workplace, put(tmp_path))
    other = put(tmp_path, CATALOGUE.replace("Remise", "Rabais"), "autre.csv")
    read = prices.check(other, layouts=mapping_files.layouts(workplace))
    assert codes(read) == {"no_header"}


def test_nothing_is_remembered_of_a_list_that_was_refused(
    workplace: Workplace, tmp_path: Path
) -> None:
    with pytest.raises(RefusedError):
        brought(workplace, put(tmp_path, CATALOGUE.replace("7,5", "sept")))
    assert not workplace.folder.exists()


def test_a_damaged_mapping_is_named_and_left_alone(
    workplace: Workplace, tmp_path: Path
) -> None:
    path = put(tmp_path)
    brought(workplace, path)
    (file,) = (workplace.folder / "mappings").iterdir()
    file.write_text("{", "utf-8")
    read = prices.check(path, layouts=mapping_files.layouts(workplace))
    assert read.price_list is None
    assert codes(read) == {"mapping_damaged", "mapping_not_json"}
    assert file.read_text("utf-8") == "{"


def test_a_mapping_is_shared_as_a_file(tmp_path: Path) -> None:
    profile = mapping(decimal=",")
    path = mapping_files.write(tmp_path / "portables.json", profile)
    assert mapping_files.read(path) == profile
    assert mapping_files.write(path, profile) == path


def test_its_name_leads_nowhere(workplace: Workplace) -> None:
    name = "../../elsewhere"
    profile = replace(mapping(), name=name, headers=(name, "/etc", "..", "\\\\x"))
    mapping_files.remember(workplace.folder, profile)
    (file,) = (workplace.folder / "mappings").iterdir()
    assert set(file.stem) <= set("0123456789abcdef")
    assert {each.name for each in workplace.folder.iterdir()} == {"mappings"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "mapping_not_json"),
        (b"\xff\xfe", "mapping_not_json"),
        (b"[" * 100_000, "mapping_not_json"),
        (b'{"format": "waas-mapping/1", "name": 1, "name": 2}', "key_twice"),
        (b'{"format": "waas-mapping/1", "decimal": NaN}', "number_expected"),
        (b"{}", "format_unknown"),
    ],
)
def test_a_file_that_is_no_mapping_is_refused(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "mapping.json"
    path.write_bytes(content)
    with pytest.raises(RefusedError) as caught:
        mapping_files.read(path)
    assert caught.value.problems[0].code == code


def test_a_file_too_large_for_a_mapping_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "mapping.json"
    path.write_bytes(b" " * 200_001)
    with pytest.raises(UnavailableError):
        mapping_files.read(path)


TABLE: list[list[object]] = [["Code", "Désignation", "Prix"], ["A", "Écran", 19.5]]
COVER: list[list[object]] = [
    ["Bienvenue"],
    ["Tarif public, toutes taxes comprises ailleurs"],
]


def test_a_table_behind_a_cover_sheet_is_found(
    workplace: Workplace, tmp_path: Path
) -> None:
    path = tmp_path / "tarif.xlsx"
    path.write_bytes(workbook(Couverture=COVER, Prix=TABLE))
    found = mappings.suggested(path)
    assert found.lacks(found.suggestion.profile) == ("currency", "valid_from", "kind")
    profile = complete(found.suggestion.profile)
    mappings.import_mapped(workplace, path, "", profile)
    again = prices.check(path, layouts=mapping_files.layouts(workplace))
    assert again.price_list is not None
    assert len(again.price_list.items) == 1


def complete(profile: Profile, **more: str) -> Profile:
    said = {"kind": "hardware", "valid_from": "2026-11-01", "currency": "EUR"}
    return replace(profile, constants={**profile.constants, **said, **more})


def test_of_sheets_named_by_currency_the_lists_own_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tarif.xlsx"
    francs: list[list[object]] = [TABLE[0], ["A", "Écran", 18]]
    path.write_bytes(workbook(EUR=TABLE, CHF=francs))
    profile = complete(mappings.suggested(path, "EUR").suggestion.profile)
    for currency, price in (("CHF", "18.00"), ("EUR", "19.50")):
        said = {**profile.constants, "currency": currency}
        layouts = Layouts(replace(profile, constants=said))
        read = prices.check(path, layouts=layouts)
        assert read.price_list is not None
        assert str(read.price_list.items[0].price_once) == price


def test_a_file_without_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as caught:
        mappings.suggested(put(tmp_path, "bonjour\nvoici;nos;prix\n"))
    assert [each.code for each in caught.value.problems] == ["no_table"]
